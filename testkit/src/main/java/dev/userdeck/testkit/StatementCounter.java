package dev.userdeck.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A data source that writes down each statement sent through it, by any thread. A batch is one
 * statement; commit and rollback are none.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StatementCounter {
    private final DataSource target;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** Counts what goes through {@link #dataSource()} to the given data source. */
    public StatementCounter(DataSource target) {
        this.target = target;
    }

    /** The data source whose statements are counted. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(target, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    /** The statements sent since the last {@link #reset()}, oldest first. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** How many statements were sent since the last {@link #reset()}. */
    public int count() {
        return statements.size();
    }

    /** Starts again from zero. */
    public void reset() {
        statements.clear();
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                String sql = arguments == null ? "" : String.valueOf(arguments[0]);
                Class<? extends PreparedStatement> type = method.getReturnType().asSubclass(PreparedStatement.class);
                return proxy(type, new Counting(statement, (Connection) proxy, sql));
            }
            if (result instanceof Statement statement) {
                return proxy(Statement.class, new Counting(statement, (Connection) proxy, "batch"));
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Writes a statement down when it is executed, not when it is prepared. */
    private final class Counting implements InvocationHandler {
        private final Statement statement;
        private final Connection connection;
        private final String prepared;

        private Counting(Statement statement, Connection connection, String prepared) {
            this.statement = statement;
            this.connection = connection;
            this.prepared = prepared;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("getConnection")) {
                return connection;
            }
            if (method.getName().startsWith("execute")) {
                statements.add(
                        arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                                ? sql
                                : prepared);
            }
            return StatementCounter.invoke(statement, method, arguments);
        }
    }
}
