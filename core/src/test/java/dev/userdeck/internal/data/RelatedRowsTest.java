package dev.userdeck.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.error.FieldError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelatedRowsTest {
    private final RowKeys digests = new RowKeys();

    private void add(RowSpool spool, int row, boolean waits, String... keys) throws IOException {
        spool.add(ImportRow.of(row + 1L, Map.of(), 1), Map.of("name", "Ada " + row), digests.of(Set.of(keys)), waits);
    }

    @Test
    void allRowsOfAGroupAreFoundInTheOrderOfTheFile() throws IOException {
        try (var spool = new RowSpool()) {
            add(spool, 0, false, "a", "b");
            add(spool, 1, false, "c");
            add(spool, 2, false, "b", "d"); // with 0, and by that with 4
            spool.endBatch();
            add(spool, 3, false, "e");
            add(spool, 4, true, "a", "f");
            add(spool, 5, true, "f");
            spool.endBatch();
            add(spool, 6, false, "g");
            spool.endBatch();
            add(spool, 7, true, "e", "h");

            long[] order = spool.related().inGroups();

            assertThat(Arrays.stream(order).mapToInt(one -> (int) one)).containsExactly(0, 2, 4, 5, 3, 7);
            assertThat(Arrays.stream(order).map(one -> one >>> Integer.SIZE)).containsExactly(0L, 0L, 0L, 0L, 3L, 3L);
            ImportRow again = spool.row(4);
            assertThat(again.number()).isEqualTo(5);
            assertThat(again.values()).isEqualTo(Map.of("name", "Ada 4"));
            assertThat(again.errors()).isEqualTo(List.<FieldError>of());
        }
    }

    @Test
    void aFilterForgetsNoKeyAndTakesFewOthersForOne() {
        var filter = new KeyFilter();
        new Random(1).longs(100_000).forEach(filter::add);

        assertThat(new Random(1).longs(100_000)).allMatch(filter::mayHave);
        assertThat(new Random(2).longs(100_000).filter(filter::mayHave).count()).isLessThan(100);
    }
}
