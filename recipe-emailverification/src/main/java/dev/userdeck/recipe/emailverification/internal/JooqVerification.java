package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_ADDRESS;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_TOKEN;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.recipe.emailverification.internal.jooq.tables.UdEmailverificationAddress;
import dev.userdeck.recipe.emailverification.internal.jooq.tables.UdEmailverificationToken;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows. What changes them holds the row of the user, so one user's changes come one after the other. */
final class JooqVerification {
    private static final UdEmailverificationAddress ADDRESSES = UD_EMAILVERIFICATION_ADDRESS;
    private static final UdEmailverificationToken TOKENS = UD_EMAILVERIFICATION_TOKEN;

    private final StatementCache addressesOf;

    JooqVerification(JooqDatabase jooq) {
        this.addressesOf = jooq.prepareByShape("verified addresses of users");
    }

    /** What a link stands for. */
    record Token(UserId user, String emailKey, Instant expiresAt) {}

    /** A user whose row is locked; without an address when there is none. */
    record Holder(UserId user, Optional<EmailAddress> email) {}

    Map<UserId, Instant> verifiedAt(DSLContext db, Collection<UserId> users) {
        var found = new HashMap<UserId, Instant>();
        db.select(ADDRESSES.USER_ID, ADDRESSES.EMAIL_KEY, ADDRESSES.VERIFIED_AT, UD_USER.EMAIL)
                .from(ADDRESSES)
                .join(UD_USER)
                .on(UD_USER.ID.eq(ADDRESSES.USER_ID))
                .where(ADDRESSES.USER_ID.in(users.stream().map(UserId::value).toList()))
                .forEach(row -> {
                    // of all that were verified once, the one that the user has now
                    if (EmailAddress.typed(row.value4()).equals(row.value2())) {
                        found.put(new UserId(row.value1()), Instant.ofEpochMilli(row.value3()));
                    }
                });
        return found;
    }

    /** Whether a requirement lets the user pass: one without an email does, one who is gone doesn't. */
    boolean mayPass(DSLContext db, UserId user) {
        var rows = db.select(UD_USER.EMAIL, ADDRESSES.EMAIL_KEY)
                .from(UD_USER)
                .leftJoin(ADDRESSES)
                .on(ADDRESSES.USER_ID.eq(UD_USER.ID))
                .where(UD_USER.ID.eq(user.value()))
                .fetch();
        return rows.stream()
                .anyMatch(row -> row.value1().isEmpty()
                        || EmailAddress.typed(row.value1()).equals(row.value2()));
    }

    /** The addresses that a user has proved to read go over to another one, but for those that one has. */
    void moveAddresses(DSLContext db, UserId from, UserId into) {
        var known = db.select(ADDRESSES.EMAIL_KEY)
                .from(ADDRESSES)
                .where(ADDRESSES.USER_ID.eq(into.value()))
                .fetchSet(ADDRESSES.EMAIL_KEY);
        db.update(ADDRESSES)
                .set(ADDRESSES.USER_ID, into.value())
                .where(ADDRESSES.USER_ID.eq(from.value()))
                .and(ADDRESSES.EMAIL_KEY.notIn(known))
                .execute();
    }

    /** The user, who changes no address and gets no token from elsewhere before the transaction ends. */
    Optional<Holder> lock(DSLContext db, UserId user) {
        return db.select(UD_USER.EMAIL)
                .from(UD_USER)
                .where(UD_USER.ID.eq(user.value()))
                .forUpdate()
                .fetchOptional(row -> new Holder(user, EmailAddress.parse(row.value1())));
    }

    /** Takes an address for proved, and its links away; false if it was proved before. */
    boolean verify(DSLContext db, UserId user, EmailAddress email, Instant now) {
        boolean isNew = !isVerified(db, user, email);
        if (isNew) {
            insertAddress(db, user, email, now);
        }
        deleteTokens(db, user, email);
        return isNew;
    }

    boolean isVerified(DSLContext db, UserId user, EmailAddress email) {
        return db.fetchExists(ADDRESSES, ADDRESSES.USER_ID.eq(user.value()).and(ADDRESSES.EMAIL_KEY.eq(email.key())));
    }

    private void insertAddress(DSLContext db, UserId user, EmailAddress email, Instant now) {
        db.insertInto(ADDRESSES, ADDRESSES.USER_ID, ADDRESSES.EMAIL_KEY, ADDRESSES.VERIFIED_AT)
                .values(user.value(), email.key(), now.toEpochMilli())
                .execute();
    }

