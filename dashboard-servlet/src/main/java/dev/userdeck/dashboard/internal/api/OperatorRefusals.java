package dev.userdeck.dashboard.internal.api;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.ChangeOperatorResult;
import dev.userdeck.operator.EndOperatorSessionsResult;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorLinkResult;
import dev.userdeck.operator.OperatorStatus;
import java.util.List;
import java.util.Map;

/** What an operator is told when something can't be done to another one. */
final class OperatorRefusals {
    private OperatorRefusals() {}

    /** 404: gone, or never within reach. */
    static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("There is no such operator.")
                .exception();
    }

    /** 404: it has ended, or was never this operator's. */
    static ProblemException unknownSession() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("There is no such session any more.")
                .exception();
    }

    /** 403: who would take, change or give what they lack. */
    static ProblemException outOfReach() {
        return Problem.of(ProblemType.FORBIDDEN)
                .detail("Nobody gives a permission or a tenant that they lack, or changes an operator who has one.")
                .with("reason", "beyond-own-rights")
                .exception();
    }

    /**
     * The operator after a change.
     *
     * @throws ProblemException if nothing was changed
     */
    static OperatorAccount changed(ChangeOperatorResult result) {
        if (result instanceof ChangeOperatorResult.Changed changed) {
            return changed.account();
        }
        if (result instanceof ChangeOperatorResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof ChangeOperatorResult.LastOwner) {
            throw conflict(
                    "last-owner",
                    "This is the last owner of all tenants who can sign in: make somebody else an owner first.");
        }
        if (result instanceof ChangeOperatorResult.WrongStatus wrong) {
            throw wrongStatus(wrong.status());
        }
        throw result instanceof ChangeOperatorResult.Unknown ? unknown() : outOfReach();
    }

    /**
     * Who was invited.
     *
     * @throws ProblemException if nobody was
     */
    static InviteOperatorResult.Invited invited(InviteOperatorResult result) {
        if (result instanceof InviteOperatorResult.Invited invited) {
            return invited;
        }
        if (result instanceof InviteOperatorResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof InviteOperatorResult.OutOfReach) {
            throw outOfReach();
        }
        String words = "There is an operator with this email.";
        throw new ProblemException(new Problem(
                ProblemType.CONFLICT,
                words + " Nobody was invited.",
                List.of(new FieldError("email", "operator-taken", words)),
                Map.of()));
    }

    /**
     * The link that was made.
     *
     * @throws ProblemException if none was
     */
    static OperatorLinkResult.Issued issued(OperatorLinkResult result) {
        if (result instanceof OperatorLinkResult.Issued issued) {
            return issued;
        }
        if (result instanceof OperatorLinkResult.WrongStatus wrong) {
            throw wrongStatus(wrong.status());
        }
        throw result instanceof OperatorLinkResult.Unknown ? unknown() : outOfReach();
    }

    /**
     * How many sessions ended.
     *
     * @throws ProblemException if they are not the caller's to end
     */
    static int ended(EndOperatorSessionsResult result) {
        if (result instanceof EndOperatorSessionsResult.Ended ended) {
            return ended.count();
        }
        throw result instanceof EndOperatorSessionsResult.Unknown ? unknown() : outOfReach();
    }

    private static ProblemException wrongStatus(OperatorStatus status) {
        return switch (status) {
            case INVITED -> conflict("operator-invited", "The invitation isn't accepted yet: it can be deleted.");
            case ACTIVE -> conflict("operator-active", "The invitation is accepted already.");
            case DISABLED -> conflict("operator-disabled", "The operator is disabled: enable the operator first.");
        };
    }

    private static ProblemException conflict(String reason, String words) {
        return Problem.of(ProblemType.CONFLICT)
                .detail(words)
                .with("reason", reason)
                .exception();
    }
}
