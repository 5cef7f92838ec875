package dev.userdeck.dashboard.internal.api;

import dev.userdeck.error.FieldError;
import dev.userdeck.error.Veto;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Map;

/** What an operator is told when something can't be done to a user. */
final class UserRefusals {
    private static final String TAKEN = "-taken";

    private UserRefusals() {}

    /** 404: gone, or never within reach. */
    static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND).exception();
    }

    /** 409: the user is within reach in part only. */
    static ProblemException alsoElsewhere() {
        return Problem.partlyOutOfScope().exception();
    }

    /** 412, with the user as of now. */
    private static ProblemException stale(User current) {
        return Problem.of(ProblemType.STALE)
                .detail("Someone has changed this user since you read it. Look at what is there now, and save again.")
                .with("current", UserDocuments.user(current, true))
                .exception();
    }

    /** Refused fields of a body: 409 if others have the values, else 422. */
    static Problem ofBody(List<FieldError> errors) {
        boolean isTaken = errors.stream().allMatch(error -> error.code().endsWith(TAKEN));
        return new Problem(isTaken ? ProblemType.CONFLICT : ProblemType.INVALID, null, errors, Map.of());
    }

    /** 409 of a request without a body: the words of the first, and its code as the reason. */
    static ProblemException ofAction(List<FieldError> errors) {
        FieldError error = errors.get(0);
        return conflict(error.code(), error.message());
    }

    /** 409: a recipe keeps the user. */
    static ProblemException vetoed(Veto veto) {
        return conflict(veto.code(), veto.message());
    }

    /** 409 for this reason. */
    static ProblemException conflict(String reason, String message) {
        return Problem.of(ProblemType.CONFLICT)
                .detail(message)
                .with("reason", reason)
                .exception();
    }

    /**
     * The user after an action that takes no body.
     *
     * @throws ProblemException if it was not done
     */
    static User done(UpdateUserResult result) {
        if (result instanceof UpdateUserResult.Refused refused) {
            throw ofAction(refused.errors());
        }
        return changed(result);
    }

    /**
     * The user after a change by a body.
     *
     * @throws ProblemException if nothing was changed
     */
    static User changed(UpdateUserResult result) {
        if (result instanceof UpdateUserResult.Updated updated) {
            return updated.user();
        }
        if (result instanceof UpdateUserResult.Stale stale) {
            throw stale(stale.current());
        }
        if (result instanceof UpdateUserResult.Refused refused) {
            throw ofBody(refused.errors()).exception();
        }
        throw result instanceof UpdateUserResult.Unknown ? unknown() : alsoElsewhere();
    }
}
