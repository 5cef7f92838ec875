package dev.userdeck.servlet;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.language.Languages;
import dev.userdeck.servlet.internal.ProblemWords;
import dev.userdeck.servlet.internal.RoutedRequest;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.Sessions;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.SignUpAttempt;
import dev.userdeck.user.User;
import dev.userdeck.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes of {@link AuthServlet} that are not a recipe's. */
final class AuthRoutes {
    static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", 409, "This email has an account already");

    static final ProblemType SIGN_UP_REFUSED = new ProblemType("sign-up-refused", 403, "You can't sign up here");

    static final ProblemType SIGN_IN_METHOD_OFF =
            new ProblemType("sign-in-method-off", 403, "Nobody signs in here with a password");

    private static final String METHOD = "password";

    private final Users users;
    private final Sessions sessions;
    private final TenantId tenant;
    private final SessionCookie cookie;
    private final SignUpCheck check;
    private final Languages languages;

    AuthRoutes(
            Users users,
            Sessions sessions,
            TenantId tenant,
            SessionCookie cookie,
            SignUpCheck check,
            Languages languages) {
        this.users = users;
        this.sessions = sessions;
        this.tenant = tenant;
        this.cookie = cookie;
        this.check = check;
        this.languages = languages;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/signup")
                        .summary("Sign up")
                        .forAnyone()
                        .body(SignUp.class)
                        .answers(201, SignedIn.class)
                        .problems(
                                EMAIL_TAKEN,
                                SIGN_UP_REFUSED,
                                ProblemType.TOO_MANY_ATTEMPTS,
                                ProblemType.SIGN_IN_REQUIRED)
                        .handle(this::signUp),
                Route.post("/signin")
                        .summary("Sign in")
                        .forAnyone()
                        .body(SignIn.class)
                        .answers(200, SignedIn.class)
                        .problems(ProblemType.WRONG_CREDENTIALS, ProblemType.TOO_MANY_ATTEMPTS, SIGN_IN_METHOD_OFF)
                        .handle(this::signIn),
                Route.post("/signout")
                        .summary("Sign out")
                        .forAnyone()
                        .allowsHeldSessions()
                        .handle(this::signOut),
                Route.get("/session")
                        .summary("Tell who is signed in")
                        .forUsers()
                        .allowsHeldSessions()
                        .answers(200, SignedIn.class)
                        .handle(this::session));
    }

    /** What a new user sends, and what the page adds for the app's check; core checks all but that it is there. */
    record SignUp(
            @Nullable String email,
            @Nullable String password,
            @Nullable String name,
            @Nullable String proof) {
        /** Tells nothing of the password. */
        @Override
        public String toString() {
            return "SignUp[]";
        }
    }

    /** What a known user sends. */
    record SignIn(@Nullable String email, @Nullable String password) {
        /** Tells nothing of the password. */
        @Override
        public String toString() {
            return "SignIn[]";
        }
    }

    /** Who is signed in, how long, and what has to be done before the session may be used; null for nothing. */
    record SignedIn(
            UserView user, SessionView session, @Nullable UnmetRequirement heldBack) {
        static SignedIn of(User user, Session session, Optional<UnmetRequirement> heldBack) {
            return new SignedIn(
                    new UserView(user.id().value(), user.email(), user.phone(), user.name(), user.joinedAt()),
                    new SessionView(session.handle().value(), session.createdAt(), session.expiresAt()),
                    heldBack.orElse(null));
        }
    }

    /** A user as that user may see it. */
    record UserView(
            String id,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String name,
            Instant joinedAt) {}

    /** A session as its user may see it. */
    record SessionView(String handle, Instant createdAt, Instant expiresAt) {}

    private Response signUp(Request<SignUp> request) {
        SignUp body = request.body();
        String email = body.email();
        String password = body.password();
        if (email == null || password == null) {
            throw missing(email, password);
        }
        admit(new SignUpCheck.Form(email, body.name(), body.proof()), request);
        CreateUserResult result = users.signUp(
                NewUser.withEmail(email).password(password).name(body.name()).tenant(tenant), request.actor());
        if (result instanceof CreateUserResult.Created created) {
            IssuedSession issued = open(created.user(), request, ProblemType.SIGN_IN_REQUIRED);
            return carrying(issued, Response.created(signedIn(created.user(), issued.session(), request)), request);
        }
        if (result instanceof CreateUserResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        var error = new FieldError("email", EMAIL_TAKEN.slug(), EMAIL_TAKEN.title());
        throw new Problem(EMAIL_TAKEN, null, List.of(error), Map.of()).exception();
    }

    /**
     * Nothing is looked up before: who is known is refused as who isn't. The app's check comes first, so that what it keeps out
     * counts for nobody.
     */
    private void admit(SignUpCheck.Form form, Request<SignUp> request) {
        Optional<String> refusal = check.refusal(RoutedRequest.http(request), form);
        if (refusal.isPresent()) {
            throw Problem.of(SIGN_UP_REFUSED).detail(refusal.get()).exception();
        }
        if (users.attemptSignUp(request.actor()) instanceof SignUpAttempt.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
    }

    private Response signIn(Request<SignIn> request) {
        String email = request.body().email();
        String password = request.body().password();
        if (email == null || password == null) {
            throw missing(email, password);
        }
        SignInResult result = users.signIn(email, password, tenant, request.actor());
        if (result instanceof SignInResult.SignedIn signedIn) {
            IssuedSession issued = open(signedIn.user(), request, ProblemType.WRONG_CREDENTIALS);
            return carrying(issued, Response.ok(signedIn(signedIn.user(), issued.session(), request)), request);
        }
        if (result instanceof SignInResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        if (result instanceof SignInResult.MethodOff) {
            throw Problem.of(SIGN_IN_METHOD_OFF).exception();
        }
        throw Problem.of(ProblemType.WRONG_CREDENTIALS).exception();
    }

    private Response signOut(Request<Void> request) {
        HttpServletRequest http = RoutedRequest.http(request);
        // a cookie that ended nothing here may be another tenant's, which is not ours to ask about
        if (endSessions(http, request)) {
            RoutedRequest.setCookies(request, cookie.removing(http));
        }
        return Response.noContent();
    }

    /** The answer to a request that needs a session, when that one is held back. */
    static Problem heldBack(UnmetRequirement refusal) {
        return Problem.of(new ProblemType(refusal.code(), 403, refusal.message()));
    }

    private SignedIn signedIn(User user, Session session, Request<?> request) {
        var words = new ProblemWords(languages.of(request.actor().languages()));
        return SignedIn.of(
                user,
                session,
                sessions.check(session)
                        .map(it -> new UnmetRequirement(it.code(), words.title(it.code(), it.message()))));
    }

    private Response session(Request<Void> request) {
        Session session = request.session().orElseThrow();
        User user = users.find(session.userId(), Scope.of(session.tenant()))
                .orElseThrow(() -> Problem.of(ProblemType.SIGN_IN_REQUIRED).exception());
        return Response.ok(signedIn(user, session, request));
    }

    /** Opens a session; refused if the user was suspended or deleted at this very moment. */
    private IssuedSession open(User user, Request<?> request, ProblemType otherwise) {
        var origin = SessionOrigin.of(METHOD)
                .tenant(tenant)
                .client(request.actor().ip(), request.header("User-Agent").orElse(null));
        return sessions.create(user.id(), origin)
                .orElseThrow(() -> Problem.of(otherwise).exception());
    }

    /** The session that the cookie held until now ends with it; nobody could end it later. */
    private Response carrying(IssuedSession issued, Response answer, Request<?> request) {
        HttpServletRequest http = RoutedRequest.http(request);
        endSessions(http, request);
        return answer.header("Set-Cookie", cookie.carrying(issued.token(), http));
    }

    private boolean endSessions(HttpServletRequest http, Request<?> request) {
        boolean ended = false;
        for (String token : cookie.allTokens(http)) {
            ended |= sessions.signOut(token, Scope.of(tenant), request.actor());
        }
        return ended;
    }

    private static RuntimeException missing(@Nullable String email, @Nullable String password) {
        var errors = new ArrayList<FieldError>();
        if (email == null) {
            errors.add(new FieldError("email", "required", "Enter an email address"));
        }
        if (password == null) {
            errors.add(new FieldError("password", "required", "Enter a password"));
        }
        return Problem.invalid(errors).exception();
    }
}
