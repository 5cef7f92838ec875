package dev.userdeck.internal;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.mail.LogSender;
import dev.userdeck.mail.LinkTarget;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the builder collects about mail. */
public final class MailSettings {
    private @Nullable EmailSender sender;
    private boolean logged;
    private MailTemplates templates = NewEmail::defaultMessage;
    private @Nullable LinkTarget passwordResetPage;
    private @Nullable LinkTarget invitationPage;

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
        this.passwordResetPage = new LinkTarget(page);
    }

    public void invitationPage(URI page) {
        this.invitationPage = new LinkTarget(page);
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
    LinkTarget passwordResetPage() {
        return passwordResetPage;
    }

    /** Where invited users choose their password: the page for resetting it, unless there is one of its own. */
    @Nullable
    LinkTarget invitationPage() {
        return invitationPage == null ? passwordResetPage : invitationPage;
    }
}
