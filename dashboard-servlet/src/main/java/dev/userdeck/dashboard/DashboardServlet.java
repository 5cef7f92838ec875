package dev.userdeck.dashboard;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.Dashboard;
import dev.userdeck.dashboard.internal.auth.BuiltInAuthentication;
import dev.userdeck.dashboard.internal.auth.DenyAllAuthentication;
import dev.userdeck.dashboard.internal.auth.HostAuthentication;
import dev.userdeck.dashboard.internal.auth.OperatorAuthentication;
import dev.userdeck.dashboard.internal.auth.OperatorCookie;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.operator.Operator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard, to be mounted in a servlet container under any path, as in {@code /internal/users/*}.
 *
 * <pre>{@code
 * var dashboard = DashboardServlet.builder(userdeck)
 *     .operators(request -> request.isUserInRole("admin")
 *         ? Optional.of(Operator.named(request.getRemoteUser(), Preset.ADMIN))
 *         : Optional.empty())
 *     .build();
 * servletContext.addServlet("users-dashboard", dashboard).addMapping("/internal/users/*");
 * }</pre>
 *
 * <p>It needs no knowledge of its path, of the context path or of a proxy's prefix. It opens no port, no thread and no
 * HTTP session. Until {@link Builder#operators} or {@link Builder#builtInOperators} says who may enter, nobody may.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class DashboardServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Dashboard dashboard;

    private DashboardServlet(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    /** Begins the configuration of a dashboard for {@code userdeck}, which has started and stays the caller's. */
    public static Builder builder(Userdeck userdeck) {
        return new Builder(requireNonNull(userdeck, "userdeck"));
    }

    /**
     * The link that makes the first built-in operator, as in the log since {@link #init}: for an app that tells where it is when
     * it has started. It is a secret, good for an hour.
     *
     * @return empty when there is an operator, before {@code init}, with a login of the host's, and where
     *     {@code dashboardAddress(…)} of Userdeck's builder wasn't called
     */
    public Optional<String> setUpLink() {
        return dashboard.setUpLink();
    }

    /** Called by the container. Logs the token that makes the first built-in operator, if there is none yet. */
    @Override
    public void init() {
        dashboard.open();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        dashboard.answer(request, response);
    }

    /** Collects the configuration. Not for use by several threads. */
    public static final class Builder {
        /** How many bytes a file with users has at most unless {@link #maxImportBytes} says otherwise: {@value}, 256 MiB. */
        public static final long DEFAULT_MAX_IMPORT_BYTES = 256L * 1024 * 1024;

        /** How many requests of one API key are answered unless {@link #apiKeyRequestsPerMinute} says otherwise: {@value}. */
        public static final int DEFAULT_API_KEY_REQUESTS_PER_MINUTE = 600;

        /** A path, and not another host behind two slashes; or an address. */
        private static final Pattern SIGN_IN_PAGE = Pattern.compile("(/(?![/\\\\])|https?://[^/\\\\]).*");

        private final Userdeck userdeck;
        private final List<String> origins = new ArrayList<>();
        private @Nullable Function<OperatorCookie, OperatorAuthentication> authentication;
        private boolean secureCookieAlways;
        private Predicate<Operator> readOnly = operator -> false;
        private boolean insecureHttpAllowed;
        private int apiKeyRequestsPerMinute = DEFAULT_API_KEY_REQUESTS_PER_MINUTE;
        private long maxImportBytes = DEFAULT_MAX_IMPORT_BYTES;
        private @Nullable URI signUpPage;
        private Locale language = Locale.ENGLISH;
        private String uiFolder = "META-INF/userdeck/dashboard/";

        private boolean hostDecides;
        private @Nullable String signInPage;
        private @Nullable String reauthenticationPage;
        private @Nullable Function<HttpServletRequest, Optional<Instant>> authenticationTime;
        private @Nullable String lockedOut;

        private Builder(Userdeck userdeck) {
            this.userdeck = userdeck;
        }

        /**
         * Specifies that those are let in whom the host's own login vouches for. Default: nobody is.
         *
         * @throws ConfigurationException if who may enter was said before
         */
        public Builder operators(OperatorAuthenticator authenticator) {
            requireNonNull(authenticator, "authenticator");
            hostDecides = true;
            return authentication(cookie -> new HostAuthentication(
                    authenticator::authenticate,
                    authenticationTime,
                    signInPage,
                    reauthenticationPage == null ? signInPage : reauthenticationPage,
                    userdeck.operators()::isFresh));
        }

        /**
         * Specifies where to sign in to the host's app: the dashboard leads there who isn't signed in, and who is signed in but
         * is no operator. Goes with {@link #operators}. Default: it leads nowhere.
         *
         * @param address a path that begins with a slash, as in {@code /login}, or all of an address with {@code https} or
         *     {@code http}
         * @throws IllegalArgumentException if it is neither
         */
        public Builder signInPage(String address) {
            signInPage = page(address);
            return this;
        }

        private static String page(String address) {
            if (!SIGN_IN_PAGE.matcher(address).matches()) {
                throw new IllegalArgumentException(
                        "A page to sign in is /a/path or https://login.example.org/, not " + address);
            }
            return address;
        }

        /**
         * Specifies how to tell when the host's login last asked the person behind a request for a password, a second factor or
         * the like: OpenID Connect's {@code auth_time}, say. What hurts in the hands of who finds a browser open, such as
         * deleting in bulk or exporting everyone, then wants that this was within the last {@link
         * dev.userdeck.operator.Operators#FRESH_PROOF}, and leads to {@link #reauthenticationPage} otherwise. Goes with {@link
         * #operators}. Default: nobody can tell, and nobody is asked again.
         *
         * @param of the time for a request, empty if it isn't known, which counts as long ago; asked on the thread of the request, by many at
         *     once
         */
        public Builder authenticationTime(Function<HttpServletRequest, Optional<Instant>> of) {
            authenticationTime = requireNonNull(of, "of");
            return this;
        }

        /**
         * Specifies where somebody who is signed in to the host's app signs in once more: with OpenID Connect, a page that asks its
         * provider with {@code prompt=login}. Goes with {@link #authenticationTime}. Default: the {@link #signInPage}.
         *
         * @param address as for {@link #signInPage}
         * @throws IllegalArgumentException if it is neither a path nor an address
         */
        public Builder reauthenticationPage(String address) {
            reauthenticationPage = page(address);
            return this;
        }

        /**
         * Specifies that operators are let in who sign in to the dashboard itself, with email and password. While there is
         * none, the log shows a link that makes the first; with {@code dashboardAddress(…)} of Userdeck's builder all of it. Default:
         * nobody is let in.
         *
         * @throws ConfigurationException if who may enter was said before
         */
        public Builder builtInOperators() {
            return authentication(cookie -> new BuiltInAuthentication(
                    userdeck.operators(),
                    userdeck.passwords().rules(),
                    cookie,
                    userdeck.dashboardAddress(),
                    lockedOut));
        }

        private Builder authentication(Function<OperatorCookie, OperatorAuthentication> chosen) {
            if (authentication != null) {
                throw new ConfigurationException("Call operators(…) or builtInOperators(), once");
            }
            authentication = chosen;
            return this;
        }

        /**
         * Specifies who may change nothing for now: everybody during a migration or in a demonstration, or some operators. They see what
         * they see otherwise, export included, and each route that changes something refuses them (403, {@code read-only}), their own
         * profile's too. Asked at each request, on its thread, by many at once, so a switch of yours counts at the next request,
         * without a restart. Default: nobody.
         *
         * @param rule whether it is so for this operator; if it throws, the answer is 500
         */
        public Builder readOnly(Predicate<Operator> rule) {
            readOnly = requireNonNull(rule, "rule");
            return this;
        }

        /**
         * Specifies that the log shows a link, each time the dashboard starts, by which this built-in operator chooses a new password,
         * once and within an hour: for an owner who is locked out and has nobody to ask. Goes with {@link #builtInOperators}. Default:
         * no such link is made.
         *
         * @param email the address that the operator signs in with
         */
        public Builder logResetLink(String email) {
            lockedOut = requireNonNull(email, "email");
            return this;
        }

        /**
         * Specifies one more origin from whose pages changes are taken, as in {@code https://admin.example.org}: where a proxy changes
         * scheme, host or port and browsers are too old to send {@code Sec-Fetch-Site}. Default: our own origin alone.
         *
         * @throws IllegalArgumentException at {@link #build()}, if it is not scheme, host and port alone
         */
        public Builder origin(String origin) {
            origins.add(requireNonNull(origin, "origin"));
            return this;
        }

        /**
         * Specifies that the cookie of built-in operators is {@code Secure} always, and named as over TLS. Default: when the request
         * came over TLS, as the container sees it. For apps whose proxy ends TLS without telling the container.
         */
        public Builder alwaysSecureCookie() {
            secureCookieAlways = true;
            return this;
        }

        /**
         * Specifies that other machines are served over plain HTTP as well: for networks where nobody can listen. Default: HTTPS is
         * needed, except for a browser on the same machine: {@code Host} names localhost, the connection comes from the
         * loopback address, and no header tells of a proxy.
         */
        public Builder allowInsecureHttp() {
            insecureHttpAllowed = true;
            return this;
        }

        /**
         * Specifies how many requests of one API key are answered within a minute; the others get 429 with {@code Retry-After}. Each
         * node counts its own, in memory: with three nodes it is up to three times as many. Default: {@value
         * #DEFAULT_API_KEY_REQUESTS_PER_MINUTE}.
         *
         * @param requests 1 or more
         * @throws IllegalArgumentException if it is less
         */
        public Builder apiKeyRequestsPerMinute(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException("A key has some requests a minute, not " + requests);
            }
            apiKeyRequestsPerMinute = requests;
            return this;
        }

        /**
         * Specifies how many bytes a file with users has at most. Default: {@value #DEFAULT_MAX_IMPORT_BYTES}, which is 256
         * MiB, some million users. What stands before the servlet,
         * as a proxy, may have a limit of its own.
         *
         * @param bytes 1 or more
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxImportBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("A file with users has some bytes, not " + bytes);
            }
            maxImportBytes = bytes;
            return this;
        }

        /**
         * Specifies the app's page where people sign up, to which the dashboard links while it has no users. Default: none, and it
         * says in words how the first user gets there.
         *
         * @param page an absolute address that begins with {@code https:} or {@code http:}
         * @throws IllegalArgumentException if it is another one
         */
        public Builder signUpPage(URI page) {
            String scheme = page.getScheme();
            if (page.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
                throw new IllegalArgumentException(
                        "The page for signing up looks like https://app.example.org/sign-up, not " + page);
            }
            signUpPage = page;
            return this;
        }

        /**
         * Specifies the language of who chose none and whose browser asks for none that the dashboard speaks. Default: English.
         * It speaks English and German, and each other one of which the class path has a file.
         */
        public Builder language(Locale spoken) {
            language = requireNonNull(spoken, "spoken");
            return this;
        }

        /** Specifies where on the class path the front end lies. For tests. */
        Builder uiFolder(String folder) {
            uiFolder = folder;
            return this;
        }

        /**
         * Checks the recipes' panels and returns the servlet.
         *
         * @throws ConfigurationException if a recipe contributes what can't work, or there is a {@link #signInPage} or {@link
         *     #authenticationTime} and no login of the host's, a {@link #reauthenticationPage} and no {@link #authenticationTime}, or a {@link #logResetLink} and no built-in operators; it says what to mend
         */
        public DashboardServlet build() {
            if (signInPage != null && !hostDecides) {
                throw new ConfigurationException("signInPage(…) is that of your own login: call operators(…), too");
            }
            if (authenticationTime != null && !hostDecides) {
                throw new ConfigurationException(
                        "authenticationTime(…) is that of your own login: call operators(…), too");
            }
            if (reauthenticationPage != null && authenticationTime == null) {
                throw new ConfigurationException("reauthenticationPage(…) goes with authenticationTime(…)");
            }
            if (lockedOut != null && (hostDecides || authentication == null)) {
                throw new ConfigurationException("logResetLink(…) goes with builtInOperators()");
            }
            return new DashboardServlet(new Dashboard(
                    userdeck,
                    authentication == null
                            ? new DenyAllAuthentication()
                            : authentication.apply(new OperatorCookie(secureCookieAlways)),
                    readOnly,
                    apiKeyRequestsPerMinute,
                    insecureHttpAllowed,
                    origins,
                    maxImportBytes,
                    signUpPage,
                    language,
                    uiFolder));
        }
    }
}
