package dev.userdeck.internal.transaction;

import dev.userdeck.transaction.spi.SurroundingTransaction;
import java.lang.reflect.Method;
import java.util.Arrays;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** JTA where the Jakarta EE platform has it (specification, "TransactionSynchronizationRegistry References"). */
final class JndiTransaction {
    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";
    private static final String TYPE = "jakarta.transaction.TransactionSynchronizationRegistry";

    private JndiTransaction() {}

    /** Null where there is no such place, as in most apps. */
    @SuppressWarnings("BanJNDI") // a constant name, that the container itself fills
    static @Nullable SurroundingTransaction find() {
        try {
            Object registry = InitialContext.doLookup(NAME);
            return of(registry);
        } catch (NamingException e) {
            return null;
        }
    }

    private static @Nullable SurroundingTransaction of(@Nullable Object registry) {
        Class<?> type = registry == null ? null : find(registry.getClass());
        if (type == null) {
            return null;
        }
        Method status = Reflection.method(type, "getTransactionStatus");
        return SurroundingTransaction.jta(
                () -> (Integer) Reflection.call(IllegalStateException.class, status, registry));
    }

    private static @Nullable Class<?> find(@Nullable Class<?> type) {
        if (type == null || type.getName().equals(TYPE)) {
            return type;
        }
        return Arrays.stream(type.getInterfaces())
                .<@Nullable Class<?>>map(JndiTransaction::find)
                .filter(found -> found != null)
                .findFirst()
                .orElseGet(() -> find(type.getSuperclass()));
    }
}
