package dev.userdeck.internal.storage;

import static dev.userdeck.internal.storage.People.AGE;
import static dev.userdeck.internal.storage.People.ID;
import static dev.userdeck.internal.storage.People.NAME;
import static dev.userdeck.internal.storage.People.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenderedInsertTest {
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
    void rowsAreBoundByTheNamesOfTheirColumns() throws SQLException {
        var insert = new RenderedInsert(DSL.using(people.jooq), PEOPLE, List.of(ID, NAME, AGE));

        insert.execute(people.connection, Bind.of(AGE, 50), Bind.of(ID, "d"), Bind.of(NAME, "Dora"));
        insert.execute(
                people.connection,
                List.of(
                        new Bind[] {Bind.of(ID, "e"), Bind.of(NAME, null), Bind.of(AGE, 60)},
                        new Bind[] {Bind.of(NAME, "Fay"), Bind.of(AGE, 70), Bind.of(ID, "f")}));

        assertThat(people.ages())
                .containsEntry("d", 50L)
                .containsEntry("e", 60L)
                .containsEntry("f", 70L);
    }

    @Test
    void aRowWithoutAValueForAColumnIsToldWithTheTable() throws SQLException {
        var insert = new RenderedInsert(DSL.using(people.jooq), PEOPLE, List.of(ID, NAME));

        assertThatThrownBy(() -> insert.execute(people.connection, Bind.of(ID, "d")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"insert into PEOPLE\"")
                .hasMessageContaining("no value for NAME");
        assertThat(people.ages()).doesNotContainKey("d");
    }

    @Test
    void manyRowsAreBoundByTheNamesOfTheirColumnsToo() throws SQLException {
        var many = BatchInsert.into(PEOPLE, ID, NAME, AGE);
        for (long age = 0; age < 120; age++) {
            many.add(Bind.of(NAME, "Ida"), Bind.of(AGE, age), Bind.of(ID, "many" + age));
        }

        many.insert(db());

        assertThat(people.ages()).hasSize(123).containsEntry("many0", 0L).containsEntry("many119", 119L);
    }

    @Test
    void oneOfManyRowsWithAnotherColumnIsRefused() {
        var many = BatchInsert.into(PEOPLE, ID, NAME);
        many.add(Bind.of(ID, "d"), Bind.of(NAME, "Dora"));
        many.add(Bind.of(ID, "e"), Bind.of(AGE, 60));

        assertThatThrownBy(() -> many.insert(db()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no value for NAME");
    }

    private DSLContext db() {
        return DSL.using(people.connection, people.jooq.dialect());
    }
}
