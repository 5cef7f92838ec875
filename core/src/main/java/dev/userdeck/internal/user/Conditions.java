package dev.userdeck.internal.user;

import static org.jooq.impl.DSL.condition;

import dev.userdeck.user.UserCondition;
import org.jooq.Condition;

/** A recipe's {@link UserCondition} in a statement of ours. */
final class Conditions {
    /** What the table of users is called in the statements of the list. */
    static final String ALIAS = "listed";

    private Conditions() {}

    static Condition of(UserCondition given) {
        return condition(
                "(" + given.sql().replace(UserCondition.USER, ALIAS + ".id") + ")",
                given.binds().toArray());
    }

    /** The same text for the same condition. */
    static String describe(UserCondition given) {
        return given.sql() + given.binds();
    }
}
