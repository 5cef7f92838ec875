package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes when a user was last seen: in the user's own row, which is locked first, and for the lists of tenants in each
 * tenant of the user. PostgreSQL does both in one round trip; a tenant that the user joins at this very moment has it from
 * the next visit on.
 */
public final class LastSeen {
    private final RenderedStatement first;
    private final @Nullable RenderedStatement second;

    /**
     * Creates it.
     *
     * @param user the update of the user's row, under a condition or not
     */
    public LastSeen(JooqDatabase jooq, Function<DSLContext, Update<UdUserRecord>> user) {
        RenderedStatement ofUser = jooq.prepare(user);
        RenderedStatement inTenants = jooq.prepare(db -> inTenants(db, "", 0));
        if (jooq.dialect().hasUpdateInWith()) {
            this.first = new RenderedStatement(
                    "with seen as (%s returning %s), noted as (%s and exists (select 1 from seen)) select 1 from seen"
                            .formatted(ofUser.sql(), UD_USER.ID.getName(), inTenants.sql()));
            this.second = null;
        } else {
            this.first = ofUser;
            this.second = inTenants;
        }
    }

    /**
     * Writes the moment.
     *
     * @param values of the update, in its order
     * @return whether the user was there, and such
     */
    public boolean note(Connection connection, String user, long at, @Nullable Object... values) throws SQLException {
        if (second == null) {
            @Nullable
            Object[] all =
                    Stream.concat(Arrays.stream(values), Stream.of(at, user)).toArray();
            return first.query(connection, ResultSet::next, all);
        }
        boolean isNoted = first.execute(connection, values) == 1;
        if (isNoted) {
            second.execute(connection, at, user);
        }
        return isNoted;
    }

    /** Writes the moment, which the user's row has already, in each tenant of the user. */
    public static void copy(DSLContext db, String user, long at) {
        inTenants(db, user, at).execute();
    }

    private static Update<?> inTenants(DSLContext db, String user, long at) {
        return db.update(UD_USER_TENANT).set(UD_USER_TENANT.LAST_SEEN_AT, at).where(UD_USER_TENANT.USER_ID.eq(user));
    }
}
