package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where the built-in operators are signed in. Safe for use by many threads. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface OperatorSessions {
    /** How many sessions a list has at most. */
    int MAX_LISTED = 100;

    /** The good sessions of an operator, the newest first, {@value #MAX_LISTED} at most; none if there is no such operator. */
    List<OperatorSession> list(String operatorId);

    /**
     * Ends one session.
     *
     * @param caller what the caller may do; their own, for a session of their own
     */
    EndOperatorSessionsResult end(String operatorId, String sessionId, Access caller, Actor actor);

    /**
     * Ends all sessions of an operator.
     *
     * @param kept the id of one that goes on, null for none
     * @param caller what the caller may do; their own, for sessions of their own
     */
    EndOperatorSessionsResult endAll(String operatorId, @Nullable String kept, Access caller, Actor actor);
}
