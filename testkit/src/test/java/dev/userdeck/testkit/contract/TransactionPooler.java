package dev.userdeck.testkit.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * As PgBouncer in transaction mode: a client has a connection to the server for one transaction, and in auto-commit mode for
 * one statement; the next one gets another.
 */
public final class TransactionPooler implements AutoCloseable {
    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> servers = new LinkedBlockingQueue<>();

    public TransactionPooler(String url, int size) throws SQLException {
        for (int i = 0; i < size; i++) {
            all.add(DriverManager.getConnection(url));
        }
        servers.addAll(all);
    }

    public DataSource dataSource() {
        return (DataSource) proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return proxy(Connection.class, new Client());
        });
    }

    /** What a server's connection answers, for each of them. */
    public List<String> ask(String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        for (Connection server : all) {
            try (Statement statement = server.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                answers.add(row.getString(1));
            }
        }
        return answers;
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(TransactionPooler.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public void close() throws SQLException {
        for (Connection server : all) {
            server.close();
        }
    }

    /** One client, used by one thread. */
    private final class Client implements InvocationHandler {
        private boolean autoCommit = true;
        private @Nullable Connection server;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> autoCommit;
                case "setAutoCommit" -> {
                    end(true);
                    autoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
                    yield null;
                }
                case "commit", "close" -> {
                    end(method.getName().equals("commit"));
                    yield null;
                }
                case "rollback" -> {
                    if (arguments != null) {
                        yield inTransaction(method, arguments);
                    }
                    end(false);
                    yield null;
                }
                default -> autoCommit ? alone(method, arguments) : inTransaction(method, arguments);
            };
        }

        private void end(boolean isCommit) throws SQLException {
            Connection held = server;
            if (held == null) {
                return;
            }
            server = null;
            if (isCommit) {
                held.commit();
            } else {
                held.rollback();
            }
            held.setAutoCommit(true);
            servers.add(held);
        }

        private @Nullable Object inTransaction(Method method, Object @Nullable [] arguments) throws Throwable {
            Connection held = server;
            if (held == null) {
                held = servers.take();
                held.setAutoCommit(false);
                server = held;
            }
            return BarePool.invoke(held, method, arguments);
        }

        private @Nullable Object alone(Method method, Object @Nullable [] arguments) throws Throwable {
            Connection taken = servers.take();
            Object result = BarePool.invoke(taken, method, arguments);
            if (!(result instanceof Statement statement)) {
                servers.add(taken);
                return result;
            }
            Class<?> type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
            return proxy(type, (proxy, called, values) -> {
                Object answer = BarePool.invoke(statement, called, values);
                if (called.getName().equals("close")) {
                    servers.add(taken);
                }
                return answer;
            });
        }
    }
}
