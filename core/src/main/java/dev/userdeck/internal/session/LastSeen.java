package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import org.jooq.DSLContext;

/** Keeps in the lists of tenants when a user was last seen. The user's own row, which is written first, says the same. */
public final class LastSeen {
    private LastSeen() {}

    /** Writes the moment, which {@code ud_user} has already, in each tenant of the user. */
    public static void note(DSLContext db, String user, long at) {
        db.update(UD_USER_TENANT)
                .set(UD_USER_TENANT.LAST_SEEN_AT, at)
                .where(UD_USER_TENANT.USER_ID.eq(user))
                .execute();
    }
}
