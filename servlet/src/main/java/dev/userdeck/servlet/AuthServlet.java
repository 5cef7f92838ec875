package dev.userdeck.servlet;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.servlet.internal.Caller;
import dev.userdeck.servlet.internal.ClientAddress;
import dev.userdeck.servlet.internal.Json;
import dev.userdeck.servlet.internal.Problems;
import dev.userdeck.servlet.internal.Refusals;
import dev.userdeck.servlet.internal.RouteDispatcher;
import dev.userdeck.servlet.internal.RouteTable;
import dev.userdeck.servlet.internal.SameOrigin;
import dev.userdeck.servlet.internal.openapi.OpenApiRoute;
import dev.userdeck.session.Session;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Sign-up, sign-in, sign-out, sessions and new passwords for the pages of your app, as JSON.
 *
 * <pre>{@code
 * servletContext.addServlet("auth", AuthServlet.builder(userdeck).build()).addMapping("/auth/*");
 * }</pre>
 *
 * <table>
 *   <caption>Below the mapping</caption>
 *   <tr><th>Request<th>Answer
 *   <tr><td>{@code POST signup {"email","password","name"?,"proof"?}}
 *       <td>201 with user and session, signed in; 409 {@code email-taken}; 422 with what to mend at which field; 403 {@code
 *           sign-up-refused} by the app's {@linkplain SignUpCheck check}; 429 {@code too-many-attempts} beyond the
 *           {@linkplain Userdeck.Builder#signUpLimits limits}
 *   <tr><td>{@code POST signin {"email","password"}}
 *       <td>200 with user and session; 401 {@code wrong-credentials}; 429 {@code too-many-attempts} with
 *           {@code retryAfter} in seconds, as {@code Retry-After}
 *   <tr><td>{@code POST signout}<td>204, whether or not anyone was signed in
 *   <tr><td>{@code GET session}<td>200 with user and session, and what holds it back; 401 {@code sign-in-required}
 *   <tr><td>{@code GET sessions?size&cursor}
 *       <td>200 with a page of the user's own sessions, newest first: device, address, times, and which one is {@code current}
 *   <tr><td>{@code DELETE sessions/<handle>}
 *       <td>204, that session of the user's own ended; 404 when there is none such. The current one is as signing out
 *   <tr><td>{@code DELETE sessions/others}
 *       <td>200 with how many ended: all of the user's own but the current one
 *   <tr><td>{@code POST password/change {"currentPassword","password"}}
 *       <td>204, the user's other sessions ended; 422 {@code password-wrong} or what is wrong with the new one;
 *           409 {@code no-password}; 429 {@code too-many-attempts}
 *   <tr><td>{@code POST password/forgot {"email"}}
 *       <td>204, whether or not there is such a user; 429 {@code too-many-attempts}; 409 {@code
 *           password-mail-not-configured}
 *   <tr><td>{@code POST password/link {"token"}}
 *       <td>204 if {@code password/reset} would take it, without using it up; 410 {@code password-link-unusable}
 *   <tr><td>{@code POST password/reset {"token","password"}}
 *       <td>204, all sessions ended, nobody signed in; 422 with what is wrong with the password, the token still good; 410
 *           {@code password-link-unusable}
 *   <tr><td>{@code <recipe id>/…}<td>what the recipes offer to end users
 *   <tr><td>{@code GET openapi.json}<td>all of this, for programs, in OpenAPI 3.1
 * </table>
 *
 * <p>Where a session is needed, one that a recipe holds back gets 403 with the recipe's reason, but for
 * {@code GET session}, signing out, and what the recipe offers to get on.
 *
 * <p>The session is in a cookie that scripts can't read; {@link SessionFilter} gives it to the app's own pages. Every half
 * hour of use, unless the app says otherwise, the cookie is replaced by requests that need a session. Requests
 * that change something must come from a page of the same origin, which browsers tell by {@code Sec-Fetch-Site} or
 * {@code Origin}; another client sends {@code Origin} itself. Errors are {@code application/problem+json} (RFC 9457),
 * in the language of the app's that {@code Accept-Language} asks for; {@code type} and {@code code} are the same in each.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AuthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Nothing here is a page: whoever opens an answer in a browser gets no more than its text, in no frame. */
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final transient RouteDispatcher dispatcher;

    private AuthServlet(RouteDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Begins the configuration. */
    public static Builder builder(Userdeck userdeck) {
        return new Builder(requireNonNull(userdeck, "userdeck"));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        dispatcher.dispatch(request, response);
    }

    /** Collects the configuration. Not for use by several threads. */
    public static final class Builder {
        /** The cookie's name unless {@link #cookieName} says otherwise: {@value}. */
        public static final String DEFAULT_COOKIE_NAME = SessionCookie.DEFAULT_NAME;

        /** Where users sign up and in unless {@link #tenant} says otherwise. */
        public static final TenantId DEFAULT_TENANT = TenantId.PUBLIC;

        private final Userdeck userdeck;
        private TenantId tenant = DEFAULT_TENANT;
        private SessionCookie cookie = SessionCookie.DEFAULT;
        private List<String> origins = List.of();
        private SignUpCheck signUpCheck = (request, form) -> Optional.empty();

        private Builder(Userdeck userdeck) {
            this.userdeck = userdeck;
        }

        /**
         * Specifies the tenant where users sign up and in. Sessions of other tenants are none here: they open no route, and nothing here replaces
         * or ends them; so give each tenant a {@linkplain #cookieName cookie} of its own where a browser may be signed in to
         * several. Give {@link SessionFilter} the same. Default: {@link #DEFAULT_TENANT}.
         */
        public Builder tenant(TenantId newTenant) {
            this.tenant = requireNonNull(newTenant, "tenant");
            return this;
        }

        /**
         * Specifies the cookie's name; give {@link SessionFilter} the same. Default: {@value #DEFAULT_COOKIE_NAME}. Over TLS
         * it begins with {@code __Host-}, or with {@code __Secure-} where {@link #cookiePath} is not {@code /} (RFC 6265bis), and a cookie
         * of the bare name opens nothing there.
         *
         * @param name 1 to 64 characters of A-Z, a-z, 0-9, _ and -, without such a prefix
         * @throws IllegalArgumentException if it is not
         */
        public Builder cookieName(String name) {
            this.cookie = cookie.named(name);
            return this;
        }

        /**
         * Specifies the path at and below which the browser sends the cookie; give {@link SessionFilter} the same. Default:
         * the context path. Needed where a proxy changes that path.
         *
         * @param path begins with {@code /} and has the characters of a URL's path
         * @throws IllegalArgumentException if it is not so
         */
        public Builder cookiePath(String path) {
            this.cookie = cookie.at(path);
            return this;
        }

        /**
         * Specifies that the cookie is {@code Secure} always. Default: when the request came over TLS, as the container sees it.
         * For apps whose proxy ends TLS without telling the container; tell {@link SessionFilter} too.
         */
        public Builder alwaysSecureCookie() {
            this.cookie = cookie.onlySecure();
            return this;
        }

        /**
         * Specifies further origins of this app's own pages, as in {@code https://app.example.org}. Needed where a proxy changes
         * scheme, host or port without telling the container. Default: none but the one that the request shows.
         *
         * @throws IllegalArgumentException if one is not scheme, host and port alone
         */
        public Builder origins(String... more) {
            this.origins = List.of(more);
            new SameOrigin(origins);
            return this;
        }

        /**
         * Specifies the app's own check of who wants to sign up, such as a CAPTCHA. How many may try at all is {@link
         * Userdeck.Builder#signUpLimits}. Default: none.
         */
        public Builder signUpCheck(SignUpCheck check) {
            this.signUpCheck = requireNonNull(check, "check");
            return this;
        }

        /**
         * Returns the servlet.
         *
         * @throws IllegalArgumentException if a recipe offers end users a route that is for operators
         */
        public AuthServlet build() {
            var address = ClientAddress.ofConnection();
            var description = new OpenApiRoute(AuthDescription.about(cookie));
            var table = RouteTable.builder()
                    .routes(new AuthRoutes(
                                    userdeck.users(),
                                    userdeck.sessions(),
                                    tenant,
                                    cookie,
                                    signUpCheck,
                                    userdeck.languages())
                            .routes())
                    .routes(new SessionRoutes(userdeck.sessions(), cookie).routes())
                    .routes(new PasswordRoutes(userdeck.passwords(), tenant).routes())
                    .routes(List.of(description.route(Route.Builder::forAnyone)));
            for (RunningRecipe recipe : userdeck.recipes()) {
                table.mount(recipe.id().value(), forEndUsers(recipe));
            }
            RouteTable routes = table.build();
            description.describe(routes);
            var json = new Json();
            var dispatcher = new RouteDispatcher(
                    routes,
                    userdeck.users(),
                    new SameOrigin(origins),
                    (route, request, response) -> caller(route, request, response, address),
                    json,
                    new Problems(json, userdeck.languages()),
                    new Refusals(userdeck.audit()::record));
            return new AuthServlet(dispatcher);
        }

        private Caller caller(
                Route route, HttpServletRequest request, HttpServletResponse response, ClientAddress address) {
            String ip = address.of(request);
            // signing in and out set the cookie themselves
            Optional<Session> found = route.audience() == Audience.USER
                    ? cookie.refreshed(
                            request,
                            response,
                            userdeck.sessions(),
                            Scope.of(tenant),
                            Actor.anonymous().ip(ip).userAgent(request.getHeader("User-Agent")))
                    : cookie.session(request, userdeck.sessions(), Scope.of(tenant));
            Optional<Session> session = route.allowsHeldSessions() ? found : found.filter(good -> passes(good, route));
            return session.map(good -> Caller.user(good, ip)).orElseGet(() -> Caller.anonymous(Scope.of(tenant), ip));
        }

        /** Where a session is needed, one that is held back is told why; elsewhere it counts as none. */
        private boolean passes(Session session, Route route) {
            Optional<UnmetRequirement> refusal = userdeck.sessions().check(session);
            if (refusal.isPresent() && route.audience() == Audience.USER) {
                throw AuthRoutes.heldBack(refusal.get()).exception();
            }
            return refusal.isEmpty();
        }

        private static List<Route> forEndUsers(RunningRecipe recipe) {
            for (Route route : recipe.authRoutes()) {
                if (route.audience() == Audience.OPERATOR) {
                    throw new IllegalArgumentException("The recipe " + recipe.id() + " offers end users " + route
                            + ", which is for operators: call forUsers() or forAnyone()");
                }
            }
            return recipe.authRoutes();
        }
    }
}
