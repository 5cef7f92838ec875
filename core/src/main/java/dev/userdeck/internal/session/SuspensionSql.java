package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;

/** Whether a suspension holds: one with an end needs nobody to end it. */
public final class SuspensionSql {
    /** How the status is written. */
    public static final String STATUS = "suspended";

    private SuspensionSql() {}

    /**
     * Tells from what is written of a user.
     *
     * @param until in epoch milliseconds, 0 for no end
     */
    public static boolean holds(String status, long until, long now) {
        return status.equals(STATUS) && (until == 0 || until > now);
    }

    /** The same in SQL. */
    public static Condition holds(long now) {
        var u = UD_USER;
        return u.STATUS.eq(STATUS).and(u.SUSPENDED_UNTIL.eq(0L).or(u.SUSPENDED_UNTIL.gt(now)));
    }

    /** That it doesn't hold at a moment, in SQL. */
    public static Condition doesNotHold(Field<Long> at) {
        var u = UD_USER;
        return u.STATUS.ne(inline(STATUS)).or(u.SUSPENDED_UNTIL.ne(inline(0L)).and(u.SUSPENDED_UNTIL.le(at)));
    }
}
