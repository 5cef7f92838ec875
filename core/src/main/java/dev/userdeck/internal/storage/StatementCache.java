package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Configuration;
import dev.userdeck.libs.org.jooq.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As {@link RenderedStatement}, for a statement with parts that are now there and now not, or lists of values: rendered once for each
 * combination of the parts' shapes. Safe for use by many threads.
 */
public final class StatementCache {
    /** How many texts are kept: pages are short, and most of them full. */
    private static final int KEPT = 500;

    private final Configuration configuration;
    private final String name;
    private final Map<String, RenderedStatement> rendered = new ConcurrentHashMap<>();

    StatementCache(Configuration configuration, String name) {
        this.configuration = configuration;
        this.name = name;
    }

    /**
     * Reads.
     *
     * @param statement of the conditions of {@code parts}; asked only when there is no text for their shapes yet
     * @param parts in the order in which the statement binds their values, and all that makes its text another one
     * @throws IllegalStateException if the statement binds other values than those of the parts
     */
    public <T extends @Nullable Object> T query(
            Connection connection,
            RenderedStatement.Reading<T> reading,
            Supplier<? extends Query> statement,
            SqlFragment... parts)
            throws SQLException {
        return prepared(statement, parts).query(connection, reading, prepared -> bind(prepared, parts));
    }

    /**
     * Writes; for the rest see {@link #query}.
     *
     * @return how many rows it hit
     */
    public int execute(Connection connection, Supplier<? extends Query> statement, SqlFragment... parts)
            throws SQLException {
        return prepared(statement, parts).execute(connection, prepared -> bind(prepared, parts));
    }

    private RenderedStatement prepared(Supplier<? extends Query> statement, SqlFragment... parts) {
        String shape = Stream.of(parts).map(SqlFragment::shape).collect(Collectors.joining("; "));
        RenderedStatement known = rendered.get(shape);
        if (known == null) {
            known = StatementRenderer.inOrder(configuration, name, statement.get(), values(parts));
            if (rendered.size() < KEPT) {
                rendered.put(shape, known);
            }
        }
        return known;
    }

    private static List<?> values(SqlFragment... parts) {
        return Stream.of(parts).flatMap(part -> part.values().stream()).toList();
    }

    private static void bind(PreparedStatement prepared, SqlFragment... parts) throws SQLException {
        int parameter = 1;
        for (SqlFragment part : parts) {
            for (Object value : part.values()) {
                BindNames.set(prepared, parameter++, value);
            }
        }
    }
}
