package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.libs.org.jooq.impl.DSL.greatest;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_ADDRESS;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_TOKEN;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_OUTBOX_MESSAGE;

import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Record5;
import dev.userdeck.libs.org.jooq.SelectLimitPercentStep;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the panel shows of one user, read in one statement. */
final class JooqVerificationState {
    private static final String VERIFIED = "verified";
    private static final String LINK = "link";

    private static final Param<String> USER = Bind.param("user", UD_EMAILVERIFICATION_ADDRESS.USER_ID);
    private static final Param<String> EMAIL_KEY = Bind.param("email key", UD_EMAILVERIFICATION_ADDRESS.EMAIL_KEY);
    private static final Param<Long> SINCE = Bind.param("since", UD_EMAILVERIFICATION_TOKEN.CREATED_AT);

    /** What the columns are called by: the fields of the first of the three statements in one. */
    private static final Field<String> WHAT = inline(VERIFIED);

    private static final Field<Long> AT = UD_EMAILVERIFICATION_ADDRESS.VERIFIED_AT;
    private static final Field<Integer> ATTEMPTS = inline(0);
    private static final Field<String> RECIPIENT = inline("");
    private static final Field<String> LAST_ERROR = inline((String) null, UD_OUTBOX_MESSAGE.LAST_ERROR);

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
     * @param at when it was sent or given up; while it waits, when it was asked for
     * @param lastAnswer what the mail server said when it last failed, null when it never did
     */
    record LastMail(
            Instant at,
            OutboxMessageState state,
            int tries,
            @Nullable String lastAnswer) {}

    private final RenderedStatement select;

    JooqVerificationState(JooqDatabase jooq) {
        this.select = jooq.prepare("state of an email", JooqVerificationState::select);
    }

    State of(Connection connection, UserId user, EmailAddress email, Instant since) throws SQLException {
        return select.query(
                connection,
                rows -> read(rows, email),
                Bind.of(USER, user.value()),
                Bind.of(EMAIL_KEY, email.key()),
                Bind.of(SINCE, since.toEpochMilli()));
    }

    private static Query select(DSLContext db) {
        var a = UD_EMAILVERIFICATION_ADDRESS;
        var t = UD_EMAILVERIFICATION_TOKEN;
        var m = UD_OUTBOX_MESSAGE;
        SelectLimitPercentStep<Record5<String, Long, Integer, String, String>> lastMail = db.select(
                        m.STATE, greatest(m.CREATED_AT, m.SETTLED_AT), m.ATTEMPTS, m.RECIPIENT, m.LAST_ERROR)
                .from(m)
                .where(m.USER_ID.eq(USER))
                .and(m.KIND.eq(inline(VerificationMail.KIND)))
                .orderBy(m.ID.desc())
                .limit(inline(1));
        return db.select(WHAT, AT, ATTEMPTS, RECIPIENT, LAST_ERROR)
                .from(a)
                .where(a.USER_ID.eq(USER))
                .and(a.EMAIL_KEY.eq(EMAIL_KEY))
                .unionAll(db.select(inline(LINK), t.CREATED_AT, ATTEMPTS, RECIPIENT, LAST_ERROR)
                        .from(t)
                        .where(t.USER_ID.eq(USER))
                        .and(t.EMAIL_KEY.eq(EMAIL_KEY))
                        .and(t.CREATED_AT.gt(SINCE)))
                .unionAll(lastMail);
    }

    private static State read(ResultRows rows, EmailAddress email) throws SQLException {
        Instant verifiedAt = null;
        LastMail mail = null;
        var links = new ArrayList<Instant>();
        while (rows.next()) {
            String what = rows.get(WHAT);
            Instant at = Instant.ofEpochMilli(rows.get(AT));
            if (what.equals(VERIFIED)) {
                verifiedAt = at;
            } else if (what.equals(LINK)) {
                links.add(at);
            } else if (EmailAddress.typed(rows.get(RECIPIENT)).equals(email.key())) {
                mail = new LastMail(
                        at,
                        ConstantNames.parse(OutboxMessageState.class, what),
                        rows.get(ATTEMPTS),
                        rows.getOrNull(LAST_ERROR));
            }
        }
        links.sort(Comparator.reverseOrder());
        return new State(verifiedAt, List.copyOf(links), mail);
    }
}
