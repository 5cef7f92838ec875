package dev.userdeck.recipe.emailverification;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.LinkTarget;
import dev.userdeck.recipe.emailverification.internal.DefaultEmailVerification;
import dev.userdeck.recipe.emailverification.internal.VerificationPanels;
import dev.userdeck.recipe.spi.EmailProof;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.user.User;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a user can read the mail sent to an address: the service {@link EmailVerification}, routes for end users, and
 * in the dashboard a section of the user page with a column and a filter of the users list.
 *
 * <pre>{@code
 * Userdeck userdeck = Userdeck.builder()
 *         .dataSource(dataSource)
 *         .emailSender(sender)
 *         .recipe(new EmailVerificationRecipe().page(URI.create("https://shop.example/verify")))
 *         .start();
 * EmailVerification verification = userdeck.recipe(EmailVerification.class);
 * }</pre>
 *
 * <p>{@code AuthServlet} has {@code POST emailverification/send} for the user who is signed in, and
 * {@code POST emailverification/verify {"token"}} for anyone. What an unverified user may do is up to the app, unless the
 * {@linkplain #mode mode} is {@link VerificationMode#REQUIRED}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EmailVerificationRecipe implements Recipe {
    /** What an unverified email means unless {@link #mode} says otherwise. */
    public static final VerificationMode DEFAULT_MODE = VerificationMode.OPTIONAL;

    private static final RecipeId ID = new RecipeId("emailverification");

    private final @Nullable LinkTarget page;
    private final VerificationMode mode;
    private @Nullable DefaultEmailVerification service;
    private @Nullable VerificationPanels panels;

    /** Creates it; without a {@linkplain #page page} it sends no mail. Add it to a builder. */
    public EmailVerificationRecipe() {
        this(null, DEFAULT_MODE);
    }

    private EmailVerificationRecipe(@Nullable LinkTarget page, VerificationMode mode) {
        this.page = page;
        this.mode = mode;
    }

    /**
     * Specifies the app's page that links lead to, as in {@code https://shop.example/verify}. The token comes in the
     * fragment, as {@code #token=…}; the page's script posts it. Default: none, and no mail is sent.
     *
     * @return a recipe like this one, with that page
     * @throws IllegalArgumentException if it is not absolute, of another scheme than http and https, or has a fragment
     */
    public EmailVerificationRecipe page(URI uri) {
        return new EmailVerificationRecipe(new LinkTarget(uri), mode);
    }

    /**
     * Specifies what an unverified email means. Default: {@link #DEFAULT_MODE}. With {@link VerificationMode#REQUIRED} and
     * without a {@linkplain #page page} the start fails.
     *
     * @return a recipe like this one, in that mode
     */
    public EmailVerificationRecipe mode(VerificationMode newMode) {
        return new EmailVerificationRecipe(page, requireNonNull(newMode, "mode"));
    }

    @Override
    public RecipeId id() {
        return ID;
    }

    @Override
    public Optional<SchemaScripts> schema() {
        return Optional.of(SchemaScripts.of(EmailVerificationRecipe.class, "V001__create_emailverification.sql"));
    }

    @Override
    public void start(RecipeContext context) {
        if (mode == VerificationMode.REQUIRED && page == null) {
            throw new ConfigurationException("Nobody could verify an email, which is required:"
                    + " call page(…) of EmailVerificationRecipe with the page that mails link to");
        }
        service = new DefaultEmailVerification(context, page);
        context.expose(EmailVerification.class, service);
        panels = new VerificationPanels(service, context);
    }

    @Override
    public DashboardContribution dashboard() {
        return started(panels).contribution();
    }

    @Override
    public List<Route> authRoutes() {
        return started(panels).authRoutes();
    }

    @Override
    public List<UserDataField> dataFields() {
        return List.of(started(service).data());
    }

    @Override
    public List<SessionRequirement> sessionRequirements() {
        return mode == VerificationMode.REQUIRED ? List.of(started(service)::unmetRequirement) : List.of();
    }

    @Override
    public List<UserListener> listeners() {
        DefaultEmailVerification verification = started(service);
        return List.of(new UserListener() {
            @Override
            public void updated(User before, User after) {
                verification.updated(before, after);
            }

            @Override
            public void emailProved(EmailProof proof) {
                verification.proved(proof);
            }

            @Override
            public void merged(User into, User from) {
                verification.merged(into, from);
            }
        });
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The recipe has not started: add it to Userdeck.builder().recipe(…)");
        }
        return part;
    }
}
