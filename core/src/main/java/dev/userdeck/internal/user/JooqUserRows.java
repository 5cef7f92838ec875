package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of a user, written within a transaction of the caller's. */
final class JooqUserRows {
    private JooqUserRows() {}

    static void insert(DSLContext db, User user, EmailAddress email, @Nullable String hash) {
        long now = user.joinedAt().toEpochMilli();
        String name = user.name();
        var u = UD_USER;
        db.insertInto(u, u.ID, u.NAME, u.EMAIL, u.PHONE, u.STATUS, u.JOINED_AT, u.LAST_SEEN_AT, u.VERSION)
                .values(
                        user.id().value(),
                        name == null ? "" : name,
                        email.display(),
                        "",
                        word(user.status()),
                        now,
                        0L,
                        1L)
                .execute();
        for (TenantId tenant : user.tenants()) {
            insertMembership(db, user.id(), tenant, now);
            insertIdentifier(db, user.id(), tenant, JooqUserReader.EMAIL, email.key());
        }
        for (LoginMethod method : user.loginMethods()) {
            var m = UD_LOGIN_METHOD;
            db.insertInto(m, m.ID, m.USER_ID, m.KIND, m.EMAIL, m.PROVIDER, m.SUBJECT, m.CREATED_AT)
                    .values(method.id(), user.id().value(), word(method.kind()), email.display(), "", "", now)
                    .execute();
            db.insertInto(UD_PASSWORD, UD_PASSWORD.LOGIN_METHOD_ID, UD_PASSWORD.HASH, UD_PASSWORD.CHANGED_AT)
                    .values(method.id(), hash, now)
                    .execute();
        }
    }

    static void insertMembership(DSLContext db, UserId user, TenantId tenant, long joinedAt) {
        var t = UD_USER_TENANT;
        db.insertInto(t, t.USER_ID, t.TENANT_ID, t.JOINED_AT)
                .values(user.value(), tenant.value(), joinedAt)
                .execute();
    }

    static void insertIdentifier(DSLContext db, UserId user, TenantId tenant, String kind, String value) {
        var i = UD_IDENTIFIER;
        db.insertInto(i, i.TENANT_ID, i.KIND, i.IDENTIFIER, i.USER_ID)
                .values(tenant.value(), kind, value, user.value())
                .execute();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Locks the user's row, so that no one else changes or deletes the user meanwhile; null when there is none. */
    static @Nullable Long lock(DSLContext db, UserId id) {
        return db.select(UD_USER.JOINED_AT)
                .from(UD_USER)
                .where(UD_USER.ID.eq(id.value()))
                .forUpdate()
                .fetchOne(UD_USER.JOINED_AT);
    }
}
