package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.Userdeck.Maintenance;
import dev.userdeck.Userdeck.Migration;
import dev.userdeck.operator.Preset;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What application.properties says. What isn't said is as the builders have it.
 *
 * @param appName Name that people know the app by: mails and the dashboard name it.
 * @param language Language of mails and answers to users and operators of whom no other one is known. Default: English.
 * @param schema Schema (on MySQL and MariaDB: database) for Userdeck's tables, made if it isn't there. Default: the connection's own.
 * @param migration How to deal with the schema at start. Default: migrate.
 * @param maintenance Who does the background work. Default: automatic, a thread of Userdeck's own.
 * @param statementTimeout How long one statement to the database may take in a request. Default: 30 seconds.
 * @param auditRetention How long audit events are kept. Default: for ever.
 * @param secretKey Key that encrypts what the database is not to know, as secrets of operators' second factors: 32 random bytes in Base64. Default: none, and no second factor can be added.
 * @param earlierSecretKeys Keys from before, that only decrypt. Default: none.
 * @param recipes Recipes beside those that are beans.
 * @param session Sessions of users, and the filter that tells the app's pages of them.
 * @param password Passwords of users.
 * @param signUps How many may sign up.
 * @param mail Mail to users.
 * @param auth Sign-up, sign-in and new passwords over HTTP.
 * @param dashboard The dashboard for operators.
 */
@ConfigurationProperties("userdeck")
record UserdeckProperties(
        @Nullable String appName,
        @Nullable Locale language,
        @Nullable String schema,
        @Nullable Migration migration,
        @Nullable Maintenance maintenance,
        @Nullable Duration statementTimeout,
        @Nullable Duration auditRetention,
        @Nullable String secretKey,
        @DefaultValue List<String> earlierSecretKeys,
        @DefaultValue Recipes recipes,
        @DefaultValue SessionSettings session,
        @DefaultValue Password password,
        @DefaultValue SignUps signUps,
        @DefaultValue Mail mail,
        @DefaultValue Auth auth,
        @DefaultValue Dashboard dashboard) {

    /** Tells nothing of the keys. */
    @Override
    public String toString() {
        return "UserdeckProperties[]";
    }

    /**
     * Recipes beside those that are beans.
     *
     * @param discover Whether each recipe on the class path is added that is no bean.
     */
    record Recipes(@DefaultValue("true") boolean discover) {}

    /**
     * Sessions of users.
     *
     * @param idleTimeout How long a session lives without use. Default: 14 days.
     * @param lifetime How long a session lives at most. Default: 90 days.
     * @param rotation How long a session's token is used before it is replaced. Default: 30 minutes.
     * @param cookieName Name of the cookie. Default: userdeck_session.
     * @param cookiePath Path at and below which the browser sends the cookie. Default: the context path.
     * @param alwaysSecureCookie Whether the cookie is Secure even where the container sees no TLS.
     * @param requiredUnder Paths at and below which requests without a session are refused. Default: none.
     * @param signInPage Page to which browsers are sent that lack a required session. Default: none.
     */
    record SessionSettings(
            @Nullable Duration idleTimeout,
            @Nullable Duration lifetime,
            @Nullable Duration rotation,
            @Nullable String cookieName,
            @Nullable String cookiePath,
            @DefaultValue("false") boolean alwaysSecureCookie,
            @DefaultValue List<String> requiredUnder,
            @Nullable String signInPage) {}

    /**
     * Passwords of users.
     *
     * @param minLength How many characters a password has at least. Default: 15.
     * @param resetPage The app's page where users choose a new password. Default: none, and nobody can be sent there.
     * @param invitationPage The app's page where invited users choose their first password. Default: that of reset-page.
     */
    record Password(
            @Nullable Integer minLength,
            @Nullable URI resetPage,
            @Nullable URI invitationPage) {}

    /**
     * How many may sign up.
     *
     * @param perAddress How many attempts one address has within an hour. Default: 50.
     * @param inAll How many attempts there are within an hour from everywhere. Default: 5000.
     */
    record SignUps(
            @DefaultValue("" + Userdeck.Builder.DEFAULT_SIGN_UPS_PER_ADDRESS)
            int perAddress,

            @DefaultValue("" + Userdeck.Builder.DEFAULT_SIGN_UPS_IN_ALL)
            int inAll) {}

    /**
     * Mail to users.
     *
     * @param from Address that mail is from, with or without a name. With it, mail goes out by the app's JavaMailSender.
     * @param logLinks Whether mails are written to the log instead of being sent, links included: for development.
     */
    record Mail(
            @Nullable String from, @DefaultValue("false") boolean logLinks) {}

    /**
     * Sign-up, sign-in and new passwords over HTTP.
     *
     * @param path Where sign-up and sign-in are mounted, as in /auth. Default: nowhere.
     * @param tenant Tenant where users sign up and in. Default: public.
     * @param origins Further origins of the app's own pages, as in https://app.example.org. Default: none.
     */
    record Auth(
            @Nullable String path,
            @Nullable String tenant,
            @DefaultValue List<String> origins) {}

    /**
     * The dashboard for operators.
     *
     * @param enabled Whether the dashboard is mounted.
     * @param path Where the dashboard is mounted.
     * @param address Where operators open the dashboard, with a slash at its end: links in mails to them and in the log lead there. Default: none.
     * @param origins Further origins from whose pages changes are taken. Default: none.
     * @param alwaysSecureCookie Whether the cookie of built-in operators is Secure even where the container sees no TLS.
     * @param allowInsecureHttp Whether other machines are served over plain HTTP.
     * @param apiKeyRequestsPerMinute How many requests of one API key each node answers within a minute. Default: 600.
     * @param maxImportSize How large a file with users may be. Default: 256 MB.
     * @param signUpPage The app's page where people sign up, to which the dashboard links while it has no users. Default: none.
     * @param language The language where the browser asks for none that the dashboard speaks. Default: English.
     * @param operators Who may enter. Default: nobody.
     */
    record Dashboard(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("/userdeck") String path,
            @Nullable URI address,
            @DefaultValue List<String> origins,
            @DefaultValue("false") boolean alwaysSecureCookie,
            @DefaultValue("false") boolean allowInsecureHttp,
            @Nullable Integer apiKeyRequestsPerMinute,
            @Nullable DataSize maxImportSize,
            @Nullable URI signUpPage,
            @Nullable Locale language,
            @DefaultValue Operators operators) {}

    /**
     * Who may enter the dashboard.
     *
     * @param builtIn Whether operators sign in to the dashboard itself, by email and password.
     * @param signInPage Where to sign in to the app, as /login: the dashboard leads there who may not enter. Default: it leads nowhere.
     * @param invitationLifetime How long an invitation of such an operator is good. Default: 24 hours.
     * @param secondFactorRequired Whether each such operator needs a second factor; takes userdeck.secret-key.
     * @param logResetLink Email of such an operator who is locked out: the log shows a link to choose a new password by. Default: none.
     * @param authority Authorities of Spring Security, by what who holds one may do: viewer, support, admin or owner. Users of Userdeck are never operators.
     */
    record Operators(
            @DefaultValue("false") boolean builtIn,
            @Nullable String signInPage,
            @Nullable Duration invitationLifetime,
            @DefaultValue("false") boolean secondFactorRequired,
            @Nullable String logResetLink,
            @DefaultValue Map<Preset, Set<String>> authority) {}
}
