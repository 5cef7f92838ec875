package dev.userdeck.benchmarks.cases;

import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Operation;
import dev.userdeck.benchmarks.fixture.Work;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.testkit.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the database alone takes: prepared statements on a connection that stays open, every column of every row read. */
final class RawQueries implements AutoCloseable {
    private static final Ids IDS = new Ids(Clock.systemUTC());

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private RawQueries(Connection connection) {
        this.connection = connection;
    }

    /** Binds for one call; null when there is nothing left. */
    @FunctionalInterface
    interface Binds {
        @Nullable
        Object @Nullable [] next(SplittableRandom random);
    }

    /** Several statements in one transaction. */
    @FunctionalInterface
    interface Transaction {
        boolean run(RawQueries raw, SplittableRandom random) throws SQLException;
    }

    /** Work that reads with one statement. */
    static Work reading(BenchmarkDatabase site, String sql, Binds binds) {
        return () -> {
            var raw = new RawQueries(site.connect());
            return raw.operation(random -> {
                @Nullable Object[] values = binds.next(random);
                if (values == null) {
                    return false;
                }
                raw.read(sql, values);
                return true;
            });
        };
    }

    /**
     * The newest users for whom there is something, read along the list: what is asked of each is written so that the engine
     * makes no join of it.
     *
     * @param something of the user {@code u}
     */
    static Work alongTheList(BenchmarkDatabase site, String something, Binds binds) {
        String holds = site.engine() == Engine.POSTGRESQL
                ? "(select 1 where exists (" + something + "))"
                : "case when exists (" + something + ") then 1 else 0 end";
        return reading(
                site,
                "select u.* from ud_user u where " + holds + " = 1 order by u.joined_at desc, u.id desc limit "
                        + (DeepPaging.PAGE + 1),
                binds);
    }

    /** Work that writes in one transaction. */
    static Work writing(BenchmarkDatabase site, Transaction transaction) {
        return () -> writer(site, transaction);
    }

    static Operation writer(BenchmarkDatabase site, Transaction transaction) throws SQLException {
        var raw = new RawQueries(site.connect());
        raw.connection.setAutoCommit(false);
        return raw.operation(random -> {
            boolean isDone = transaction.run(raw, random);
            raw.connection.commit();
            return isDone;
        });
    }

    /** Reads all rows and tells how many there were. */
    int read(String sql, @Nullable Object... binds) throws SQLException {
        PreparedStatement statement = bound(sql, binds);
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            int count = 0;
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getString(i);
                }
                count++;
            }
            return count;
        }
    }

    int write(String sql, @Nullable Object... binds) throws SQLException {
        return bound(sql, binds).executeUpdate();
    }

    /** Writes an audit event of a user, with what changed: field, before, after. */
    void event(String action, String user, List<@Nullable String[]> changes) throws SQLException {
        String id = IDS.next();
        write(
                "insert into ud_audit_event (id, happened_at, action, component, actor_kind, actor_id, actor_name, ip,"
                        + " user_agent, user_id, tenant_id, target) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                Ids.millisOf(id),
                action,
                action.substring(0, action.indexOf('.')),
                "user",
                user,
                null,
                null,
                null,
                user,
                "public",
                id);
        if (changes.isEmpty()) {
            return;
        }
        var binds = new ArrayList<@Nullable Object>();
        for (@Nullable String[] change : changes) {
            binds.add(id);
            binds.addAll(Arrays.asList(change));
        }
        write(
                "insert into ud_audit_event_change (event_id, field, before_value, after_value) values "
                        + String.join(", ", Collections.nCopies(changes.size(), "(?, ?, ?, ?)")),
                binds.toArray());
    }

    static String newId() {
        return IDS.next();
    }

    private Operation operation(Operation run) {
        return new Operation() {
            @Override
            public boolean run(SplittableRandom random) throws Exception {
                return run.run(random);
            }

            @Override
            public void close() throws SQLException {
                RawQueries.this.close();
            }
        };
    }

    private PreparedStatement bound(String sql, @Nullable Object... binds) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < binds.length; i++) {
            statement.setObject(i + 1, binds[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
