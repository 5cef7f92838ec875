package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Whether a built-in operator can sign in. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum OperatorStatus {
    /** Has not accepted the invitation yet. */
    INVITED,
    /** Can sign in. */
    ACTIVE,
    /** Is kept out, until enabled again. */
    DISABLED
}
