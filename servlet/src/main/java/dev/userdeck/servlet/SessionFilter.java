package dev.userdeck.servlet;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.servlet.internal.ClientAddress;
import dev.userdeck.servlet.internal.Json;
import dev.userdeck.servlet.internal.Problems;
import dev.userdeck.servlet.internal.Refusals;
import dev.userdeck.session.Session;
import dev.userdeck.session.Sessions;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Tells the pages of your app who is signed in, and keeps others out where you say so.
 *
 * <pre>{@code
 * var filter = SessionFilter.builder(userdeck)
 *         .requiredUnder("/account", "/api")
 *         .signInPage("/signin.html")
 *         .build();
 * servletContext.addFilter("session", filter)
 *         .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
 *
 * // in a servlet or controller
 * SessionFilter.session(request).ifPresent(session -> greet(session.userId()));
 * }</pre>
 *
 * <p>The session is checked with every request that carries a cookie, by one indexed read: a session that was ended is
 * refused at its next request, on every node. Every half hour of use, unless the app says otherwise, the answer replaces
 * the cookie and says {@code Cache-Control: no-store}; a page that sets this header after that should say no less. An old
 * copy of the cookie ends the session. While the database can't answer, such requests get 503, as
 * {@code application/problem+json}.
 *
 * <p>Whoever is signed in to one tenant is nobody in another: sessions of other tenants than {@linkplain Builder#tenant
 * those the filter is for} are none.
 *
 * <p>A session that a recipe holds back, because the email isn't verified for example, is none here: {@link #session} is
 * empty, {@link #refusal} says why, and where a session is required the answer is 403, or for browsers the
 * {@linkplain Builder#unmetRequirementPage page} for that reason.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SessionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SessionFilter.class.getName() + ".session";
    private static final String REFUSAL = SessionFilter.class.getName() + ".refusal";

    private final transient Sessions sessions;
    private final transient SessionCookie cookie;
    private final transient Function<HttpServletRequest, Scope> tenants;
    private final transient ClientAddress address = ClientAddress.ofConnection();
    private final transient List<String> requiredUnder;
    private final @Nullable String signInPage;
    private final transient Map<String, String> requirementPages;
    private final transient Problems problems;
    private final transient Refusals refusals;

    private SessionFilter(Builder builder) {
        this.sessions = builder.userdeck.sessions();
        this.cookie = builder.cookie;
        this.tenants = builder.tenants;
        this.requiredUnder = List.copyOf(builder.requiredUnder);
        this.signInPage = builder.signInPage;
        this.requirementPages = Map.copyOf(builder.requirementPages);
        this.problems = new Problems(new Json(), builder.userdeck.languages());
        this.refusals = new Refusals(builder.userdeck.audit()::record);
    }

    /** Begins the configuration. */
    public static Builder builder(Userdeck userdeck) {
        return new Builder(requireNonNull(userdeck, "userdeck"));
    }

    /** The session of a request that came through the filter; empty when nobody is signed in. */
    public static Optional<Session> session(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Session session ? Optional.of(session) : Optional.empty();
    }

    /** Why the session of a request that came through the filter is held back; empty when it isn't, or there is none. */
    public static Optional<UnmetRequirement> refusal(ServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof UnmetRequirement refusal
                ? Optional.of(refusal)
                : Optional.empty();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Session> session;
        try {
            session = cookie.refreshed(
                    request,
                    response,
                    sessions,
                    tenants.apply(request),
                    Actor.anonymous().ip(address.of(request)).userAgent(request.getHeader("User-Agent")));
        } catch (RuntimeException e) {
            problems.send(problems.of(e, "Checking a session"), request, response);
            return;
        }
        Optional<UnmetRequirement> refusal;
        try {
            refusal = session.flatMap(sessions::check);
        } catch (RuntimeException e) {
            Problem problem = problems.of(e, "Asking whether a session may pass");
            if (isRequired(request)) {
                problems.send(problem, request, response);
                return;
            }
            // what needs no session, signing out above all, works on without one
            session = Optional.empty();
            refusal = Optional.empty();
        }
        // removed when it is null
        request.setAttribute(ATTRIBUTE, refusal.isPresent() ? null : session.orElse(null));
        request.setAttribute(REFUSAL, refusal.orElse(null));
        if (session(request).isEmpty() && isRequired(request)) {
            refuse(refusal.orElse(null), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isRequired(HttpServletRequest request) {
        String path = path(request);
        return !path.equals(signInPage)
                && !requirementPages.containsValue(path)
                && requiredUnder.stream()
                        .anyMatch(prefix -> prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    /** As the container decoded and normalised it for its own mappings; doubled slashes are one. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        return ("/" + request.getServletPath() + info).replaceAll("/+", "/");
    }

    private void refuse(@Nullable UnmetRequirement refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String page = refusal == null ? signInPage : requirementPages.get(refusal.code());
        if (page == null || !isNavigation(request)) {
            Problem problem = refusal == null ? Problem.of(ProblemType.SIGN_IN_REQUIRED) : AuthRoutes.heldBack(refusal);
            refusals.note(problem, Refusals.method(request) + " of what needs a session");
            problems.send(problem, request, response);
            return;
        }
        long below = request.getRequestURI()
                .substring(request.getContextPath().length())
                .chars()
                .filter(c -> c == '/')
                .count();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        // Relative, so that it holds behind a proxy that changes the path.
        response.setHeader("Location", "./" + "../".repeat((int) Math.max(0, below - 1)) + page.substring(1));
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
    }

    /** Collects the configuration. Not for use by several threads. */
    public static final class Builder {
        private final Userdeck userdeck;
        private final List<String> requiredUnder = new ArrayList<>();
        private Function<HttpServletRequest, Scope> tenants = request -> Scope.of(AuthServlet.Builder.DEFAULT_TENANT);
        private SessionCookie cookie = SessionCookie.DEFAULT;
        private @Nullable String signInPage;
        private final Map<String, String> requirementPages = new HashMap<>();

        private Builder(Userdeck userdeck) {
            this.userdeck = userdeck;
        }

        /**
         * Specifies the tenant whose sessions count, as given to {@link AuthServlet}. One of another tenant is none here, and
         * is neither replaced nor ended. Of this, {@link #tenant(Function)} and {@link #anyTenant} the last that was called
         * counts. Default: {@link AuthServlet.Builder#DEFAULT_TENANT}.
         */
        public Builder tenant(TenantId tenant) {
            Scope scope = Scope.of(tenant);
            this.tenants = request -> scope;
            return this;
        }

        /**
         * Specifies the tenant whose sessions count, by the request: for an app that serves each tenant below a host name or path of its own. Asked
         * once with each request, on its thread; what it throws is answered as a failed check is.
         *
         * <p>Default: {@link AuthServlet.Builder#DEFAULT_TENANT} for all.
         *
         * @param tenantOf the tenant that a request is for
         */
        public Builder tenant(Function<HttpServletRequest, TenantId> tenantOf) {
            requireNonNull(tenantOf, "tenantOf");
            this.tenants = request -> Scope.of(tenantOf.apply(request));
            return this;
        }

        /**
         * Specifies that sessions of all tenants count. Default: {@link AuthServlet.Builder#DEFAULT_TENANT} alone. The app then looks at {@link Session#tenant} before it shows what belongs to one:
         * with open sign-up in one tenant, to be signed in says nothing about another.
         */
        public Builder anyTenant() {
            this.tenants = request -> Scope.all();
            return this;
        }

        /**
         * Specifies the cookie's name, as given to {@link AuthServlet}. Default: {@link
         * AuthServlet.Builder#DEFAULT_COOKIE_NAME}.
         *
         * @param name see {@link AuthServlet.Builder#cookieName}
         * @throws IllegalArgumentException as there
         */
        public Builder cookieName(String name) {
            this.cookie = cookie.named(name);
            return this;
        }

        /**
         * Specifies the path at and below which the browser sends the cookie, as given to {@link AuthServlet}. Default: the
         * context path.
         *
         * @param path see {@link AuthServlet.Builder#cookiePath}
         * @throws IllegalArgumentException as there
         */
        public Builder cookiePath(String path) {
            this.cookie = cookie.at(path);
            return this;
        }

        /**
         * Specifies that the cookie is {@code Secure} always, as with {@link AuthServlet}. Default: when the request came
         * over TLS.
         */
        public Builder alwaysSecureCookie() {
            this.cookie = cookie.onlySecure();
            return this;
        }

        /**
         * Specifies that requests without a session are refused wherever the filter is mapped: 401 {@code sign-in-required}. Default: all
         * requests pass, and the app decides.
         */
        public Builder required() {
            return requiredUnder("/");
        }

        /**
         * Specifies paths at and below which requests without a session are refused, in addition to those said before.
         * Default: none.
         *
         * @param paths below the context path, beginning with {@code /} and not ending with one
         * @throws IllegalArgumentException if one is not so
         */
        public Builder requiredUnder(String... paths) {
            for (String path : paths) {
                if (!path.equals("/") && (!path.startsWith("/") || path.endsWith("/"))) {
                    throw new IllegalArgumentException("requiredUnder takes paths like /account, not " + path);
                }
                requiredUnder.add(path);
            }
            return this;
        }

        /**
         * Specifies the page to which browsers are sent (303) that open another one without the required session, instead
         * of being refused. Never needs a session itself. Default: none.
         *
         * @param path below the context path, beginning with one {@code /}
         * @throws IllegalArgumentException if it is not so
         */
        public Builder signInPage(String path) {
            this.signInPage = page("signInPage", path);
            return this;
        }

        /**
         * Specifies the page to which browsers are sent (303) that open another one with a session that a recipe holds back
         * for this reason, instead of being refused. Never needs a session itself. Default: none.
         *
         * @param code of the {@link UnmetRequirement}, as in {@code email-not-verified}
         * @param path below the context path, beginning with one {@code /}
         * @throws IllegalArgumentException if it is not so
         */
        public Builder unmetRequirementPage(String code, String path) {
            requirementPages.put(requireNonNull(code, "code"), page("unmetRequirementPage", path));
            return this;
        }

        private static String page(String what, String path) {
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException(what + " takes a path like /signin.html, not " + path);
            }
            return path;
        }

        /** Returns the filter. */
        public SessionFilter build() {
            return new SessionFilter(this);
        }
    }
}
