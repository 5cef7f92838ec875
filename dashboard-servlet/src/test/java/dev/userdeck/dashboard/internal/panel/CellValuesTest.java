package dev.userdeck.dashboard.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.dashboard.internal.panel.CellValueDocument.ChipsCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.DateCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.FlagCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.NumberCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.StatusCell;
import dev.userdeck.dashboard.internal.panel.CellValueDocument.TextCell;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellValuesTest {
    private static final Text TEXT = Text.of("x.y", "Y");

    @Test
    void aValueOfItsKindPasses() {
        assertThat(CellValues.cell("c", Kind.TEXT, "a")).isEqualTo(new TextCell("a"));
        assertThat(CellValues.cell("c", Kind.NUMBER, 7L)).isEqualTo(new NumberCell(7L));
        assertThat(CellValues.cell("c", Kind.FLAG, false)).isEqualTo(new FlagCell(false));
        assertThat(CellValues.cell("c", Kind.DATE, Instant.EPOCH)).isEqualTo(new DateCell(Instant.EPOCH));
        assertThat(CellValues.cell("c", Kind.CHIPS, List.of(new ChipValue("a"))))
                .isEqualTo(new ChipsCell(List.of(new ChipValue("a"))));
        assertThat(CellValues.cell("c", Kind.STATUS, new StatusValue(Tone.NORMAL, TEXT)))
                .isEqualTo(new StatusCell(StatusTone.NONE, TEXT));
        assertThat(CellValues.cell("c", Kind.TEXT, null)).isNull();
    }

    @Test
    void aValueOfAnotherKindIsRefusedByName() {
        assertThatThrownBy(() -> CellValues.cell("joined", Kind.DATE, "yesterday"))
                .hasMessageContainingAll("joined", "DATE", "Instant", "String");
        assertThatThrownBy(() -> CellValues.cell("tags", Kind.CHIPS, List.of("a")))
                .hasMessageContainingAll("tags", "ChipValue", "String");
    }

    @Test
    void onlyTheColumnsThatThereAreAreSent() {
        var cells = CellValues.cells(
                List.of(Column.of("a", Kind.TEXT, TEXT), Column.of("b", Kind.TEXT, TEXT)), Map.of("a", "1", "c", "3"));

        assertThat(cells).isEqualTo(Map.of("a", new TextCell("1")));
    }
}
