package dev.userdeck.example.quarkus;

import dev.userdeck.Userdeck;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** Userdeck as a bean: on the app's data source, and in its transactions. */
class Users {
    @Produces
    @Singleton
    Userdeck userdeck(DataSource dataSource, TransactionSynchronizationRegistry registry) {
        return Userdeck.builder()
                .dataSource(dataSource)
                .surroundingTransaction(SurroundingTransaction.jta(registry::getTransactionStatus))
                .start();
    }

    void start(@Observes StartupEvent event, Userdeck userdeck) {} // with the app, not with the first request

    void close(@Disposes Userdeck userdeck) {
        userdeck.close();
    }
}
