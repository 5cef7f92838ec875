package dev.userdeck.internal.migration;

import dev.userdeck.internal.storage.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a schema the one that unqualified names mean, until closed. */
final class SchemaInUse implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final @Nullable String before;

    SchemaInUse(Connection connection, Dialect dialect, @Nullable String schema) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.before = schema == null ? null : dialect.useSchema(connection, schema);
    }

    @Override
    public void close() throws SQLException {
        if (before != null) {
            dialect.useSchema(connection, before);
        }
    }
}
