package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import org.jspecify.annotations.Nullable;

/** The rows of a user, written within a transaction of the caller's. */
public final class JooqUserRows {
    private JooqUserRows() {}

    /** All rows of a new user, save a password. */
    public static void insert(DSLContext db, User user, IdentifierConflict conflict) {
        long now = user.joinedAt().toEpochMilli();
        var u = UD_USER;
        db.insertInto(
                        u,
                        u.ID,
                        u.NAME,
                        u.EMAIL,
                        u.PHONE,
                        u.EXTERNAL_ID,
                        u.STATUS,
                        u.JOINED_AT,
                        u.LAST_SEEN_AT,
                        u.NAME_KEY,
                        u.EMAIL_KEY,
                        u.VERSION)
                .values(
                        user.id().value(),
                        orEmpty(user.name()),
                        orEmpty(user.email()),
                        orEmpty(user.phone()),
                        user.externalId(),
                        ConstantNames.of(user.status()),
                        now,
                        0L,
                        UserIndex.nameKey(user),
                        UserIndex.emailKey(user),
                        user.version())
                .execute();
        for (TenantId tenant : user.tenants()) {
            insertMembership(db, user, tenant);
        }
        UserIndex.add(db, Indexing.of(user));
        Identifiers.insert(db, user, Identifiers.of(user), user.tenants(), conflict);
        user.loginMethods().forEach(method -> insertMethod(db, user.id(), method));
    }

    /** With what the list of the tenant is sorted by. */
    public static void insertMembership(DSLContext db, User user, TenantId tenant) {
        var t = UD_USER_TENANT;
        db.insertInto(
                        t,
                        t.USER_ID,
                        t.TENANT_ID,
                        t.JOINED_AT,
                        t.LAST_SEEN_AT,
                        t.LAST_SEEN_IMPORTED,
                        t.NAME_KEY,
                        t.EMAIL_KEY)
                .values(
                        user.id().value(),
                        tenant.value(),
                        user.joinedAt().toEpochMilli(),
                        user.lastSeenAt() == null ? 0L : user.lastSeenAt().toEpochMilli(),
                        user.lastSeenImported() ? 1L : 0L,
                        UserIndex.nameKey(user),
                        UserIndex.emailKey(user))
                .execute();
    }

    public static void insertMethod(DSLContext db, UserId user, LoginMethod method) {
        var m = UD_LOGIN_METHOD;
        db.insertInto(m, m.ID, m.USER_ID, m.KIND, m.EMAIL, m.PHONE, m.PROVIDER, m.SUBJECT, m.CREATED_AT)
                .values(
                        method.id().value(),
                        user.value(),
                        ConstantNames.of(method.kind()),
                        orEmpty(method.email()),
                        orEmpty(method.phone()),
                        orEmpty(method.provider()),
                        orEmpty(method.subject()),
                        method.createdAt().toEpochMilli())
                .execute();
    }

    public static void insertPassword(DSLContext db, LoginMethod method, String hash) {
        db.insertInto(UD_PASSWORD, UD_PASSWORD.LOGIN_METHOD_ID, UD_PASSWORD.HASH, UD_PASSWORD.CHANGED_AT)
                .values(method.id().value(), hash, method.createdAt().toEpochMilli())
                .execute();
    }

    /** Writes the fields that can be edited, and counts the version up. */
    public static void update(DSLContext db, User user) {
        var u = UD_USER;
        db.update(u)
                .set(u.NAME, orEmpty(user.name()))
                .set(u.EMAIL, orEmpty(user.email()))
                .set(u.PHONE, orEmpty(user.phone()))
                .set(u.EXTERNAL_ID, user.externalId())
                .set(u.VERSION, u.VERSION.plus(1L))
                .where(u.ID.eq(user.id().value()))
                .execute();
    }

    /** Counts the version up when nothing in the user's own row has changed. */
    public static void touch(DSLContext db, UserId user) {
        db.update(UD_USER)
                .set(UD_USER.VERSION, UD_USER.VERSION.plus(1L))
                .where(UD_USER.ID.eq(user.value()))
                .execute();
    }

    public static void updateMethod(DSLContext db, LoginMethod method) {
        var m = UD_LOGIN_METHOD;
        db.update(m)
                .set(m.EMAIL, orEmpty(method.email()))
                .set(m.PHONE, orEmpty(method.phone()))
                .where(m.ID.eq(method.id().value()))
                .execute();
    }

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Locks the user's row, so that no one else changes or deletes the user meanwhile; false when there is none. */
    public static boolean lock(DSLContext db, UserId id) {
        return db.select(UD_USER.JOINED_AT)
                        .from(UD_USER)
                        .where(UD_USER.ID.eq(id.value()))
                        .forUpdate()
                        .fetchOne()
                != null;
    }
}
