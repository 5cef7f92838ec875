package dev.userdeck.internal;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.mail.LogSender;
import dev.userdeck.mail.MailPage;
import dev.userdeck.mail.NewMail;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the builder collects about mail. */
public final class MailSettings {
    private @Nullable EmailSender sender;
    private boolean logged;
    private MailTemplates templates = NewMail::standard;
    private @Nullable MailPage passwordResetPage;
    private @Nullable MailPage invitationPage;

    public void sender(EmailSender newSender) {
        this.sender = newSender;
    }

    public void logLinks() {
        this.logged = true;
    }

    public void templates(MailTemplates newTemplates) {
        this.templates = newTemplates;
    }

    public void passwordResetPage(URI page) {
        this.passwordResetPage = new MailPage(page);
    }

    public void invitationPage(URI page) {
        this.invitationPage = new MailPage(page);
    }

    /**
     * Where mail goes, null for nowhere.
     *
     * @param isTrial whether all is gone in the end anyway, so that the log is good enough
     */
    @Nullable
    EmailSender sender(boolean isTrial) {
        if (sender != null && logged) {
            throw new ConfigurationException("Mail goes to one place: call emailSender(…) or logMailLinks(), not both");
        }
        if (sender != null) {
            return sender;
        }
        return logged || isTrial ? new LogSender() : null;
    }

    MailTemplates templates() {
        return templates;
    }

    @Nullable
    MailPage passwordResetPage() {
        return passwordResetPage;
    }

    /** Where invited users choose their password: the page for resetting it, unless there is one of its own. */
    @Nullable
    MailPage invitationPage() {
        return invitationPage == null ? passwordResetPage : invitationPage;
    }
}
