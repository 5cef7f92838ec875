package dev.userdeck.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apiguardian.api.API;

/**
 * So many users that planners prefer indexes, written by the database itself in seconds. User {@code i} of
 * {@value #COUNT} is {@code Name i} with the email {@code user<i>@example.org}, joined at millisecond {@code i + 1}, is in
 * {@code public} and, one in a thousand, in {@code other}; one in a thousand each is suspended, or signs in with
 * {@code okta}; one in ten has a session. For {@link Plans}; nobody can sign in.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ManyUsers {
    /** How many there are. */
    public static final int COUNT = 10_000;

    /** How often something is that is rare: it holds for the users {@code 1}, {@code 1001} and so on. */
    public static final int RARE = 1_000;

    private static final String DIGITS = "(select 0 as d union all select 1 union all select 2 union all select 3"
            + " union all select 4 union all select 5 union all select 6 union all select 7 union all select 8"
            + " union all select 9)";
    private static final String NUMBERS = "(select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as i from "
            + DIGITS + " a cross join " + DIGITS + " b cross join " + DIGITS + " c cross join " + DIGITS
            + " e cross join " + DIGITS + " f) numbers where i < ";
    private static final String ID = "concat('0199a1b2-0000-7000-8000-', 100000000000 + i)";

    private final Connection connection;
    private final int count;

    private ManyUsers(Connection connection, int count) {
        this.connection = connection;
        this.count = count;
    }

    /** Rows of other tables that belong to them. */
    @FunctionalInterface
    public interface More {
        /** Writes them by {@link #insert}. */
        void into(ManyUsers users) throws SQLException;
    }

    /** Writes them and what belongs to them in one transaction, and has the engine look at what is there. */
    public static void fill(TestDatabase database, More more) {
        fill(database, COUNT, more);
    }

    /** The same with so many, up to 100,000. */
    public static void fill(TestDatabase database, int count, More more) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var users = new ManyUsers(connection, count);
            users.insertUsers(database.engine());
            more.into(users);
            connection.commit();
            connection.setAutoCommit(true);
            analyze(database.engine(), connection);
            database.statements().reset();
        } catch (SQLException e) {
            throw new IllegalStateException("Can't write many users", e);
        }
    }

    /** The id of a user. */
    public static String id(int user) {
        return "0199a1b2-0000-7000-8000-" + (100_000_000_000L + user);
    }

    /**
     * Inserts a row for each user.
     *
     * @param table with its columns in brackets
     * @param values SQL over {@code i}, the number of the user, and {@code id}, the id; may end with a {@code where}
     */
    public void insert(String table, String values) throws SQLException {
        String where = values.contains(" where ") ? values.substring(values.indexOf(" where ")) : "";
        String row = values.substring(0, values.length() - where.length());
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " select " + row + " from (select i, " + ID + " as id from "
                    + NUMBERS + count + ") many" + where);
        }
    }

    private void insertUsers(Engine engine) throws SQLException {
        String email = "concat('user', i, '@example.org')";
        String name = "concat('name ', i)";
        String keys = "1 + i, mod(i, 3000), " + name + ", " + email;
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into ud_tenant (id, name, created_at) values ('other', 'Other', 1)");
        }
        insert(
                "ud_user (id, name, email, phone, status, version, joined_at, last_seen_at, name_key, email_key)",
                "id, concat('Name ', i), " + email
                        + ", '', case when mod(i, 1000) = 1 then 'suspended' else 'active' end," + " 1, " + keys);
        String member = "ud_user_tenant (user_id, tenant_id, joined_at, last_seen_at, name_key, email_key)";
        insert(member, "id, 'public', " + keys);
        insert(member, "id, 'other', " + keys + " where mod(i, 1000) = 1");
        insert(
                "ud_login_method (id, user_id, kind, email, provider, subject, created_at)",
                "concat('m', i), id, case when mod(i, 1000) = 1 then 'external' else 'password' end, " + email
                        + ", case when mod(i, 1000) = 1 then 'okta' else '' end, '', 1");
        insert("ud_identifier (tenant_id, kind, identifier, user_id)", "'public', 'email', " + email + ", id");
        insert(
                "ud_session (handle, selector, secret_hash, user_id, tenant_id, method, created_at, last_used_at, expires_at)",
                "concat('s', i), concat('s', i), 'x', id, 'public', 'password', 1, 1, 2 where mod(i, 10) = 1");
        insert("ud_user_search (user_id, search_text)", "id, concat(' name ', i, ' user', i, '@ example. org')");
        if (engine != Engine.POSTGRESQL) {
            for (String word : List.of("'name'", "'example. org'", "'org'", "concat('user', i, '@ example. org')")) {
                insert("ud_user_word (word, user_id)", word + ", id");
            }
        }
    }

    private static void analyze(Engine engine, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            switch (engine) {
                case H2 -> statement.execute("analyze");
                case POSTGRESQL -> statement.execute("vacuum analyze");
                case MYSQL, MARIADB -> {
                    for (String table : Plans.tables(connection)) {
                        statement.execute("analyze table " + table);
                    }
                }
            }
        }
    }
}
