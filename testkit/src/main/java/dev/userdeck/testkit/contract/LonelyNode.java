package dev.userdeck.testkit.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections whose row locks keep nobody out, as each node of a Galera cluster knows but its own. */
final class LonelyNode {
    private LonelyNode() {}

    static DataSource over(DataSource target) {
        return (DataSource) proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = BarePool.invoke(target, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private static Object connection(Connection target) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = BarePool.invoke(target, method, arguments);
            boolean isPlain = method.getName().equals("createStatement");
            return isPlain && result instanceof Statement statement ? statement(statement) : result;
        });
    }

    private static Object statement(Statement target) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("executeQuery") && arguments != null) {
                arguments[0] = ((String) arguments[0]).replace(" for update nowait", "");
            }
            return BarePool.invoke(target, method, arguments);
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(LonelyNode.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
