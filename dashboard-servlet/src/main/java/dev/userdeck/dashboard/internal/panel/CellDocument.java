package dev.userdeck.dashboard.internal.panel;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a cell or of a labelled row, as sent: the kind of the column or row tells which it is. */
public sealed interface CellDocument {

    /** Of kind {@code text} or {@code mono}. */
    record TextCell(@JsonValue String text) implements CellDocument {}

    /** Of kind {@code number}. */
    record NumberCell(@JsonValue Number number) implements CellDocument {}

    /** Of kind {@code flag}. */
    record FlagCell(@JsonValue boolean flag) implements CellDocument {}

    /** Of kind {@code date}. */
    record DateCell(@JsonValue Instant at) implements CellDocument {}

    /** Of kind {@code title}. */
    record TitleCell(
            String title, @Nullable String line, @Nullable Text locked) implements CellDocument {}

    /** Of kind {@code status}. */
    record StatusCell(StatusTone tone, Text label) implements CellDocument {}

    /** Of kind {@code user}. */
    record UserCell(String id, String name) implements CellDocument {}

    /** Of kind {@code chips}. */
    record ChipsCell(@JsonValue List<ChipValue> chips) implements CellDocument {}

    /** Of kind {@code chips}, too, where there are more than are sent. */
    record FirstChipsCell(List<ChipValue> first, long total) implements CellDocument {}

    /** Of kind {@code tenants}: their ids. */
    record TenantsCell(@JsonValue List<String> tenants) implements CellDocument {}
}
