package dev.userdeck.testkit.recipe;

import dev.userdeck.recipe.spi.Database;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Plain JDBC in a line. Tables are written {@code {so}}. */
final class Sql {
    private static final Pattern TABLE = Pattern.compile("\\{(?!user})([a-z_]+)}");

    private final Database database;

    Sql(Database database) {
        this.database = database;
    }

    /** Makes something of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** SQL with its values. */
    record Part(String sql, List<Object> values) {}

    /** But for <code>{user}</code>, which stands for a user. */
    String text(String sql) {
        return TABLE.matcher(sql).replaceAll(found -> database.table(found.group(1)));
    }

    <T> List<T> select(Reading<T> reading, String sql, Object... values) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text(sql))) {
                bind(select, values);
                var found = new ArrayList<T>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.of(rows));
                    }
                }
                return found;
            }
        });
    }

    int write(String sql, Object... values) {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text(sql))) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** A condition that a column has one of some values. */
    static Part among(String column, Collection<String> values) {
        return new Part(
                column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                List.copyOf(values));
    }

    /** A condition that a column has a tenant of the scope. */
    static Part within(String column, Scope scope) {
        return scope instanceof Scope.Only only
                ? among(
                        column,
                        only.tenants().stream().map(TenantId::value).sorted().toList())
                : new Part("1 = 1", List.of());
    }
}
