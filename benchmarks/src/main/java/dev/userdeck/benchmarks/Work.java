package dev.userdeck.benchmarks;

/** Work to be measured. */
@FunctionalInterface
interface Work {

    /** What one worker does; called once for each. */
    Operation open() throws Exception;

    /** Makes again what the work uses up; called before each slice of measuring, and not measured. */
    default void prepare() throws Exception {}
}
