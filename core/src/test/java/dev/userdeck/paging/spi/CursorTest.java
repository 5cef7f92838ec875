package dev.userdeck.paging.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String QUERY = "users?sort=name";

    @Test
    void aCursorKeepsItsKey() {
        Cursor cursor = Cursor.read(QUERY, before("Zoë 🦊", "42"), 2);

        assertThat(cursor.isBackwards()).isTrue();
        assertThat(cursor.text(0)).isEqualTo("Zoë 🦊");
        assertThat(cursor.number(1)).isEqualTo(42);
    }

    @Test
    void aCursorIsUrlSafe() {
        assertThat(after("a/b?c&d=e", "")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String cursor = after("a", "b");

        assertRefused("users?sort=email", cursor, 2);
        assertRefused(QUERY, cursor, 1);
        assertRefused(QUERY, cursor, 3);
    }

    @Test
    void aChangeOfAnyCharacterIsNoticed() {
        String cursor = after("1772366400000", "id");

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
        Cursor cursor = Cursor.read(QUERY, after("x"), 1);

        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void textThatNoDatabaseTakesIsRefused() {
        assertRefused(QUERY, after("a\0b"), 1);
    }

    @Test
    void theFirstPageHasNoneBeforeIt() {
        var page = page(null, 2, "a", "b", "c");

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.previousCursor()).isNull();
        assertBegins(page.nextCursor(), false, "b");
    }

    @Test
    void aPageInTheMiddleLeadsBothWays() {
        var page = page(after("b"), 2, "c", "d", "e");

        assertThat(page.items()).containsExactly("c", "d");
        assertBegins(page.previousCursor(), true, "c");
        assertBegins(page.nextCursor(), false, "d");
    }

    @Test
    void aPageReadBackwardsIsInTheOrderOfTheList() {
        var page = page(before("e"), 2, "d", "c", "b");

        assertThat(page.items()).containsExactly("c", "d");
        assertBegins(page.previousCursor(), true, "c");
        assertBegins(page.nextCursor(), false, "d");
    }

    @Test
    void theLastPageHasNoneAfterIt() {
        assertThat(page(after("b"), 2, "c").nextCursor()).isNull();
        assertThat(page(null, 2)).isEqualTo(Page.single(List.of()));
    }

    @Test
    void aPageThatEmptiedLeadsToTheEndOfTheListOnItsSide() {
        var ahead = page(after("x"), 2);
        var behind = page(before("b"), 2);

        assertThat(ahead.nextCursor()).isNull();
        assertThat(behind.previousCursor()).isNull();
        Cursor end = Cursor.read(QUERY, ahead.previousCursor(), 1);
        assertThat(end.isBackwards()).isTrue();
        assertThat(end.hasKey()).isFalse();
        Cursor start = Cursor.read(QUERY, behind.nextCursor(), 1);
        assertThat(start.isBackwards()).isFalse();
        assertThat(start.hasKey()).isFalse();
    }

    @Test
    void aPageReadFromTheEndHasNoneAfterIt() {
        var page = page(page(after("x"), 2).previousCursor(), 2, "d", "c", "b");

        assertThat(page.items()).containsExactly("c", "d");
        assertThat(page.nextCursor()).isNull();
        assertBegins(page.previousCursor(), true, "c");
        assertThat(page(page(after("x"), 2).previousCursor(), 2)).isEqualTo(Page.single(List.of()));
    }

    private static Page<String> page(@Nullable String cursor, int size, String... found) {
        return Cursor.read(QUERY, cursor, 1).page(List.of(found), size, List::of);
    }

    private static String after(String... key) {
        return Cursor.read(QUERY, null, key.length).after(List.of(key));
    }

    private static String before(String... key) {
        return Cursor.read(QUERY, null, key.length).before(List.of(key));
    }

    private static void assertBegins(@Nullable String text, boolean backwards, String key) {
        assertThat(text).isNotNull();
        Cursor cursor = Cursor.read(QUERY, text, 1);
        assertThat(cursor.isBackwards()).isEqualTo(backwards);
        assertThat(cursor.text(0)).isEqualTo(key);
    }

    private static void assertRefused(String query, String cursor, int keyParts) {
        assertThatThrownBy(() -> Cursor.read(query, cursor, keyParts)).isInstanceOf(InvalidCursorException.class);
    }
}
