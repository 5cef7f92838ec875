package dev.userdeck.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A data source that writes down each statement sent through it, by any thread. A batch is one
 * statement; commit and rollback are none. With the system property {@code userdeck.sql} set to {@code true} it prints
 * each of them too.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StatementCounter {
    private final DataSource target;
    private final Consumer<Sent> listener;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /**
     * A statement that was sent.
     *
     * @param sql with a question mark for each value
     * @param values those that were bound, in order
     */
    public record Sent(String sql, List<@Nullable Object> values) {}

    /** Counts what goes through {@link #dataSource()} to the given data source. */
    public StatementCounter(DataSource target) {
        this(target, Boolean.getBoolean("userdeck.sql") ? StatementCounter::print : statement -> {});
    }

    /** As the other, and tells the listener of each statement before it is sent. */
    StatementCounter(DataSource target, Consumer<Sent> listener) {
        this.target = target;
        this.listener = listener;
    }

    private static void print(Sent statement) {
        System.out.println("SQL " + statement.sql() + " " + statement.values());
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
        return sent.stream().map(Sent::sql).toList();
    }

    /** The same with their values. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** How many statements were sent since the last {@link #reset()}. */
    public int count() {
        return sent.size();
    }

    /** Starts again from zero. */
    public void reset() {
        sent.clear();
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
        private final Map<Integer, @Nullable Object> values = new TreeMap<>();

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
            if (method.getName().startsWith("set")
                    && arguments != null
                    && arguments.length > 1
                    && arguments[0] instanceof Integer place) {
                values.put(place, arguments[1]);
            }
            if (method.getName().startsWith("execute")) {
                String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                        ? given
                        : prepared;
                var statementSent = new Sent(sql, new ArrayList<>(values.values()));
                sent.add(statementSent);
                listener.accept(statementSent);
            }
            return StatementCounter.invoke(statement, method, arguments);
        }
    }
}
