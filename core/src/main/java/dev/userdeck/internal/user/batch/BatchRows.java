package dev.userdeck.internal.user.batch;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.Indexing;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
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
            UD_USER.LAST_SEEN_IMPORTED,
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
            UD_USER_TENANT.LAST_SEEN_IMPORTED,
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
                Bind.of(UD_USER.ID, user.id().value()),
                Bind.of(UD_USER.NAME, JooqUserRows.orEmpty(user.name())),
                Bind.of(UD_USER.EMAIL, JooqUserRows.orEmpty(user.email())),
                Bind.of(UD_USER.PHONE, JooqUserRows.orEmpty(user.phone())),
                Bind.of(UD_USER.EXTERNAL_ID, user.externalId()),
                Bind.of(UD_USER.STATUS, ConstantNames.of(user.status())),
                Bind.of(UD_USER.JOINED_AT, user.joinedAt().toEpochMilli()),
                Bind.of(UD_USER.LAST_SEEN_AT, millis(user.lastSeenAt())),
                Bind.of(UD_USER.LAST_SEEN_IMPORTED, user.lastSeenImported() ? 1L : 0L),
                Bind.of(UD_USER.NAME_KEY, nameKey),
                Bind.of(UD_USER.EMAIL_KEY, emailKey),
                Bind.of(UD_USER.VERSION, user.version()),
                Bind.of(UD_USER.SUSPENDED_REASON, suspension == null ? "" : suspension.reason()),
                Bind.of(UD_USER.SUSPENDED_UNTIL, suspension == null ? 0 : millis(suspension.until())),
                Bind.of(UD_USER.SUSPENDED_AT, suspension == null ? 0 : millis(suspension.since())),
                Bind.of(UD_USER.SUSPENDED_BY, suspension == null ? "" : JooqUserRows.orEmpty(suspension.by())));
        for (TenantId tenant : user.tenants()) {
            memberships.add(
                    Bind.of(UD_USER_TENANT.USER_ID, user.id().value()),
                    Bind.of(UD_USER_TENANT.TENANT_ID, tenant.value()),
                    Bind.of(UD_USER_TENANT.JOINED_AT, user.joinedAt().toEpochMilli()),
                    Bind.of(UD_USER_TENANT.LAST_SEEN_AT, millis(user.lastSeenAt())),
                    Bind.of(UD_USER_TENANT.LAST_SEEN_IMPORTED, user.lastSeenImported() ? 1L : 0L),
                    Bind.of(UD_USER_TENANT.NAME_KEY, nameKey),
                    Bind.of(UD_USER_TENANT.EMAIL_KEY, emailKey));
        }
        for (LoginMethod method : user.loginMethods()) {
            methods.add(
                    Bind.of(UD_LOGIN_METHOD.ID, method.id().value()),
                    Bind.of(UD_LOGIN_METHOD.USER_ID, user.id().value()),
                    Bind.of(UD_LOGIN_METHOD.KIND, ConstantNames.of(method.kind())),
                    Bind.of(UD_LOGIN_METHOD.EMAIL, JooqUserRows.orEmpty(method.email())),
                    Bind.of(UD_LOGIN_METHOD.PHONE, JooqUserRows.orEmpty(method.phone())),
                    Bind.of(UD_LOGIN_METHOD.PROVIDER, JooqUserRows.orEmpty(method.provider())),
                    Bind.of(UD_LOGIN_METHOD.SUBJECT, JooqUserRows.orEmpty(method.subject())),
                    Bind.of(UD_LOGIN_METHOD.CREATED_AT, method.createdAt().toEpochMilli()));
            String hash = incoming.hashes().get(method.id().value());
            if (hash != null) {
                passwords.add(
                        Bind.of(UD_PASSWORD.LOGIN_METHOD_ID, method.id().value()),
                        Bind.of(UD_PASSWORD.HASH, hash),
                        Bind.of(UD_PASSWORD.CHANGED_AT, method.createdAt().toEpochMilli()));
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
                Bind.of(UD_IDENTIFIER.TENANT_ID, key.tenant()),
                Bind.of(UD_IDENTIFIER.KIND, key.identifier().kind()),
                Bind.of(UD_IDENTIFIER.IDENTIFIER, key.identifier().value()),
                Bind.of(UD_IDENTIFIER.USER_ID, user)));
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0L : time.toEpochMilli();
    }
}
