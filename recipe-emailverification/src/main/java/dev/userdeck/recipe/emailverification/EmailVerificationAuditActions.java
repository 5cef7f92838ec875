package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What happened to emails that are to be verified, as the audit trail names it. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EmailVerificationAuditActions {

    /** A mail with a link was sent, by which the user proves that the email is theirs. Changes: {@code email}. */
    public static final String VERIFICATION_SENT = "emailverification.sent";

    /** The user proved that the email is theirs. Target: the kind of mail that did it. Changes: {@code email}. */
    public static final String EMAIL_VERIFIED = "emailverification.verified";

    /** An operator or the app took it for verified. Changes: {@code email}. */
    public static final String EMAIL_MARKED_VERIFIED = "emailverification.marked-verified";

    /** An operator or the app took that back. Changes: {@code email}. */
    public static final String EMAIL_MARKED_UNVERIFIED = "emailverification.marked-unverified";

    private EmailVerificationAuditActions() {}
}
