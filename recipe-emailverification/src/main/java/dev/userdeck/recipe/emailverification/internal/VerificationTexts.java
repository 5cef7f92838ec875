package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_MARKED_UNVERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_MARKED_VERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_VERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.VERIFICATION_SENT;

import dev.userdeck.dashboard.spi.AuditText;

/** How the dashboard tells of events. */
final class VerificationTexts {
    private VerificationTexts() {}

    static AuditText[] ofEvents() {
        return new AuditText[] {
            AuditText.of("emailverification.", "Email verification"),
            AuditText.of(VERIFICATION_SENT, "Verification mail sent")
                    .sentence("{actor} sent a verification mail to {email}")
                    .sentence("Verification mail sent to {email}"),
            AuditText.of(EMAIL_VERIFIED, "Email verified").sentence("Verified the email {email}"),
            AuditText.of(EMAIL_MARKED_VERIFIED, "Email marked verified")
                    .sentence("{actor} marked {email} as verified")
                    .sentence("{email} was marked as verified"),
            AuditText.of(EMAIL_MARKED_UNVERIFIED, "Email marked unverified")
                    .sentence("{actor} marked {email} as not verified")
                    .sentence("{email} was marked as not verified")
        };
    }
}