    /** All that these users ever verified. */
    Map<UserId, Set<String>> addresses(DSLContext db, Collection<UserId> users) {
        SqlFragment all = SqlFragment.in(
                ADDRESSES.USER_ID, users.stream().map(UserId::value).toList());
        return db.connectionResult(connection -> addressesOf.query(
                connection,
                rows -> {
                    var found = new HashMap<UserId, Set<String>>();
                    while (rows.next()) {
                        found.computeIfAbsent(new UserId(rows.get(ADDRESSES.USER_ID)), user -> new HashSet<>())
                                .add(rows.get(ADDRESSES.EMAIL_KEY));
                    }
                    return found;
                },
                () -> DSL.select(ADDRESSES.USER_ID, ADDRESSES.EMAIL_KEY)
                        .from(ADDRESSES)
                        .where(all.condition()),
                all));
    }

    void insertAddresses(DSLContext db, Map<UserId, Set<String>> keys, Instant now) {
        var all = BatchInsert.into(ADDRESSES, ADDRESSES.USER_ID, ADDRESSES.EMAIL_KEY, ADDRESSES.VERIFIED_AT);
        keys.forEach((user, its) -> its.forEach(key -> all.add(
                Bind.of(ADDRESSES.USER_ID, user.value()),
                Bind.of(ADDRESSES.EMAIL_KEY, key),
                Bind.of(ADDRESSES.VERIFIED_AT, now.toEpochMilli()))));
        all.insert(db);
    }

    boolean deleteAddress(DSLContext db, UserId user, EmailAddress email) {
        return db.deleteFrom(ADDRESSES)
                        .where(ADDRESSES.USER_ID.eq(user.value()))
                        .and(ADDRESSES.EMAIL_KEY.eq(email.key()))
                        .execute()
                > 0;
    }

    /** When mails were written after {@code since}, newest first. */
    List<Instant> sentSince(DSLContext db, UserId user, EmailAddress email, Instant since) {
        return db.select(TOKENS.CREATED_AT)
                .from(TOKENS)
                .where(TOKENS.USER_ID.eq(user.value()))
                .and(TOKENS.EMAIL_KEY.eq(email.key()))
                .and(TOKENS.CREATED_AT.gt(since.toEpochMilli()))
                .orderBy(TOKENS.CREATED_AT.desc())
                .fetch(row -> Instant.ofEpochMilli(row.value1()));
    }

    void insertToken(DSLContext db, String hash, UserId user, EmailAddress email, Instant now, Instant expiresAt) {
        db.insertInto(TOKENS)
                .set(TOKENS.TOKEN_HASH, hash)
                .set(TOKENS.USER_ID, user.value())
                .set(TOKENS.EMAIL_KEY, email.key())
                .set(TOKENS.CREATED_AT, now.toEpochMilli())
                .set(TOKENS.EXPIRES_AT, expiresAt.toEpochMilli())
                .execute();
    }

    Optional<Token> findToken(DSLContext db, String hash) {
        return db.select(TOKENS.USER_ID, TOKENS.EMAIL_KEY, TOKENS.EXPIRES_AT)
                .from(TOKENS)
                .where(TOKENS.TOKEN_HASH.eq(hash))
                .fetchOptional(
                        row -> new Token(new UserId(row.value1()), row.value2(), Instant.ofEpochMilli(row.value3())));
    }

    private void deleteTokens(DSLContext db, UserId user, EmailAddress email) {
        db.deleteFrom(TOKENS)
                .where(TOKENS.USER_ID.eq(user.value()))
                .and(TOKENS.EMAIL_KEY.eq(email.key()))
                .execute();
    }

    /** The links of one user are of no use any more, but still count as sent. */
    void endTokens(DSLContext db, UserId user) {
        db.update(TOKENS)
                .set(TOKENS.EXPIRES_AT, 0L)
                .where(TOKENS.USER_ID.eq(user.value()))
                .execute();
    }

    /** Those of one user that nobody can use any more, if they were made before {@code since}. */
    void deleteExpired(DSLContext db, UserId user, Instant now, Instant since) {
        db.deleteFrom(TOKENS)
                .where(TOKENS.USER_ID.eq(user.value()))
                .and(TOKENS.EXPIRES_AT.le(now.toEpochMilli()))
                .and(TOKENS.CREATED_AT.le(since.toEpochMilli()))
                .execute();
    }
}
