package dev.userdeck.benchmarks;

import java.util.SplittableRandom;

/** What one worker does again and again, with what it holds open for that. */
@FunctionalInterface
interface Operation extends AutoCloseable {

    /** Does it once; false when there is nothing left to do it to. */
    boolean run(SplittableRandom random) throws Exception;

    @Override
    default void close() throws Exception {}
}
