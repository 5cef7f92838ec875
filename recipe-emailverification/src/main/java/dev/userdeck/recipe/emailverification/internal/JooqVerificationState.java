package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_ADDRESS;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_TOKEN;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_OUTBOX_MESSAGE;
import static org.jooq.impl.DSL.inline;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record5;
import org.jooq.SelectLimitPercentStep;
import org.jspecify.annotations.Nullable;

/** All that the panel shows of one user, read in one statement. */
final class JooqVerificationState {
    private static final String VERIFIED = "verified";
    private static final String LINK = "link";

    /**
     * The state of a user's current email.
     *
     * @param verifiedAt null when it isn't
     * @param links when links were made of late, newest first
     * @param mail the last one that was sent to it, null for none
     */
    record State(
            @Nullable Instant verifiedAt,
            List<Instant> links,
            @Nullable LastMail mail) {}

    /**
     * A mail.
     *
     * @param lastAnswer what the mail server said when it last failed, null when it never did
     */
    record LastMail(
            Instant at,
            OutboxMessageState state,
            int tries,
            @Nullable String lastAnswer) {}

    private final RenderedStatement select;

    JooqVerificationState(JooqDatabase jooq) {
        this.select = jooq.prepare(JooqVerificationState::select);
    }

    State of(Connection connection, UserId user, EmailAddress email, Instant since) throws SQLException {
        return select.query(
                connection,
                rows -> read(rows, email),
                user.value(),
                email.key(),
                user.value(),
                email.key(),
                since.toEpochMilli(),
                user.value());
    }

    private static Query select(DSLContext db) {
        var a = UD_EMAILVERIFICATION_ADDRESS;
        var t = UD_EMAILVERIFICATION_TOKEN;
        var m = UD_OUTBOX_MESSAGE;
        SelectLimitPercentStep<Record5<String, Long, Integer, String, String>> lastMail = db.select(
                        m.STATE, m.CREATED_AT, m.ATTEMPTS, m.RECIPIENT, m.LAST_ERROR)
                .from(m)
                .where(m.USER_ID.eq(""))
                .and(m.KIND.eq(inline(VerificationMail.KIND)))
                .orderBy(m.ID.desc())
                .limit(inline(1));
        var none = inline((String) null, m.LAST_ERROR);
        return db.select(inline(VERIFIED), a.VERIFIED_AT, inline(0), inline(""), none)
                .from(a)
                .where(a.USER_ID.eq(""))
                .and(a.EMAIL_KEY.eq(""))
                .unionAll(db.select(inline(LINK), t.CREATED_AT, inline(0), inline(""), none)
                        .from(t)
                        .where(t.USER_ID.eq(""))
                        .and(t.EMAIL_KEY.eq(""))
                        .and(t.CREATED_AT.gt(0L)))
                .unionAll(lastMail);
    }

    private static State read(ResultSet rows, EmailAddress email) throws SQLException {
        Instant verifiedAt = null;
        LastMail mail = null;
        var links = new ArrayList<Instant>();
        while (rows.next()) {
            String what = rows.getString(1);
            Instant at = Instant.ofEpochMilli(rows.getLong(2));
            if (what.equals(VERIFIED)) {
                verifiedAt = at;
            } else if (what.equals(LINK)) {
                links.add(at);
            } else if (EmailAddress.typed(rows.getString(4)).equals(email.key())) {
                mail = new LastMail(
                        at,
                        OutboxMessageState.valueOf(what.toUpperCase(Locale.ROOT)),
                        rows.getInt(3),
                        rows.getString(5));
            }
        }
        links.sort(Comparator.reverseOrder());
        return new State(verifiedAt, List.copyOf(links), mail);
    }
}
