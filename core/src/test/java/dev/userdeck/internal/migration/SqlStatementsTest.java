package dev.userdeck.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlStatementsTest {

    @Test
    void cutsAtSemicolons() {
        assertThat(SqlStatements.split("create table a (x int);\r\ncreate table b (y int)\n;\n;"))
                .containsExactly("create table a (x int)", "create table b (y int)");
    }

    @Test
    void leavesCommentsOut() {
        assertThat(SqlStatements.split("-- first; not a cut\nselect 1 /* nor ; here */ + 1; -- last"))
                .containsExactly("select 1  + 1");
    }

    @Test
    void keepsSemicolonsInQuotes() {
        assertThat(SqlStatements.split("insert into a values ('x;''--y'); select \";\", `;`"))
                .containsExactly("insert into a values ('x;''--y')", "select \";\", `;`");
    }

    @Test
    void keepsDollarQuotedBodies() {
        assertThat(SqlStatements.split("create function f() as $body$ begin; end; $body$ language plpgsql; select 1"))
                .containsExactly("create function f() as $body$ begin; end; $body$ language plpgsql", "select 1");
    }

    @Test
    void takesALoneDollarForWhatItIs() {
        assertThat(SqlStatements.split("select '5$'; select $1 + 2; select 3"))
                .containsExactly("select '5$'", "select $1 + 2", "select 3");
    }

    @Test
    void nothingMakesNoStatement() {
        assertThat(SqlStatements.split(" \n-- only words\n;;")).isEmpty();
    }
}
