package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Update;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes when a user was last seen here: in the user's own row, which is locked first, and for the lists of tenants in each
 * tenant of the user. PostgreSQL does both in one round trip; a tenant that the user joins at this very moment has it from
 * the next visit on.
 */
public final class LastSeen {
    /** Whose row it is, in the update of the user. */
    public static final Param<String> USER = Bind.param("user", UD_USER.ID);

    /** The moment, in the update of the user. */
    public static final Param<Long> AT = Bind.param("seen at", UD_USER.LAST_SEEN_AT);

    private final RenderedStatement first;
    private final @Nullable RenderedStatement second;

    /**
     * Creates it.
     *
     * @param user the update of the user's row, by {@link #USER} and {@link #AT}, under a condition or not; it says that
     *     the time is not an imported one
     */
    public LastSeen(JooqDatabase jooq, String name, Function<DSLContext, Update<UdUserRecord>> user) {
        RenderedStatement ofUser = jooq.prepare(name, user);
        RenderedStatement inTenants = jooq.prepare("last seen in tenants", db -> inTenants(db, USER, AT, false));
        if (jooq.dialect().hasUpdateInWith()) {
            this.first = RenderedStatement.around(
                    name,
                    "with seen as (%s returning " + UD_USER.ID.getName()
                            + "), noted as (%s and exists (select 1 from seen)) select 1 from seen",
                    ofUser,
                    inTenants);
            this.second = null;
        } else {
            this.first = ofUser;
            this.second = inTenants;
        }
    }

    /**
     * Writes the moment.
     *
     * @param others what the update binds beside the two
     * @return whether the user was there, and such
     */
    public boolean note(Connection connection, String user, long at, Bind... others) throws SQLException {
        Bind[] both = {Bind.of(AT, at), Bind.of(USER, user)};
        Bind[] all = Stream.of(both, others).flatMap(Stream::of).toArray(Bind[]::new);
        if (second == null) {
            return first.query(connection, ResultRows::next, all);
        }
        boolean isNoted = first.execute(connection, all) == 1;
        if (isNoted) {
            second.execute(connection, both);
        }
        return isNoted;
    }

    /** Writes what the user's row has already, in each tenant of the user. */
    public static void copy(DSLContext db, String user, long at, boolean isImported) {
        inTenants(db, DSL.val(user, UD_USER_TENANT.USER_ID), DSL.val(at), isImported)
                .execute();
    }

    private static Update<?> inTenants(DSLContext db, Field<String> user, Field<Long> at, boolean isImported) {
        return db.update(UD_USER_TENANT)
                .set(UD_USER_TENANT.LAST_SEEN_AT, at)
                .set(UD_USER_TENANT.LAST_SEEN_IMPORTED, DSL.inline(isImported ? 1L : 0L))
                .where(UD_USER_TENANT.USER_ID.eq(user));
    }
}
