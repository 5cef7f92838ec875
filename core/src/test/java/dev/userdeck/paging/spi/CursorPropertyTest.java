package dev.userdeck.paging.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.userdeck.paging.InvalidCursorException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

class CursorPropertyTest {
    private static final String SEED = "20261127";
    private static final String QUERY = "users/all";

    @Property(seed = SEED)
    void whatIsMadeIsReadAgain(@ForAll boolean backwards, @ForAll @StringLength(max = 255) String name) {
        // NUL is in no column, and half a surrogate pair neither
        String key = name.replace("\0", "").replaceAll("[\\ud800-\\udfff]", "");

        Cursor start = Cursor.read(QUERY, null, 2);
        var row = List.of(key, "7");

        Cursor cursor = Cursor.read(QUERY, backwards ? start.before(row) : start.after(row), 2);

        assertThat(cursor.isBackwards()).isEqualTo(backwards);
        assertThat(List.of(cursor.text(0), cursor.text(1))).isEqualTo(row);
        assertThat(cursor.number(1)).isEqualTo(7);
    }

    @Property(seed = SEED)
    void whatIsMadeUpIsRefusedAndNothingElseIsThrown(@ForAll @StringLength(max = 200) String cursor) {
        assertRefused(cursor);
    }

    @Property(seed = SEED)
    void whatIsChangedIsRefused(
            @ForAll @StringLength(max = 40) String key,
            @ForAll @Size(min = 1, max = 3) List<Character> put,
            @ForAll @UniqueElements @Size(min = 1, max = 3) List<Integer> indexes) {
        String cursor = Cursor.read(QUERY, null, 1).after(List.of(key));
        var changed = new StringBuilder(cursor);
        for (int i = 0; i < Math.min(put.size(), indexes.size()); i++) {
            changed.setCharAt(Math.floorMod(indexes.get(i), cursor.length()), put.get(i));
        }

        if (!changed.toString().equals(cursor)) {
            assertRefused(changed.toString());
        }
        assertRefused(cursor.substring(Math.floorMod(indexes.get(0), cursor.length()) + 1));
        assertThatCode(() -> Cursor.read(QUERY + "x", cursor, 1)).isInstanceOf(InvalidCursorException.class);
        assertThatCode(() -> Cursor.read(QUERY, cursor, 2)).isInstanceOf(InvalidCursorException.class);
    }

    private static void assertRefused(String cursor) {
        assertThatCode(() -> Cursor.read(QUERY, cursor, 1)).isInstanceOf(InvalidCursorException.class);
    }
}
