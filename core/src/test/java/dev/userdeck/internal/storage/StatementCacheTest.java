package dev.userdeck.internal.storage;

import static dev.userdeck.internal.storage.People.AGE;
import static dev.userdeck.internal.storage.People.ID;
import static dev.userdeck.internal.storage.People.NAME;
import static dev.userdeck.internal.storage.People.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementCacheTest {
    private People people;
    private StatementCache cache;

    @BeforeEach
    void open() throws SQLException {
        people = new People();
        cache = new StatementCache(people.jooq, "of people");
    }

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void partsOfTheSameShapeSendTheTextThatWasRenderedForOthers() throws SQLException {
        assertThat(ids(SqlFragment.in(ID, List.of("a", "b")))).containsExactly("a", "b");

        SqlFragment others = SqlFragment.in(ID, List.of("c", "b"));
        List<String> found = cache.query(
                people.connection,
                StatementCacheTest::ids,
                () -> {
                    throw new AssertionError("It was rendered already");
                },
                others);

        assertThat(found).containsExactly("b", "c");
    }

    @Test
    void partsOfAnotherShapeHaveATextOfTheirOwn() throws SQLException {
        assertThat(ids(SqlFragment.in(ID, List.of("a")))).containsExactly("a");
        assertThat(ids(SqlFragment.in(ID, List.of("a", "b", "c")))).containsExactly("a", "b", "c");
        assertThat(ids(SqlFragment.in(ID, List.of("a", "b")).and(SqlFragment.in(NAME, List.of("Bea")))))
                .containsExactly("b");
        assertThat(ids(SqlFragment.in(ID, List.of("a")).or(SqlFragment.in(NAME, List.of("Bea")))))
                .containsExactly("a", "b");
    }

    @Test
    void aStatementThatBindsAnotherNumberOfValuesThanItsPartsIsRefused() {
        SqlFragment one = SqlFragment.in(ID, List.of("a"));

        assertThatThrownBy(() -> send(() -> DSL.update(PEOPLE).set(AGE, 1L).where(one.condition()), one))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\" bind 1 values, the statement binds 2");
        assertThatThrownBy(() -> send(() -> DSL.update(PEOPLE).set(AGE, AGE), one))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\" bind 1 values, the statement binds 0");
    }

    @Test
    void aStatementThatBindsItsPartsInAnotherOrderIsRefused() throws SQLException {
        SqlFragment id = SqlFragment.in(ID, List.of("a"));
        SqlFragment name = SqlFragment.in(NAME, List.of("Ada"));

        assertThatThrownBy(() -> send(
                        () -> DSL.deleteFrom(PEOPLE).where(name.condition()).and(id.condition()), id, name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\" bind 2 values, the statement binds 2, or others");
        assertThat(people.ages()).containsKey("a");
    }

    @Test
    void aPartThatBindsOtherValuesThanItSaysIsRefused() throws SQLException {
        SqlFragment wrong = SqlFragment.of("id", () -> ID.eq("a"), "b");

        assertThatThrownBy(() -> send(() -> DSL.deleteFrom(PEOPLE).where(wrong.condition()), wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\"");
        assertThat(people.ages()).containsKeys("a", "b");
    }

    private List<String> ids(SqlFragment part) throws SQLException {
        return cache.query(
                people.connection,
                StatementCacheTest::ids,
                () -> DSL.select(NAME, ID).from(PEOPLE).where(part.condition()).orderBy(ID),
                part);
    }

    private static List<String> ids(ResultRows rows) throws SQLException {
        var found = new ArrayList<String>();
        while (rows.next()) {
            found.add(rows.get(ID));
        }
        return found;
    }

    private int send(Supplier<Query> statement, SqlFragment... parts) throws SQLException {
        return cache.execute(people.connection, statement, parts);
    }
}
