package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_LOCK;

import dev.userdeck.libs.org.jooq.DSLContext;

/** Whoever changes what operators may do waits here for who is doing so; before any other lock. */
final class OperatorLock {
    private OperatorLock() {}

    /** Holds it until the end of the transaction. */
    static void take(DSLContext db) {
        db.select(UD_OPERATOR_LOCK.ID).from(UD_OPERATOR_LOCK).forUpdate().fetch();
    }
}
