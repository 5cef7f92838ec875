package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.EmailVerificationPermissions.EMAILVERIFICATION_READ;
import static dev.userdeck.recipe.emailverification.EmailVerificationPermissions.EMAILVERIFICATION_WRITE;

import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.Column.Width;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.ProfileHint;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.emailverification.MarkResult;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recipe's panel, column and filter. */
public final class VerificationPanels {
    static final Text VERIFIED = Text.of("emailverification.is-verified", "Verified");
    static final Text NOT_VERIFIED = Text.of("emailverification.is-not-verified", "Not verified");
    static final String ICON = "verified";
    private static final String VERIFIED_FIELD = "verified";

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
        return new VerificationRoutes(verification).forEndUsers();
    }

    /** All of it, with the routes it uses. */
    public DashboardContribution contribution() {
        var routes = new VerificationRoutes(verification);
        Route send = routes.send();
        Route verify = routes.markVerified();
        Route unverify = routes.markUnverified();
        var panel = new VerificationSection(verification, users, send, verify, unverify);
        return DashboardContribution.builder()
                .routes(send, verify, unverify)
                .section(UserSection.of(
                                "email",
                                Text.of("emailverification.title", "Email verification"),
                                ICON,
                                EMAILVERIFICATION_READ,
                                panel.content())
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
                        Text.of("emailverification.filter", "Email verified"),
                        EMAILVERIFICATION_READ,
                        new YesNo(
                                Text.of("emailverification.filter.yes", "Yes"),
                                Text.of("emailverification.filter.no", "No")),
                        this::condition))
                .createFields(new CreateFields(
                        List.of(CreateField.of(
                                Field.optional(
                                        VERIFIED_FIELD,
                                        Field.Kind.SWITCH,
                                        Text.of("emailverification.already", "Email already verified")),
                                EMAILVERIFICATION_WRITE)),
                        this::create))
                .profileHint(new ProfileHint(
                        ProfileHint.Field.EMAIL,
                        Text.of(
                                "emailverification.hint",
                                "The new address starts unverified, unless it was verified before.")))
                .mergeHint(Text.of("emailverification.merge", "An email that either of them verified stays verified."))
                .deletionFacts(this::deletionFacts)
                .auditTexts(VerificationTexts.ofEvents())
                .permission(EMAILVERIFICATION_READ, "See whose email is verified")
                .permission(EMAILVERIFICATION_WRITE, "Send the mail, and say that an email is verified or isn't")
                .mailKind(VerificationMail.KIND, "Link to verify the email")
                .build();
    }

    private List<FieldError> create(Creation creation) {
        if (!creation.isOn(VERIFIED_FIELD)) {
            return List.of();
        }
        return verification.markVerified(creation.user().id(), creation.actor()) instanceof MarkResult.NoEmail
                ? List.of(new FieldError(VERIFIED_FIELD, "no-email", "There is no email to be verified."))
                : List.of();
    }

    /** State is the user's own, whatever the tenant. */
    private Map<UserId, Boolean> columnValues(List<User> page, Scope scope) {
        var values = new HashMap<UserId, Boolean>();
        verification.verifiedAmong(page).forEach(user -> values.put(user, true));
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
