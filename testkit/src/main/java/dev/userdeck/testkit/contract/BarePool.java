package dev.userdeck.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool that waits for ever when it has nothing left, and hands each connection on just as it was given back. */
public final class BarePool implements AutoCloseable {
    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    /** Brings a connection to where it is when it is handed out for the first time. */
    public interface Setup {
        void of(Connection connection) throws SQLException;
    }

    public BarePool(String url, int size, Setup setup) throws SQLException {
        for (int i = 0; i < size; i++) {
            Connection connection = DriverManager.getConnection(url);
            setup.of(connection);
            all.add(connection);
        }
        idle.addAll(all);
    }

    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                BarePool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    try {
                        return lent(idle.take());
                    } catch (InterruptedException e) {
                        throw new SQLException("Interrupted", e);
                    }
                });
    }

    /** Whether all connections come back: the last may be in the hands of a thread that no longer waits for it. */
    boolean allComeBack() throws InterruptedException {
        var back = new ArrayList<Connection>();
        try {
            while (back.size() < all.size()) {
                Connection next = idle.poll(10, TimeUnit.SECONDS);
                if (next == null) {
                    return false;
                }
                back.add(next);
            }
            return true;
        } finally {
            idle.addAll(back);
        }
    }

    /** What each connection would do to who gets it next. */
    public List<String> states(@Nullable String alsoAsk) throws SQLException {
        List<String> states = new ArrayList<>();
        for (Connection connection : all) {
            String asked = alsoAsk == null ? "" : ask(connection, alsoAsk);
            states.add("auto-commit %s, isolation %d, schema %s, catalog %s, %s"
                    .formatted(
                            connection.getAutoCommit(),
                            connection.getTransactionIsolation(),
                            connection.getSchema(),
                            connection.getCatalog(),
                            asked));
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
        return states;
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                BarePool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        idle.add(connection);
                        return null;
                    }
                    return invoke(connection, method, arguments);
                });
    }

    static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
