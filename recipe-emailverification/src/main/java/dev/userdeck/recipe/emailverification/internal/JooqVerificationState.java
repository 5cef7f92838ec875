package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_ADDRESS;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_EMAILVERIFICATION_TOKEN;
import static dev.userdeck.recipe.emailverification.internal.jooq.Tables.UD_MAIL;
import static org.jooq.impl.DSL.inline;

import dev.userdeck.internal.user.EmailAddress;
import dev.userdeck.mail.MailState;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
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
            MailState state,
            int tries,
            @Nullable String lastAnswer) {}

    private JooqVerificationState() {}

    static State of(DSLContext db, UserId user, EmailAddress email, Instant since) {
        var a = UD_EMAILVERIFICATION_ADDRESS;
        var t = UD_EMAILVERIFICATION_TOKEN;
        var m = UD_MAIL;
        SelectLimitPercentStep<Record5<String, Long, Integer, String, String>> lastMail = db.select(
                        m.STATE, m.CREATED_AT, m.TRIES, m.RECIPIENT, m.LAST_ANSWER)
                .from(m)
                .where(m.USER_ID.eq(user.value()))
                .and(m.KIND.eq(VerificationMail.KIND))
                .orderBy(m.ID.desc())
                .limit(1);
        var none = inline((String) null, m.LAST_ANSWER);
        Instant verifiedAt = null;
        LastMail mail = null;
        var links = new ArrayList<Instant>();
        for (var row : db.select(inline(VERIFIED), a.VERIFIED_AT, inline(0), inline(""), none)
                .from(a)
                .where(a.USER_ID.eq(user.value()))
                .and(a.EMAIL_KEY.eq(email.key()))
                .unionAll(db.select(inline(LINK), t.CREATED_AT, inline(0), inline(""), none)
                        .from(t)
                        .where(t.USER_ID.eq(user.value()))
                        .and(t.EMAIL_KEY.eq(email.key()))
                        .and(t.CREATED_AT.gt(since.toEpochMilli())))
                .unionAll(lastMail)
                .fetch()) {
            Instant at = Instant.ofEpochMilli(row.value2());
            if (row.value1().equals(VERIFIED)) {
                verifiedAt = at;
            } else if (row.value1().equals(LINK)) {
                links.add(at);
            } else if (EmailAddress.typed(row.value4()).equals(email.key())) {
                mail = new LastMail(
                        at, MailState.valueOf(row.value1().toUpperCase(Locale.ROOT)), row.value3(), row.value5());
            }
        }
        links.sort(Comparator.reverseOrder());
        return new State(verifiedAt, List.copyOf(links), mail);
    }
}
