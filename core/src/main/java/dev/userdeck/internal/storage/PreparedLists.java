package dev.userdeck.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * As {@link Prepared}, with lists among the values ({@code in (…)}): rendered once for each combination of their lengths.
 * Safe for use by many threads.
 */
public final class PreparedLists {
    /** How many texts are kept: pages are short, and most of them full. */
    private static final int KEPT = 500;

    private final Jooq jooq;
    private final Function<List<? extends Collection<String>>, ? extends Query> statement;
    private final Map<List<Integer>, Prepared> rendered = new ConcurrentHashMap<>();

    PreparedLists(Jooq jooq, Function<List<? extends Collection<String>>, ? extends Query> statement) {
        this.jooq = jooq;
        this.statement = statement;
    }

    /**
     * Reads.
     *
     * @param lists in the order of the statement
     */
    public <T extends @Nullable Object> T query(
            Connection connection, Prepared.Reading<T> reading, List<? extends Collection<String>> lists)
            throws SQLException {
        return prepared(lists)
                .query(
                        connection,
                        reading,
                        lists.stream().flatMap(Collection::stream).toArray());
    }

    private Prepared prepared(List<? extends Collection<String>> lists) {
        List<Integer> lengths = lists.stream().map(Collection::size).toList();
        Prepared known = rendered.get(lengths);
        if (known == null) {
            known = jooq.prepare(db -> statement.apply(lists));
            if (rendered.size() < KEPT) {
                rendered.put(lengths, known);
            }
        }
        return known;
    }
}
