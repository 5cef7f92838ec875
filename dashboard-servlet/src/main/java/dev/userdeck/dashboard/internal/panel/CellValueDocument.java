package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a cell or of a labelled row, as sent: the kind of the column or row tells which it is. */
public sealed interface CellValueDocument {

    /** Of kind {@code text} or {@code mono}. */
    record TextCell(@JsonValue String text) implements CellValueDocument {}

    /** Of kind {@code number}. */
    record NumberCell(@JsonValue Number number) implements CellValueDocument {}

    /** Of kind {@code flag}. */
    record FlagCell(@JsonValue boolean flag) implements CellValueDocument {}

    /** Of kind {@code date}. */
    record DateCell(@JsonValue Instant at) implements CellValueDocument {}

    /** Of kind {@code title}. */
    record TitleCell(String title, @Nullable String line) implements CellValueDocument {}

    /** Of kind {@code status}. */
    record StatusCell(StatusTone tone, Text label) implements CellValueDocument {}

    /** Of kind {@code user}. */
    record UserCell(String id, String name) implements CellValueDocument {}

    /** Of kind {@code chips}. */
    record ChipsCell(@JsonValue List<ChipValue> chips) implements CellValueDocument {}

    /** Of kind {@code chips}, too, where there are more than are sent. */
    record FirstChipsCell(List<ChipValue> first, long total) implements CellValueDocument {}

    /** Of kind {@code tenants}: their ids. */
    record TenantsCell(@JsonValue List<String> tenants) implements CellValueDocument {}
}
