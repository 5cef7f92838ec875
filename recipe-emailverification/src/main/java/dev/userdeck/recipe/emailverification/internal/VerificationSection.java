package dev.userdeck.recipe.emailverification.internal;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Headline;
import dev.userdeck.dashboard.spi.UserSection.Notice;
import dev.userdeck.dashboard.spi.UserSection.Offer;
import dev.userdeck.http.spi.Route;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.recipe.emailverification.internal.JooqVerificationState.LastMail;
import dev.userdeck.recipe.emailverification.internal.JooqVerificationState.State;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The panel on the user page: what is known of the current email, and what can be done about it. */
final class VerificationSection {
    private final DefaultEmailVerification verification;
    private final Users users;
    private final Action send;
    private final Action again;
    private final Action mark;
    private final Action unmark;

    VerificationSection(DefaultEmailVerification verification, Users users, Route send, Route verify, Route unverify) {
        this.verification = verification;
        this.users = users;
        Text sent = verification.outlet() == MailDelivery.SENDER
                ? Text.of("emailverification.queued", "The mail waits to be sent")
                : Text.of("emailverification.logged", "The link is in the log of the app");
        this.send = Action.of(Text.of("emailverification.send", "Send mail"), send)
                .icon("mail")
                .done(sent);
        this.again = Action.of(Text.of("emailverification.again", "Try again"), send)
                .icon("mail")
                .done(sent);
        this.mark = Action.of(Text.of("emailverification.mark", "Mark verified"), verify)
                .done(Text.of("emailverification.marked", "Marked verified"));
        this.unmark = Action.of(Text.of("emailverification.unmark", "Mark unverified"), unverify)
                .done(Text.of("emailverification.unmarked", "Marked unverified"));
    }

    FactSheet content() {
        return new FactSheet(List.of(send, again, mark, unmark), this::data);
    }

    private FactSheetData data(SectionRequest request) {
        String shown = request.user().email();
        Optional<EmailAddress> email = Optional.ofNullable(shown).flatMap(EmailAddress::parse);
        if (email.isEmpty()) {
            var title = Text.of("emailverification.no-email", "No email");
            return new FactSheetData(new Headline("mail", Tone.NORMAL, title, null), List.of()).offering(List.of());
        }
        State state = verification.state(request.user().id(), email.get());
        List<Offer> offers = mayDecide(request) ? offers(state) : List.of();
        if (state.verifiedAt() != null) {
            var headline = new Headline(VerificationPanels.ICON, Tone.OK, VerificationPanels.VERIFIED, shown)
                    .at(state.verifiedAt());
            return new FactSheetData(headline, List.of()).offering(offers);
        }
        var headline = new Headline("warn", Tone.WARN, VerificationPanels.NOT_VERIFIED, shown);
        return new FactSheetData(headline, rows(state.mail()))
                .notice(notice(state.mail()))
                .offering(offers);
    }

    /** The email is of all the user's tenants; who looks after all of them need not be asked. */
    private boolean mayDecide(SectionRequest request) {
        return request.scope().equals(Scope.all())
                || users.find(request.user().id(), Scope.all())
                        .map(whole -> request.scope().coversAll(whole.tenants()))
                        .orElse(false);
    }

    private List<Offer> offers(State state) {
        if (state.verifiedAt() != null) {
            return List.of(Offer.of(unmark));
        }
        if (verification.outlet() == MailDelivery.NONE) {
            return List.of(Offer.of(mark));
        }
        boolean failed = state.mail() != null && state.mail().state() == OutboxMessageState.FAILED;
        Offer mail = Offer.of(failed ? again : send);
        var soon = Text.of("emailverification.too-soon", "Next mail possible in {time}");
        return List.of(
                verification
                        .nextMailAt(state)
                        .map(at -> mail.notBefore(at, soon))
                        .orElse(mail),
                Offer.of(mark));
    }

    private List<FactRow> rows(@Nullable LastMail mail) {
        if (mail == null) {
            return List.of();
        }
        Text label = switch (mail.state()) {
            case WAITING -> Text.of("emailverification.mail-asked", "Mail asked for");
            case FAILED -> Text.of("emailverification.mail-failed", "Mail given up");
            case SENT ->
                verification.outlet() == MailDelivery.LOG
                        ? Text.of("emailverification.mail-logged", "Mail written to the log")
                        : Text.of("emailverification.mail-sent", "Mail sent");
        };
        return List.of(new FactRow(label, Kind.DATE, mail.at()));
    }

    private @Nullable Notice notice(@Nullable LastMail mail) {
        if (mail != null && mail.state() == OutboxMessageState.FAILED) {
            return new Notice(Tone.DANGER, failed(mail));
        }
        if (mail != null && mail.state() == OutboxMessageState.WAITING && mail.lastAnswer() != null) {
            return new Notice(Tone.WARN, "Not sent yet, and tried again by itself. Last answer: " + mail.lastAnswer());
        }
        return switch (verification.outlet()) {
            case SENDER -> null;
            case LOG -> new Notice(Tone.NORMAL, "No mail server is set. Links go to the log of the app.");
            case NONE -> new Notice(Tone.NORMAL, "This app sends no mail to verify an email.");
        };
    }

    private static String failed(LastMail mail) {
        String often = switch (mail.tries()) {
            case 0 -> "The mail was not sent in time.";
            case 1 -> "The mail failed.";
            default -> "The mail failed " + mail.tries() + " times.";
        };
        return mail.lastAnswer() == null ? often : often + " Last answer: " + mail.lastAnswer();
    }
}
