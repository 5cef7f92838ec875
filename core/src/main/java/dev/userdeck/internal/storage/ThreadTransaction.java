package dev.userdeck.internal.storage;

import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open on a thread.
 *
 * @param afterCommit what to do then; null in a read, and in the host's transaction
 */
record ThreadTransaction(
        Connection connection, Kind kind, @Nullable List<Runnable> afterCommit) {

    enum Kind {
        READ,
        WRITE,
        HOSTS
    }

    static ThreadTransaction read(Connection connection) {
        return new ThreadTransaction(connection, Kind.READ, null);
    }

    static ThreadTransaction write(Connection connection, List<Runnable> afterCommit) {
        return new ThreadTransaction(connection, Kind.WRITE, afterCommit);
    }

    static ThreadTransaction hosts(Connection connection) {
        return new ThreadTransaction(connection, Kind.HOSTS, null);
    }

    boolean isHosts() {
        return kind == Kind.HOSTS;
    }

    /** What is written inside a read would be undone with it, or be there for good at once: as the pool has it. */
    void refuseWriteInsideRead() {
        if (kind == Kind.READ) {
            throw new IllegalStateException("A write inside a read: begin with the write");
        }
    }
}
