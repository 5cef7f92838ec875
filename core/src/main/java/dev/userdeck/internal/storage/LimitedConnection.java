package dev.userdeck.internal.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements have a limit each, whoever makes them: ours, jOOQ's, and those of recipes on plain JDBC. */
final class LimitedConnection implements InvocationHandler {
    private static final int UNKNOWN = -1;

    private final Connection target;
    private final StatementLimits limits;
    private final Connection limited;
    private int secondsBefore = UNKNOWN;
    private int secondsOfSession = UNKNOWN;

    LimitedConnection(Connection target, StatementLimits limits) {
        this.target = target;
        this.limits = limits;
        this.limited = (Connection) Proxy.newProxyInstance(
                LimitedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    /** For whoever works with it. */
    Connection connection() {
        return limited;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("equals") && arguments != null) {
            return proxy == arguments[0];
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
        if (result instanceof Statement statement) {
            limit(statement);
        }
        return result;
    }

    private void limit(Statement statement) throws SQLException {
        int seconds = limits.seconds();
        if (!limits.areOfSession()) {
            statement.setQueryTimeout(seconds);
            return;
        }
        if (secondsBefore == UNKNOWN) {
            secondsBefore = statement.getQueryTimeout();
            secondsOfSession = secondsBefore;
        }
        if (secondsOfSession != seconds) {
            statement.setQueryTimeout(seconds);
            secondsOfSession = seconds;
        }
    }

    /** Leaves the connection as it was found; a broken one is the pool's to find. */
    void end() {
        if (!limits.areRestored() || secondsOfSession == secondsBefore) {
            return;
        }
        try (Statement statement = target.createStatement()) {
            statement.setQueryTimeout(secondsBefore);
        } catch (SQLException e) {
            return;
        }
    }
}
