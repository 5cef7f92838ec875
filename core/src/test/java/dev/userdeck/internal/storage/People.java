package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Configuration;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.libs.org.jooq.Table;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.libs.org.jooq.impl.DefaultConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** A small table to try statements on: names, which may be null, and ages. */
final class People implements AutoCloseable {
    static final Table<?> PEOPLE = DSL.table(DSL.name("PEOPLE"));
    static final Field<String> ID = DSL.field(DSL.name("ID"), String.class);
    static final Field<String> NAME = DSL.field(DSL.name("NAME"), String.class);
    static final Field<Long> AGE = DSL.field(DSL.name("AGE"), Long.class);

    final Configuration jooq = new DefaultConfiguration().set(SQLDialect.H2);
    final Connection connection;

    People() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        try (var statement = connection.createStatement()) {
            statement.execute("create table people (id varchar(9) primary key, name varchar(99), age bigint)");
            statement.execute("insert into people values ('a', 'Ada', 36), ('b', 'Bea', 41), ('c', null, null)");
        }
    }

    /** Who is in it now, and how old. */
    Map<String, Long> ages() throws SQLException {
        var found = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, age from people")) {
            while (rows.next()) {
                found.put(rows.getString("id"), rows.getLong("age"));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
