package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD_TOKEN;

import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.jooq.tables.UdPasswordToken;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What links carry by which users choose a password; the database keeps hashes. */
public final class PasswordTokens {
    private static final UdPasswordToken T = UD_PASSWORD_TOKEN;

    private final Secrets secrets = new Secrets();

    /**
     * A link.
     *
     * @param user whose it is
     * @param emailKey which address it was made for
     * @param messageKind the kind of the mail that it went out by and was seen in alone; empty for one that was handed over
     */
    public record Token(UserId user, String emailKey, String messageKind) {}

    public String issue(DSLContext db, Token made, Instant now, Instant expiresAt) {
        String token = secrets.token();
        db.insertInto(T, T.TOKEN_HASH, T.USER_ID, T.EMAIL_KEY, T.MESSAGE_KIND, T.CREATED_AT, T.EXPIRES_AT)
                .values(
                        Secrets.sha256(token),
                        made.user().value(),
                        made.emailKey(),
                        made.messageKind(),
                        now.toEpochMilli(),
                        expiresAt.toEpochMilli())
                .execute();
        return token;
    }

    public static Optional<Token> find(DSLContext db, String token, Instant now) {
        if (!Secrets.isToken(token)) {
            return Optional.empty();
        }
        return db.select(T.USER_ID, T.EMAIL_KEY, T.MESSAGE_KIND)
                .from(T)
                .where(T.TOKEN_HASH.eq(Secrets.sha256(token)))
                .and(T.EXPIRES_AT.gt(now.toEpochMilli()))
                .fetchOptional(row -> new Token(new UserId(row.value1()), row.value2(), row.value3()));
    }

    /** When links of this user were made after {@code since}, newest first. */
    public static List<Instant> madeSince(DSLContext db, UserId user, Instant since) {
        return db.select(T.CREATED_AT)
                .from(T)
                .where(T.USER_ID.eq(user.value()))
                .and(T.CREATED_AT.gt(since.toEpochMilli()))
                .orderBy(T.CREATED_AT.desc())
                .fetch(row -> Instant.ofEpochMilli(row.value1()));
    }

    /** Takes away all links of this user: what they were sent for has changed. */
    public static void forget(DSLContext db, UserId user) {
        db.deleteFrom(T).where(T.USER_ID.eq(user.value())).execute();
    }

    public static int sweep(JooqDatabase jooq, Instant now, int batch) {
        return ExpiredRows.ended(jooq, T.TOKEN_HASH, T.EXPIRES_AT, now.toEpochMilli(), batch);
    }
}
