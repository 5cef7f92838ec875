package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.EmailVerificationPermissions.EMAILVERIFICATION_READ;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.Column.Width;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Headline;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.OutgoingMail;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recipe's panel, column and filter. */
public final class VerificationPanels {
    private static final Text VERIFIED = Text.of("emailverification.verified", "Verified");
    private static final Text NOT_VERIFIED = Text.of("emailverification.not-verified", "Not verified");
    private static final String ICON = "verified";

    private final DefaultEmailVerification verification;
    private final Users users;
    private final Database database;

    /** Panels over {@code verification}. */
    public VerificationPanels(DefaultEmailVerification verification, RecipeContext context) {
        this.verification = verification;
        this.users = context.users();
        this.database = context.database();
    }

    /** Routes for end users. */
    public List<Route> authRoutes() {
        return new VerificationRoutes(verification, users).forEndUsers();
    }

    /** All of it, with the routes it uses. */
    public DashboardContribution contribution() {
        var routes = new VerificationRoutes(verification, users);
        Route send = routes.send();
        Route verify = routes.markVerified();
        Route unverify = routes.markUnverified();
        var actions = List.of(
                Action.of(Text.of("emailverification.send", "Send mail"), send)
                        .icon("mail")
                        .done(Text.of("emailverification.sent", "Mail sent")),
                Action.of(Text.of("emailverification.mark", "Mark verified"), verify)
                        .done(Text.of("emailverification.marked", "Marked verified")),
                Action.of(Text.of("emailverification.unmark", "Mark unverified"), unverify)
                        .done(Text.of("emailverification.unmarked", "Marked unverified")));
        return DashboardContribution.builder()
                .routes(send, verify, unverify)
                .section(UserSection.of(
                                "email",
                                Text.of("emailverification.title", "Email verification"),
                                ICON,
                                EMAILVERIFICATION_READ,
                                new FactSheet(actions, this::sectionData))
                        .halfWidth())
                .column(new UsersColumn(
                        Column.of("verified", Kind.FLAG, VERIFIED)
                                .width(Width.XS)
                                .priority(3)
                                .small(Small.HIDE),
                        EMAILVERIFICATION_READ,
                        this::columnValues))
                .filter(new UsersFilter(
                        "verified",
                        Text.of("emailverification.email", "Email"),
                        EMAILVERIFICATION_READ,
                        new YesNo(VERIFIED, NOT_VERIFIED),
                        this::condition))
                .deletionFacts(this::deletionFacts)
                .build();
    }

    private FactSheetData sectionData(SectionRequest request) {
        UserId user = request.user().id();
        Optional<Instant> at = verification.verifiedAt(user);
        var rows = new ArrayList<FactRow>();
        at.ifPresent(when -> rows.add(new FactRow(Text.of("emailverification.since", "Verified on"), Kind.DATE, when)));
        verification.lastMail(user).ifPresent(mail -> rows.addAll(mailRows(mail)));
        return new FactSheetData(at.isPresent() ? verified(request) : notVerified(request), rows);
    }

    private static Headline verified(SectionRequest request) {
        return new Headline(ICON, Tone.OK, VERIFIED, request.user().email());
    }

    private Headline notVerified(SectionRequest request) {
        if (request.user().email() == null) {
            return new Headline("mail", Tone.NORMAL, Text.of("emailverification.no-email", "No email"), null);
        }
        String line = verification.canSend() ? request.user().email() : "This app sends no mail to verify an email.";
        return new Headline("warn", Tone.WARN, NOT_VERIFIED, line);
    }

    private static List<FactRow> mailRows(OutgoingMail mail) {
        var rows = new ArrayList<FactRow>();
        rows.add(new FactRow(Text.of("emailverification.mail-at", "Last mail"), Kind.DATE, mail.createdAt()));
        rows.add(new FactRow(Text.of("emailverification.mail-state", "Its state"), Kind.TEXT, words(mail.state())));
        if (mail.lastAnswer() != null) {
            rows.add(
                    new FactRow(Text.of("emailverification.mail-answer", "Last answer"), Kind.TEXT, mail.lastAnswer()));
        }
        return rows;
    }

    private static String words(MailState state) {
        return switch (state) {
            case WAITING -> "Waiting to be sent";
            case SENT -> "Sent";
            case FAILED -> "Failed";
        };
    }

    /** State is the user's own, whatever the tenant. */
    private Map<UserId, Boolean> columnValues(List<UserId> page, Scope scope) {
        var values = new HashMap<UserId, Boolean>();
        verification.verified(page).forEach(user -> values.put(user, true));
        return values;
    }

    private UserCondition condition(Chosen chosen) {
        String addresses = database.table("ud_emailverification_address");
        String identifiers = database.table("ud_identifier");
        // ud_identifier has the current address, in the form that ours are kept in
        String current = "from " + addresses + " a join " + identifiers
                + " i on i.user_id = a.user_id and i.identifier = a.email_key and i.kind = 'email'";
        String exists = "exists (select 1 " + current + " where a.user_id = {user})";
        return chosen.isYes()
                ? UserCondition.of(exists).ids("select distinct a.user_id " + current)
                : UserCondition.of("not " + exists);
    }

    private List<Fact> deletionFacts(SectionRequest request) {
        return verification.isVerified(request.user().id())
                ? List.of(Fact.of(1, "emailverification.fact.verified", "verified email", "verified emails"))
                : List.of();
    }
}
