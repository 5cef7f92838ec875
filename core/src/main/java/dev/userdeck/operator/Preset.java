package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** A named set of permissions. Each holds all that the one before it holds. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Preset {
    /** Sees users and what belongs to them. */
    VIEWER,
    /** Helps one user at a time: creates, edits and suspends users, ends sessions, assigns roles. */
    SUPPORT,
    /** Changes what many users depend on: deletes users, edits roles. */
    ADMIN,
    /** Decides who else may enter. */
    OWNER
}
