package dev.userdeck.internal.storage;

import static dev.userdeck.internal.storage.People.AGE;
import static dev.userdeck.internal.storage.People.ID;
import static dev.userdeck.internal.storage.People.NAME;
import static dev.userdeck.internal.storage.People.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenderedStatementTest {
    private static final Param<String> WHO = Bind.text("who");
    private static final Param<String> OTHER = Bind.text("other");
    private static final Param<Long> YEARS = Bind.number("years");
    private static final Field<Integer> COUNT = DSL.count();

    private People people;

    @BeforeEach
    void open() throws SQLException {
        people = new People();
    }

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void valuesAreBoundByTheirNamesInWhateverOrderTheyAreGiven() throws SQLException {
        RenderedStatement older = rendered(
                DSL.update(PEOPLE).set(AGE, YEARS).where(NAME.eq(OTHER)).and(ID.eq(WHO)));

        int hit = older.execute(people.connection, Bind.of(WHO, "a"), Bind.of(YEARS, 37), Bind.of(OTHER, "Ada"));

        assertThat(hit).isEqualTo(1);
        assertThat(people.ages()).containsEntry("a", 37L).containsEntry("b", 41L);
    }

    @Test
    void aValueThatAStatementBindsTwiceIsGivenOnce() throws SQLException {
        RenderedStatement either =
                rendered(DSL.select(ID).from(PEOPLE).where(ID.eq(WHO)).or(NAME.eq(WHO)));

        assertThat(ids(either, Bind.of(WHO, "a"))).containsExactly("a");
        assertThat(ids(either, Bind.of(WHO, "Bea"))).containsExactly("b");
    }

    @Test
    void nullIsAValueToo() throws SQLException {
        RenderedStatement named = rendered(DSL.update(PEOPLE).set(NAME, OTHER).where(ID.eq(WHO)));
        RenderedStatement unnamed = rendered(DSL.select(ID).from(PEOPLE).where(NAME.isNull()));

        named.execute(people.connection, Bind.of(OTHER, null), Bind.of(WHO, "a"));

        assertThat(ids(unnamed)).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void aMissingValueIsToldWithTheStatementAndNothingIsSent() throws SQLException {
        RenderedStatement older = rendered(DSL.update(PEOPLE).set(AGE, YEARS).where(ID.eq(WHO)));

        assertThatThrownBy(() -> older.execute(people.connection, Bind.of(YEARS, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\"")
                .hasMessageContaining("no value for who");
        assertThat(people.ages()).containsEntry("a", 36L);
    }

    @Test
    void aValueTooManyIsToldWithTheStatementAndNothingIsSent() throws SQLException {
        RenderedStatement older = rendered(DSL.update(PEOPLE).set(AGE, YEARS).where(ID.eq(WHO)));

        assertThatThrownBy(() ->
                        older.execute(people.connection, Bind.of(YEARS, 1), Bind.of(WHO, "a"), Bind.of(OTHER, "b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\"")
                .hasMessageContaining("no other");
        assertThatThrownBy(
                        () -> older.execute(people.connection, Bind.of(YEARS, 1), Bind.of(WHO, "a"), Bind.of(WHO, "b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no value twice");
        assertThat(people.ages()).containsEntry("a", 36L).containsEntry("b", 41L);
    }

    @Test
    void aValueWithoutANameIsRefusedBeforeTheStatementIsEverSent() {
        Query unnamed = DSL.select(ID).from(PEOPLE).where(ID.eq("a"));

        assertThatThrownBy(() -> rendered(unnamed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\" binds a value that has no name");
    }

    @Test
    void rowsAreReadByFieldInWhateverOrderTheyWereSelected() throws SQLException {
        RenderedStatement all = rendered(DSL.select(AGE, NAME, ID).from(PEOPLE).orderBy(ID));

        List<String> read = all.query(people.connection, rows -> {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.get(ID) + " " + rows.getOrNull(NAME) + " " + rows.getOrNull(AGE) + " " + rows.get(ID));
            }
            return found;
        });

        assertThat(read).containsExactly("a Ada 36 a", "b Bea 41 b", "c null null c");
    }

    @Test
    void whatIsCountedIsReadByFieldToo() throws SQLException {
        RenderedStatement count = rendered(DSL.select(COUNT).from(PEOPLE));

        int found = count.query(people.connection, rows -> {
            rows.next();
            return rows.get(COUNT);
        });

        assertThat(found).isEqualTo(3);
    }

    @Test
    void theFieldsOfAUnionAreThoseOfItsFirstPart() throws SQLException {
        Field<String> what = DSL.inline("name");
        RenderedStatement both = rendered(DSL.select(what, NAME)
                .from(PEOPLE)
                .where(ID.eq(WHO))
                .unionAll(DSL.select(DSL.inline("id"), ID).from(PEOPLE).where(ID.eq(WHO))));

        List<String> read = both.query(
                people.connection,
                rows -> {
                    var found = new ArrayList<String>();
                    while (rows.next()) {
                        found.add(rows.get(what) + " " + rows.get(NAME));
                    }
                    return found;
                },
                Bind.of(WHO, "a"));

        assertThat(read).containsExactlyInAnyOrder("name Ada", "id a");
    }

    @Test
    void aFieldThatIsNotSelectedIsToldWithTheStatement() {
        RenderedStatement all = rendered(DSL.select(ID, NAME).from(PEOPLE));

        assertThatThrownBy(() -> all.query(people.connection, rows -> rows.next() ? rows.getOrNull(AGE) : null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\"")
                .hasMessageContaining("selects no \"AGE\"");
    }

    @Test
    void nullIsRefusedWhereNoneIsExpected() {
        RenderedStatement unnamed = rendered(DSL.select(ID, NAME).from(PEOPLE).where(NAME.isNull()));

        assertThatThrownBy(() -> unnamed.query(people.connection, rows -> rows.next() ? rows.get(NAME) : ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\"")
                .hasMessageContaining("null for \"NAME\"");
    }

    @Test
    void aFieldOfNoTableThatIsSelectedTwiceIsRefusedBeforeTheStatementIsEverSent() {
        Field<String> none = DSL.inline("");
        Query twice = DSL.select(none, none).unionAll(DSL.select(ID, NAME).from(PEOPLE));

        assertThatThrownBy(() -> rendered(twice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"of people\" selects '' twice");
    }

    @Test
    void aStatementAroundOthersBindsWhatTheyBind() throws SQLException {
        RenderedStatement ofAge = rendered(DSL.select(ID).from(PEOPLE).where(AGE.gt(YEARS)));
        RenderedStatement ofName =
                rendered(DSL.select(ID).from(PEOPLE).where(NAME.eq(OTHER)).and(AGE.gt(YEARS)));
        var both = RenderedStatement.around("both", "select 1 where exists (%s) and exists (%s)", ofAge, ofName);

        assertThat(both.query(people.connection, ResultRows::next, Bind.of(YEARS, 40), Bind.of(OTHER, "Bea")))
                .isTrue();
        assertThat(both.query(people.connection, ResultRows::next, Bind.of(YEARS, 40), Bind.of(OTHER, "Ada")))
                .isFalse();
    }

    private RenderedStatement rendered(Query statement) {
        return StatementRenderer.named(people.jooq, "of people", statement);
    }

    private List<String> ids(RenderedStatement statement, Bind... values) throws SQLException {
        return statement.query(
                people.connection,
                rows -> {
                    var found = new ArrayList<String>();
                    while (rows.next()) {
                        found.add(rows.get(ID));
                    }
                    return found;
                },
                values);
    }
}
