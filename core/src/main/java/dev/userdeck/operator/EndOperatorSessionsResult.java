package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of ending {@link OperatorSessions}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface EndOperatorSessionsResult {

    /**
     * They have ended.
     *
     * @param count how many; 0 when they had ended before
     */
    record Ended(int count) implements EndOperatorSessionsResult {}

    /** There is no such operator within the caller's scope. */
    record Unknown() implements EndOperatorSessionsResult {}

    /** The operator may do more than the caller. */
    record OutOfReach() implements EndOperatorSessionsResult {}
}
