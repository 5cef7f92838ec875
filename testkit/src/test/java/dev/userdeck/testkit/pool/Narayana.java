package dev.userdeck.testkit.pool;

import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** JTA as Quarkus and WildFly have it, of which there is one in a JVM. */
final class Narayana {
    static final TransactionManager TRANSACTIONS = start();
    static final TransactionSynchronizationRegistry REGISTRY = new TransactionSynchronizationRegistryImple();

    private Narayana() {}

    /** In memory, as nothing is to be recovered. */
    private static TransactionManager start() {
        arjPropertyManager.getObjectStoreEnvironmentBean().setObjectStoreType(VolatileStore.class.getName());
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }
}
