package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.FirstChips;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Column.UserValue;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the values of recipes into what is sent, and refuses those that don't fit their kind. */
final class CellValues {

    /** A {@link TitleValue} as sent. */
    public record TitleCell(
            String title, @Nullable String line, @Nullable Text locked) {}

    /** A {@link StatusValue} as sent. */
    public record StatusCell(String tone, Text label) {}

    private CellValues() {}

    /** A row's cells by column id; what is absent or unknown is left out. */
    static Map<String, Object> cells(List<Column> columns, Map<String, ?> values) {
        var cells = new LinkedHashMap<String, Object>();
        for (Column column : columns) {
            Object cell = cell(column.id(), column.kind(), values.get(column.id()));
            if (cell != null) {
                cells.put(column.id(), cell);
            }
        }
        return cells;
    }

    /**
     * One value.
     *
     * @param what names it in the message of a refusal
     */
    static @Nullable Object cell(String what, Column.Kind kind, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TITLE -> {
                TitleValue title = fit(what, kind, TitleValue.class, value);
                yield new TitleCell(title.text(), title.line(), title.locked());
            }
            case TEXT, MONO -> fit(what, kind, String.class, value);
            case NUMBER -> fit(what, kind, Number.class, value);
            case DATE -> fit(what, kind, Instant.class, value);
            case FLAG -> fit(what, kind, Boolean.class, value);
            case STATUS -> {
                StatusValue status = fit(what, kind, StatusValue.class, value);
                yield new StatusCell(statusTone(status.tone()), status.label());
            }
            case CHIPS -> value instanceof FirstChips ? value : chips(what, kind, value);
            case USER -> fit(what, kind, UserValue.class, value);
            case TENANTS -> {
                List<?> tenants = fit(what, kind, List.class, value);
                yield tenants.stream()
                        .map(tenant -> fit(what, kind, TenantId.class, tenant).value())
                        .toList();
            }
        };
    }

    private static List<ChipValue> chips(String what, Column.Kind kind, Object value) {
        List<?> chips = fit(what, kind, List.class, value);
        return chips.stream()
                .map(chip -> fit(what, kind, ChipValue.class, chip))
                .toList();
    }

    /** The tone of something that is, as opposed to something one may do. */
    static String statusTone(Tone tone) {
        return switch (tone) {
            case NORMAL, PRIMARY -> "none";
            case OK -> "ok";
            case WARN -> "warn";
            case DANGER -> "danger";
        };
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
