package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.CellValueDocument.ChipsCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.DateCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.FirstChipsCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.FlagCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.NumberCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.StatusCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.TenantsCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.TextCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.TitleCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.UserCell;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.FactRowDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.FirstChips;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Column.UserValue;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the values of recipes into what is sent, and refuses those that don't fit their kind. */
final class CellValues {
    private CellValues() {}

    /** A row's cells by column id; what is absent or unknown is left out. */
    static Map<String, CellValueDocument> cells(List<Column> columns, Map<String, ?> values) {
        var cells = new LinkedHashMap<String, CellValueDocument>();
        for (Column column : columns) {
            CellValueDocument cell = cell(column.id(), column.kind(), values.get(column.id()));
            if (cell != null) {
                cells.put(column.id(), cell);
            }
        }
        return cells;
    }

    static FactRowDocument fact(FactRow row) {
        return new FactRowDocument(row.label(), row.kind(), cell(row.label().text(), row.kind(), row.value()));
    }

    /**
     * One value.
     *
     * @param what names it in the message of a refusal
     */
    static @Nullable CellValueDocument cell(String what, Column.Kind kind, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TITLE -> {
                TitleValue title = fit(what, kind, TitleValue.class, value);
                yield new TitleCell(title.text(), title.line());
            }
            case TEXT, MONO -> new TextCell(fit(what, kind, String.class, value));
            case NUMBER -> new NumberCell(fit(what, kind, Number.class, value));
            case DATE -> new DateCell(fit(what, kind, Instant.class, value));
            case FLAG -> new FlagCell(fit(what, kind, Boolean.class, value));
            case STATUS -> {
                StatusValue status = fit(what, kind, StatusValue.class, value);
                yield new StatusCell(StatusTone.of(status.tone()), status.label());
            }
            case CHIPS ->
                value instanceof FirstChips chips
                        ? new FirstChipsCell(chips.first(), chips.total())
                        : new ChipsCell(
                                items(what, kind, ChipValue.class, value).toList());
            case USER -> {
                UserValue user = fit(what, kind, UserValue.class, value);
                yield new UserCell(user.id(), user.name());
            }
            case TENANTS ->
                new TenantsCell(items(what, kind, TenantId.class, value)
                        .map(TenantId::value)
                        .toList());
        };
    }

    private static <T> Stream<T> items(String what, Column.Kind kind, Class<T> type, Object value) {
        List<?> items = fit(what, kind, List.class, value);
        return items.stream().map(item -> fit(what, kind, type, item));
    }

    private static <T> T fit(String what, Column.Kind kind, Class<T> type, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("%s is of kind %s and takes %s, not %s"
                    .formatted(
                            what,
                            kind,
                            type.getSimpleName(),
                            value == null ? "null" : value.getClass().getName()));
        }
        return type.cast(value);
    }
}
