package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.internal.api.OperatorRoutes;
import dev.userdeck.error.FieldError;
import dev.userdeck.error.StorageException;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.ReauthenticationResult;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.password.PasswordRules;
import dev.userdeck.servlet.internal.RoutedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in operators who sign in here with email and password; the first is made with a token from the log. */
public final class BuiltInAuthentication implements OperatorAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger("dev.userdeck.dashboard");
    private static final ProblemType TOKEN_INVALID =
            new ProblemType("setup-token-invalid", 410, "This set-up token is not good, or not any more");
    private static final ProblemType SETUP_DONE = new ProblemType("setup-done", 409, "There is an operator already");

    /** What signing in takes. */
    public record Credentials(
            @Nullable String email, @Nullable String password) {

        /** Tells nothing of the password. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    /** What proves that it is still the operator. */
    public record Proof(@Nullable String password, @Nullable String code) {

        /** Tells nothing of password and code. */
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    /** What the first operator is made from. */
    public record SetUp(
            @Nullable String token,
            @Nullable String email,
            @Nullable String name,
            @Nullable String password) {

        /** Tells nothing of token and password. */
        @Override
        public String toString() {
            return "SetUp[]";
        }
    }

    private final Operators operators;
    private final OperatorCookie cookie;
    private final SessionTokens tokens;
    private final SecondFactorRoutes factors;
    private final OperatorLinkRoutes links;
    private final Optional<URI> address;
    private final @Nullable String lockedOut;
    /** Once there is an operator there always is one. */
    private volatile boolean someoneExists;

    private volatile @Nullable String setUpLink;

    /**
     * Asks these operators.
     *
     * @param rules of passwords
     * @param address of the dashboard, as the log shows it
     * @param lockedOut the email of an operator for whom the log is to show a link to a new password; null for none
     */
    public BuiltInAuthentication(
            Operators operators,
            PasswordRules rules,
            OperatorCookie cookie,
            Optional<URI> address,
            @Nullable String lockedOut) {
        this.operators = operators;
        this.cookie = cookie;
        this.tokens = new SessionTokens(operators, cookie, this::someoneExists);
        this.factors = new SecondFactorRoutes(operators.factors(), tokens, cookie);
        this.links = new OperatorLinkRoutes(operators.links(), rules);
        this.address = address;
        this.lockedOut = lockedOut;
    }

    @Override
    public void open() {
        try {
            if (!operators.exist()) {
                logNewToken();
            } else if (lockedOut != null) {
                logResetLink(lockedOut);
            }
        } catch (StorageException e) {
            LOG.warn("Could not look for operators; the next visit to the dashboard will", e);
        }
    }

    @Override
    public boolean hasSignIn() {
        return true;
    }

    /** Who signed in here, and where. */
    private record SignedIn(Operators operators, OperatorSession session) implements Entry {
        @Override
        public Operator operator() {
            return session.operator();
        }

        @Override
        public void requireFreshProof() {
            if (!operators.isFresh(session.provedAt())) {
                boolean takesCode = session.secondFactorAt() != null;
                throw Problem.of(ProblemType.FRESH_PROOF_REQUIRED)
                        .detail("Enter your password" + (takesCode ? " and a code" : "") + "; that counts for "
                                + Operators.FRESH_PROOF.toMinutes() + " minutes")
                        .with("authentication", "sign-in")
                        .with("secondFactor", takesCode)
                        .exception();
            }
        }
    }

    @Override
    public Entry enter(HttpServletRequest request) {
        return new SignedIn(operators, tokens.session(request).orElseThrow(() -> tokens.signInRequired(request)));
    }

    private Response reauthenticate(Request<Proof> request) {
        String password = request.body().password();
        if (password == null || password.isEmpty()) {
            throw Problem.invalid("password", "required", "Enter your own password, to be sure it is you.")
                    .exception();
        }
        String code = request.body().code();
        ReauthenticationResult result = tokens.session(RoutedRequest.http(request))
                .map(session -> operators.reauthenticate(session, password, code, request.actor()))
                .orElseGet(ReauthenticationResult.SessionEnded::new);
        if (result instanceof ReauthenticationResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        if (result instanceof ReauthenticationResult.WrongPassword) {
            throw Problem.invalid("password", "password-wrong", "This is not your password.")
                    .exception();
        }
        if (result instanceof ReauthenticationResult.WrongCode) {
            SecondFactorRoutes.required(code);
            throw SecondFactorRoutes.wrongCode();
        }
        if (result instanceof ReauthenticationResult.SessionEnded) {
            throw Problem.of(ProblemType.SIGN_IN_REQUIRED).exception();
        }
        return Response.noContent();
    }

    @Override
    public List<Route> routes() {
        var gate = List.of(
                Route.post("/session")
                        .summary("Sign in; reading the session tells what else that takes")
                        .forAnyone()
                        .body(Credentials.class)
                        .problems(ProblemType.WRONG_CREDENTIALS, ProblemType.TOO_MANY_ATTEMPTS)
                        .handle(this::signIn),
                Route.delete("/session").summary("Sign out").forAnyone().handle(this::signOut),
                Route.post("/session/reauthenticate")
                        .summary("Give one's password once more, and a code beside it, for what needs fresh proof")
                        .permission(Permission.DASHBOARD_ENTER)
                        .handlesScope()
                        .changesNothing()
                        .body(Proof.class)
                        .problems(ProblemType.INVALID, ProblemType.TOO_MANY_ATTEMPTS)
                        .handle(this::reauthenticate),
                Route.post("/setup")
                        .summary("Create the first operator")
                        .forAnyone()
                        .body(SetUp.class)
                        .problems(TOKEN_INVALID, SETUP_DONE)
                        .handle(this::setUp));
        var team = OperatorRoutes.of(
                operators,
                request -> tokens.session(RoutedRequest.http(request))
                        .orElseThrow(() -> tokens.signInRequired(RoutedRequest.http(request))));
        return Stream.of(gate, factors.signingIn(), links.routes(), team, factors.own())
                .flatMap(List::stream)
                .toList();
    }

    private Response signIn(Request<Credentials> request) {
        String email = request.body().email();
        String password = request.body().password();
        var errors = new ArrayList<FieldError>();
        if (email == null || email.isBlank()) {
            errors.add(new FieldError("email", "required", "Enter your email"));
        }
        if (password == null || password.isEmpty()) {
            errors.add(new FieldError("password", "required", "Enter your password"));
        }
        if (email == null || password == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        OperatorSignInResult result = operators.signIn(email, password, request.actor());
        if (result instanceof OperatorSignInResult.SignedIn signedIn) {
            return entered(signedIn.session(), request);
        }
        if (result instanceof OperatorSignInResult.Pending pending) {
            return entered(pending.session(), request);
        }
        if (result instanceof OperatorSignInResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        throw Problem.of(ProblemType.WRONG_CREDENTIALS).exception();
    }

    private Response signOut(Request<Void> request) {
        endSessions(request);
        RoutedRequest.setCookies(request, cookie.removing(RoutedRequest.http(request)));
        return Response.noContent();
    }

    private Response setUp(Request<SetUp> request) {
        SetUp body = request.body();
        var first = new NewOperator(orEmpty(body.email()), orEmpty(body.name()), orEmpty(body.password()));
        SetUpResult result = operators.setUp(orEmpty(body.token()), first, request.actor());
        if (result instanceof SetUpResult.Done done) {
            someoneExists = true;
            return entered(done.session(), request);
        }
        if (result instanceof SetUpResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw Problem.of(result instanceof SetUpResult.AlreadyDone ? SETUP_DONE : TOKEN_INVALID)
                .exception();
    }

    /** All that the browser knows of: nobody could end them later. */
    private void endSessions(Request<?> request) {
        cookie.allTokens(RoutedRequest.http(request)).forEach(token -> operators.signOut(token, request.actor()));
    }

    private Response entered(IssuedOperatorSession session, Request<?> request) {
        endSessions(request);
        return Response.noContent().header("Set-Cookie", cookie.carrying(session.token(), RoutedRequest.http(request)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private boolean someoneExists() {
        if (!someoneExists) {
            lookForSomeone();
        }
        return someoneExists;
    }

    /** One at a time: two visitors at once must not put two tokens in the log, of which one is void. */
    private synchronized void lookForSomeone() {
        someoneExists = operators.exist();
        if (!someoneExists && !operators.setUpTokenPending()) {
            logNewToken();
        }
    }

    private void logNewToken() {
        operators.issueSetUpToken().ifPresent(token -> {
            String page = "setup#" + token;
            setUpLink = address.map(dashboard -> dashboard + page).orElse(null);
            LOG.warn(
                    "The dashboard has no operator yet. Who opens this within an hour becomes the first: {}",
                    whole(page));
        });
    }

    private void logResetLink(String email) {
        operators
                .accounts()
                .findByEmail(email)
                .flatMap(operator -> operators.issueResetLink(operator.id(), Actor.system()))
                .ifPresentOrElse(
                        link -> LOG.warn(
                                "As logResetLink(…) asks for it: who opens this within an hour chooses that operator's"
                                        + " password. Take the call out afterwards: {}",
                                address.isPresent() ? link.link() : whole(link.link())),
                        () -> LOG.warn("logResetLink(…) names no operator who is neither invited nor disabled"));
    }

    private String whole(String page) {
        return address.map(URI::toString).orElse("<dashboard>/") + page;
    }

    @Override
    public Optional<String> setUpLink() {
        return Optional.ofNullable(setUpLink).filter(link -> !operators.exist());
    }
}
