package dev.userdeck.internal.storage;

/** The turn to write, held until it is closed. */
@FunctionalInterface
public interface WriteLock extends AutoCloseable {
    /** Where nobody waits for anybody. */
    WriteLock FREE = () -> {};

    /** Lets the next one write. */
    @Override
    void close();
}
