package dev.userdeck.internal.user.batch;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.Indexing;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All rows of many new users: the same as {@link JooqUserRows#insert} writes for one. */
final class BatchRows {
    private final BatchInsert users = BatchInsert.into(
            UD_USER,
            UD_USER.ID,
            UD_USER.NAME,
            UD_USER.EMAIL,
            UD_USER.PHONE,
            UD_USER.EXTERNAL_ID,
            UD_USER.STATUS,
            UD_USER.JOINED_AT,
            UD_USER.LAST_SEEN_AT,
            UD_USER.NAME_KEY,
            UD_USER.EMAIL_KEY,
            UD_USER.VERSION,
            UD_USER.SUSPENDED_REASON,
            UD_USER.SUSPENDED_UNTIL,
            UD_USER.SUSPENDED_AT,
            UD_USER.SUSPENDED_BY);
    private final BatchInsert memberships = BatchInsert.into(
            UD_USER_TENANT,
            UD_USER_TENANT.USER_ID,
            UD_USER_TENANT.TENANT_ID,
            UD_USER_TENANT.JOINED_AT,
            UD_USER_TENANT.LAST_SEEN_AT,
            UD_USER_TENANT.NAME_KEY,
            UD_USER_TENANT.EMAIL_KEY);
    private final BatchInsert identifiers = BatchInsert.into(
            UD_IDENTIFIER,
            UD_IDENTIFIER.TENANT_ID,
            UD_IDENTIFIER.KIND,
            UD_IDENTIFIER.IDENTIFIER,
            UD_IDENTIFIER.USER_ID);
    private final BatchInsert methods = BatchInsert.into(
            UD_LOGIN_METHOD,
            UD_LOGIN_METHOD.ID,
            UD_LOGIN_METHOD.USER_ID,
            UD_LOGIN_METHOD.KIND,
            UD_LOGIN_METHOD.EMAIL,
            UD_LOGIN_METHOD.PHONE,
            UD_LOGIN_METHOD.PROVIDER,
            UD_LOGIN_METHOD.SUBJECT,
            UD_LOGIN_METHOD.CREATED_AT);
    private final BatchInsert passwords =
            BatchInsert.into(UD_PASSWORD, UD_PASSWORD.LOGIN_METHOD_ID, UD_PASSWORD.HASH, UD_PASSWORD.CHANGED_AT);

    static void insert(DSLContext db, List<Incoming> batch) {
        var rows = new BatchRows();
        batch.forEach(rows::add);
        rows.addIdentifiers(batch);
        rows.users.insert(db);
        rows.memberships.insert(db);
        UserIndex.addAll(db, Indexing.of(batch.stream().map(Incoming::user).toList()));
        rows.identifiers.insert(db);
        rows.methods.insert(db);
        rows.passwords.insert(db);
    }

    private void add(Incoming incoming) {
        User user = incoming.user();
        Suspension suspension = user.suspension();
        String nameKey = UserIndex.nameKey(user);
        String emailKey = UserIndex.emailKey(user);
        users.add(
                user.id().value(),
                JooqUserRows.orEmpty(user.name()),
                JooqUserRows.orEmpty(user.email()),
                JooqUserRows.orEmpty(user.phone()),
                user.externalId(),
                JooqUserRows.word(user.status()),
                user.joinedAt().toEpochMilli(),
                millis(user.lastSeenAt()),
                nameKey,
                emailKey,
                user.version(),
                suspension == null ? "" : suspension.reason(),
                suspension == null ? 0L : millis(suspension.until()),
                suspension == null ? 0L : millis(suspension.since()),
                suspension == null ? "" : JooqUserRows.orEmpty(suspension.by()));
        for (TenantId tenant : user.tenants()) {
            memberships.add(
                    user.id().value(),
                    tenant.value(),
                    user.joinedAt().toEpochMilli(),
                    millis(user.lastSeenAt()),
                    nameKey,
                    emailKey);
        }
        for (LoginMethod method : user.loginMethods()) {
            methods.add(
                    method.id(),
                    user.id().value(),
                    JooqUserRows.word(method.kind()),
                    JooqUserRows.orEmpty(method.email()),
                    JooqUserRows.orEmpty(method.phone()),
                    JooqUserRows.orEmpty(method.provider()),
                    JooqUserRows.orEmpty(method.subject()),
                    method.createdAt().toEpochMilli());
            String hash = incoming.hashes().get(method.id());
            if (hash != null) {
                passwords.add(method.id(), hash, method.createdAt().toEpochMilli());
            }
        }
    }

    /** In one order for all batches: two who take the same things at once don't wait for each other. */
    private void addIdentifiers(List<Incoming> batch) {
        record Key(String tenant, Identifiers.Identifier identifier) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int byIdentifier = identifier.compareTo(other.identifier);
                return byIdentifier != 0 ? byIdentifier : tenant.compareTo(other.tenant);
            }
        }
        var inOrder = new TreeMap<Key, String>();
        for (Incoming incoming : batch) {
            for (Identifiers.Identifier identifier : Identifiers.of(incoming.user())) {
                incoming.user()
                        .tenants()
                        .forEach(tenant -> inOrder.put(
                                new Key(tenant.value(), identifier),
                                incoming.user().id().value()));
            }
        }
        inOrder.forEach((key, user) -> identifiers.add(
                key.tenant(), key.identifier().kind(), key.identifier().value(), user));
    }

    private static Long millis(@Nullable Instant time) {
        return time == null ? 0L : time.toEpochMilli();
    }
}
