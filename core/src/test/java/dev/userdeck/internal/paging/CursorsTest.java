package dev.userdeck.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final String QUERY = "users?sort=name";

    @Test
    void aCursorKeepsItsPlace() {
        var decoded = Cursors.decode(QUERY, Cursors.encode(QUERY, true, "Zoë 🦊", "42"), 2);

        assertThat(decoded.backwards()).isTrue();
        assertThat(decoded.text(0)).isEqualTo("Zoë 🦊");
        assertThat(decoded.number(1)).isEqualTo(42);
    }

    @Test
    void aCursorIsUrlSafe() {
        assertThat(Cursors.encode(QUERY, false, "a/b?c&d=e", "")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String cursor = Cursors.encode(QUERY, false, "a", "b");

        assertRefused("users?sort=email", cursor, 2);
        assertRefused(QUERY, cursor, 1);
        assertRefused(QUERY, cursor, 3);
    }

    @Test
    void aChangeOfAnyCharacterIsNoticed() {
        String cursor = Cursors.encode(QUERY, false, "1772366400000", "id");

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(QUERY, cursor.substring(0, i) + other + cursor.substring(i + 1), 2);
            assertRefused(QUERY, cursor.substring(0, i), 2);
        }
        assertRefused(QUERY, cursor + "A", 2);
        assertRefused(QUERY, cursor + "=", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "null", "%00", "é", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertRefused(QUERY, cursor, 1);
    }

    @Test
    void aGiantCursorIsRefused() {
        assertRefused(QUERY, "A".repeat(1_000_000), 1);
    }

    @Test
    void aPartThatIsNoNumberIsRefusedAsOne() {
        var decoded = Cursors.decode(QUERY, Cursors.encode(QUERY, false, "x"), 1);

        assertThatThrownBy(() -> decoded.number(0)).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void textThatNoDatabaseTakesIsRefused() {
        assertRefused(QUERY, Cursors.encode(QUERY, false, "a\0b"), 1);
    }

    @Test
    void theFirstPageHasNoneBeforeIt() {
        var page = page(null, 2, "a", "b", "c");

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.previousCursor()).isNull();
        assertThat(decode(page.nextCursor())).isEqualTo(new Cursors.Decoded(false, List.of("b")));
    }

    @Test
    void aPageInTheMiddleLeadsBothWays() {
        var page = page(new Cursors.Decoded(false, List.of("b")), 2, "c", "d", "e");

        assertThat(page.items()).containsExactly("c", "d");
        assertThat(decode(page.previousCursor())).isEqualTo(new Cursors.Decoded(true, List.of("c")));
        assertThat(decode(page.nextCursor())).isEqualTo(new Cursors.Decoded(false, List.of("d")));
    }

    @Test
    void aPageReadBackwardsIsInTheOrderOfTheList() {
        var page = page(new Cursors.Decoded(true, List.of("e")), 2, "d", "c", "b");

        assertThat(page.items()).containsExactly("c", "d");
        assertThat(decode(page.previousCursor())).isEqualTo(new Cursors.Decoded(true, List.of("c")));
        assertThat(decode(page.nextCursor())).isEqualTo(new Cursors.Decoded(false, List.of("d")));
    }

    @Test
    void theLastPageHasNoneAfterIt() {
        assertThat(page(new Cursors.Decoded(false, List.of("b")), 2, "c").nextCursor())
                .isNull();
        assertThat(page(null, 2)).isEqualTo(Page.single(List.of()));
    }

    private static Page<String> page(Cursors.@Nullable Decoded from, int size, String... fetched) {
        return Cursors.page(QUERY, from, size, List.of(fetched), row -> new String[] {row});
    }

    private static Cursors.Decoded decode(@Nullable String cursor) {
        assertThat(cursor).isNotNull();
        return Cursors.decode(QUERY, cursor, 1);
    }

    private static void assertRefused(String query, String cursor, int keyParts) {
        assertThatThrownBy(() -> Cursors.decode(query, cursor, keyParts)).isInstanceOf(InvalidCursorException.class);
    }
}
