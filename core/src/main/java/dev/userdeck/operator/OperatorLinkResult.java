package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link OperatorLinks#issueInvitation} and {@link OperatorLinks#issueReset}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface OperatorLinkResult {

    /**
     * Here is the link, and those from before are void.
     *
     * @param link mailed, or to be handed over
     */
    record Issued(OperatorLink link) implements OperatorLinkResult {}

    /** There is no such operator within the caller's scope. */
    record Unknown() implements OperatorLinkResult {}

    /** The operator may do more than the caller, who would come by it. */
    record OutOfReach() implements OperatorLinkResult {}

    /**
     * An operator in this state has no use for such a link.
     *
     * @param status whether the operator can sign in
     */
    record WrongStatus(OperatorStatus status) implements OperatorLinkResult {}
}
