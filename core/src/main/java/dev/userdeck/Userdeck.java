package dev.userdeck;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.about.About;
import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.UserData;
import dev.userdeck.internal.Bootstrap;
import dev.userdeck.internal.Settings;
import dev.userdeck.internal.Settings.SessionTimes;
import dev.userdeck.internal.Settings.Source;
import dev.userdeck.internal.password.FirebaseScrypt;
import dev.userdeck.language.Languages;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Operators;
import dev.userdeck.password.PasswordCheck;
import dev.userdeck.password.Passwords;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.session.Sessions;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * User management inside your app, in your own database.
 *
 * <pre>{@code
 * Userdeck userdeck = Userdeck.builder().dataSource(dataSource).start();
 * userdeck.users().signUp("ada@example.org", "plum tundra violet 47");
 * }</pre>
 *
 * <p>Safe for use by many threads. Instances share nothing: two in one JVM, or in two schemas of one database, don't meet.
 * Any number of app nodes may run on one database, except on embedded H2.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Userdeck implements AutoCloseable {
    private final Bootstrap parts;

    private Userdeck(Bootstrap parts) {
        this.parts = parts;
    }

    /** Begins the configuration. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the users of this app. */
    public Users users() {
        return parts.users();
    }

    /** Returns what creates, checks and ends the sessions of users. */
    public Sessions sessions() {
        return parts.sessions();
    }

    /** Returns what sets, changes and mends the passwords of users. */
    public Passwords passwords() {
        return parts.passwords();
    }

    /** Returns the tenants of this app. */
    public Tenants tenants() {
        return parts.tenants();
    }

    /** Returns the audit trail, which tells what happened. */
    public AuditTrail audit() {
        return parts.audit();
    }

    /** Returns the outbox, from which mail goes out. */
    public Outbox outbox() {
        return parts.mail();
    }

    /** Returns the built-in operators of the dashboard. */
    public Operators operators() {
        return parts.operators();
    }

    /** Returns the keys by which programs call the API of the dashboard. */
    public ApiKeys apiKeys() {
        return parts.apiKeys();
    }

    /** Returns what imports and exports users, and tells all that is kept of one. */
    public UserData data() {
        return parts.data();
    }

    /** Returns the imports that operators start and that go on without them. */
    public ImportJobs importJobs() {
        return parts.importJobs();
    }

    /** Returns the jobs that do one action to many users. */
    public BulkJobs bulk() {
        return parts.bulk();
    }

    /** Returns what counts users: how many there are, join, and are active. */
    public Statistics statistics() {
        return parts.statistics();
    }

    /** Returns the languages in which users and operators are told something. */
    public Languages languages() {
        return parts.languages();
    }

    /** Returns where operators open the dashboard, if the builder was told. */
    public Optional<URI> dashboardAddress() {
        return parts.dashboardAddress();
    }

    /** Returns the name that users and operators know the app by, if the builder was told. */
    public Optional<String> appName() {
        return parts.appName();
    }

    /**
     * Tells what runs: versions, recipes with the state of their tables, the database, and what could be added. Takes one
     * statement.
     *
     * @throws dev.userdeck.error.StorageException if the database can't answer
     */
    public About about() {
        return parts.about();
    }

    /** Returns the recipes that run, in the order of their start. */
    public List<RunningRecipe> recipes() {
        return parts.recipes();
    }

    /**
     * Returns the service of a recipe, as in {@code userdeck.recipe(UserRoles.class)}.
     *
     * @throws IllegalArgumentException if no running recipe offers it; the message says which call adds a recipe
     */
    public <T> T recipe(Class<T> service) {
        return parts.service(service);
    }

    /**
     * Runs {@code work} so that every call of Userdeck and its recipes on this thread takes part in the transaction of the
     * host's {@code connection}. Nothing is committed or rolled back but parts of our own, by savepoints: a refused call
     * leaves the host's rows as they are, and a later rollback by the host takes ours along.
     *
     * @param connection open, with auto-commit off; stays the host's
     * @return what {@code work} returns
     * @throws IllegalArgumentException if {@code connection} is in auto-commit mode
     * @throws IllegalStateException if a transaction is bound to this thread already
     */
    public <T> T inTransaction(Connection connection, Supplier<T> work) {
        return parts.inTransaction(requireNonNull(connection, "connection"), requireNonNull(work, "work"));
    }

    /** Does the same as {@link #inTransaction(Connection, Supplier)}, for work without a result. */
    public void inTransaction(Connection connection, Runnable work) {
        requireNonNull(work, "work");
        this.<@Nullable Void>inTransaction(connection, () -> {
            work.run();
            return null;
        });
    }

    /** Does the background work that is due, on this thread. For hosts that chose {@link Maintenance#MANUAL}. */
    public void runMaintenance() {
        parts.runMaintenance();
    }

    /** Ends the recipes and what was opened; never a {@code DataSource} that was handed in. Can be called twice. */
    @Override
    public void close() {
        parts.close();
    }

    /** The ways to deal with the schema at start. */
    public enum Migration {
        /** Missing scripts are run. The default. */
        MIGRATE,
        /** Nothing is changed; a missing script fails the start. */
        VALIDATE,
        /** The schema isn't looked at. Where there are no tables yet, the start fails. */
        NONE
    }

    /** The ways in which background work is done: expired rows removed, mail sent, jobs carried on. */
    public enum Maintenance {
        /** A thread of our own does it, {@code userdeck-maintenance}. The default. */
        AUTOMATIC,
        /** The host does it, by calling {@link Userdeck#runMaintenance}. */
        MANUAL
    }

    /**
     * Collects the configuration; nothing is opened before {@link #start}. A setter that is called again replaces what it
     * said before, unless it adds; null is refused with a {@link NullPointerException} where nothing else is said. Not for
     * use by several threads.
     */
    public static final class Builder {
        /** How long one statement may take unless {@link #statementTimeout} says otherwise: 30 seconds. */
        public static final Duration DEFAULT_STATEMENT_TIMEOUT = Duration.ofSeconds(30);

        /** How long a session lives without use unless {@link #sessionIdleTimeout} says otherwise: 14 days. */
        public static final Duration DEFAULT_SESSION_IDLE_TIMEOUT = Duration.ofDays(14);

        /** How long a session lives at most unless {@link #sessionLifetime} says otherwise: 90 days. */
        public static final Duration DEFAULT_SESSION_LIFETIME = Duration.ofDays(90);

        /** How long a session's token is used unless {@link #sessionRotation} says otherwise: 30 minutes. */
        public static final Duration DEFAULT_SESSION_ROTATION = Duration.ofMinutes(30);

        /**
         * How many characters a password has at least unless {@link #passwordMinLength} says otherwise: {@value}, as NIST SP
         * 800-63B-4 asks where it is the only factor.
         */
        public static final int DEFAULT_PASSWORD_MIN_LENGTH = 15;

        /** How long an invitation of an operator is good unless {@link #operatorInvitationLifetime} says otherwise: 24 hours. */
        public static final Duration DEFAULT_OPERATOR_INVITATION_LIFETIME = Duration.ofHours(24);

        /** How many attempts to sign up one address has within an hour unless {@link #signUpLimits} says otherwise: {@value}. */
        public static final int DEFAULT_SIGN_UPS_PER_ADDRESS = 50;

        /** How many attempts to sign up there are within an hour in all unless {@link #signUpLimits} says otherwise: {@value}. */
        public static final int DEFAULT_SIGN_UPS_IN_ALL = 5_000;

        /** What happens to the schema at start unless {@link #migration} says otherwise. */
        public static final Migration DEFAULT_MIGRATION = Migration.MIGRATE;

        /** Who does the background work unless {@link #maintenance} says otherwise. */
        public static final Maintenance DEFAULT_MAINTENANCE = Maintenance.AUTOMATIC;

        private final Settings settings = new Settings(
                DEFAULT_STATEMENT_TIMEOUT,
                new SessionTimes(DEFAULT_SESSION_IDLE_TIMEOUT, DEFAULT_SESSION_LIFETIME, DEFAULT_SESSION_ROTATION),
                DEFAULT_PASSWORD_MIN_LENGTH,
                DEFAULT_OPERATOR_INVITATION_LIFETIME);

        private Builder() {
            signUpLimits(DEFAULT_SIGN_UPS_PER_ADDRESS, DEFAULT_SIGN_UPS_IN_ALL);
            migration(DEFAULT_MIGRATION);
            maintenance(DEFAULT_MAINTENANCE);
        }

        /**
         * Specifies the host's pool as the database. It stays the host's: it is never closed by us. Calls run in
         * transactions of their own, unless it is Spring's {@code TransactionAwareDataSourceProxy}, or a {@link
         * #surroundingTransaction} is known: then they take part in what the host has begun. No default: one of this,
         * {@link #jdbcUrl}, {@link #h2File} and {@link #inMemory} is needed, and the last that was called counts.
         */
        public Builder dataSource(DataSource dataSource) {
            settings.source(new Source.Host(requireNonNull(dataSource, "dataSource")));
            return this;
        }

        /**
         * Specifies who begins transactions on the {@link #dataSource}: calls inside of one take part in it, as in {@link
         * Userdeck#inTransaction}. Default: Spring's, if the data source is Spring's {@code
         * TransactionAwareDataSourceProxy}; else that of JTA, if JNDI has {@code
         * java:comp/TransactionSynchronizationRegistry}; else none.
         */
        public Builder surroundingTransaction(SurroundingTransaction transaction) {
            settings.surroundingTransaction(requireNonNull(transaction, "transaction"));
            return this;
        }

        /**
         * Specifies a database to open a pool of our own on. No default, see {@link #dataSource}.
         *
         * @param url as the JDBC driver takes it; one that can't be opened fails {@link #start}
         * @param user null if the URL says it, or nobody signs in
         * @param password null as there
         */
        public Builder jdbcUrl(String url, @Nullable String user, @Nullable String password) {
            settings.source(new Source.Jdbc(requireNonNull(url, "url"), user, password));
            return this;
        }

        /**
         * Specifies one H2 file to keep all in, which is made if it isn't there. For one process at a time. No default, see
         * {@link #dataSource}.
         */
        public Builder h2File(Path file) {
            settings.source(new Source.H2File(requireNonNull(file, "file")));
            return this;
        }

        /**
         * Specifies that all is kept in memory, and gone when closed. No default, see {@link #dataSource}. For tests and for trying things; mails go to the log, links included, unless
         * there is an {@link #emailSender}.
         */
        public Builder inMemory() {
            settings.source(new Source.Memory());
            return this;
        }

        /**
         * Specifies the schema (on MySQL and MariaDB: the database) for our tables, made if it isn't there. Default: the
         * connection's own.
         *
         * @param name 1 to 63 characters of a-z, 0-9 and _, beginning with a letter
         * @throws IllegalArgumentException if it is not
         */
        public Builder schema(String name) {
            settings.schema(name);
            return this;
        }

        /**
         * Specifies how long one statement to the database may take in a request; then the driver has it cancelled, what
         * it belongs to is undone, and the call throws a {@link dev.userdeck.error.StorageException} that is
         * {@linkplain dev.userdeck.error.StorageException#retryable() retryable} (503 over HTTP). It holds for each
         * statement of ours and of recipes, waiting for locks included, also inside the host's transaction, where the
         * exception is not retryable and what came before a call that writes is kept; PostgreSQL gives the transaction
         * up when a read is cancelled. It does not hold for the host's own statements on the same connections, but on
         * H2 within {@code inTransaction}. Exports, imports and background work may take an hour for each statement,
         * migrations as long as they take. A limit of the server's that is shorter comes first. Default:
         * {@link #DEFAULT_STATEMENT_TIMEOUT}, 30 seconds.
         *
         * <p>It needs a server that answers: against a network that swallows packets set the driver's socket timeout, too.
         *
         * @param timeout a second to an hour; a part of a second counts as a whole one, as JDBC knows no less
         * @throws IllegalArgumentException if it is shorter or longer
         */
        public Builder statementTimeout(Duration timeout) {
            settings.statementTimeout(timeout);
            return this;
        }

        /**
         * Specifies one more recipe. Default: none.
         *
         * @throws IllegalArgumentException if one of the same id was added before
         */
        public Builder recipe(Recipe recipe) {
            settings.recipe(requireNonNull(recipe, "recipe"));
            return this;
        }

        /**
         * Specifies that every recipe is added which the class path offers by {@link java.util.ServiceLoader}, unless it was
         * added by hand before. Default: only those that are added by hand.
         */
        public Builder discoverRecipes() {
            settings.discoverRecipes();
            return this;
        }

        /**
         * Specifies how long a session lives without use. Default: {@link #DEFAULT_SESSION_IDLE_TIMEOUT}, 14 days.
         *
         * @param timeout more than zero; {@link #sessionLifetime} ends the session all the same
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder sessionIdleTimeout(Duration timeout) {
            settings.sessionIdleTimeout(timeout);
            return this;
        }

        /**
         * Specifies how long a session lives at most, however much it is used. Default: {@link #DEFAULT_SESSION_LIFETIME},
         * 90 days.
         *
         * @param lifetime more than zero
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder sessionLifetime(Duration lifetime) {
            settings.sessionLifetime(lifetime);
            return this;
        }

        /**
         * Specifies how long a session's token is used before {@link Sessions#refresh} replaces it, so that a stolen one
         * shows. Default: {@link #DEFAULT_SESSION_ROTATION}, 30 minutes.
         *
         * @param every a minute or more
         * @throws IllegalArgumentException if it is less
         */
        public Builder sessionRotation(Duration every) {
            settings.sessionRotation(every);
            return this;
        }

        /**
         * Specifies the name that people know the app by: mails and the dashboard name it, and passwords must not hold it.
         * Default: none; the dashboard then calls itself Userdeck.
         *
         * @param name 1 to 100 characters in one line; space around it is cut off
         * @throws IllegalArgumentException if it is not, or has characters that can't be seen
         */
        public Builder appName(String name) {
            settings.appName(requireNonNull(name, "name"));
            return this;
        }

        /**
         * Specifies the language of mails and of answers of {@code AuthServlet} to users and operators of whom no other one is
         * known. Default: English.
         *
         * @param language one that there are words in, or else {@link #start} fails: English, German, or that of a file
         *     {@code META-INF/userdeck/core/messages_<language>.json} on the class path
         * @throws IllegalArgumentException if it is {@link Locale#ROOT}
         */
        public Builder language(Locale language) {
            settings.language(requireNonNull(language, "language"));
            return this;
        }

        /**
         * Specifies which language the app knows a user to read: mails are written in it. Asked in the transaction that asks for
         * the mail, on its thread. Default: none is known, and mails are in the language of the browser if the user asks
         * for them, or else in that of the {@linkplain #language app}.
         */
        public Builder userLanguage(Function<UserId, Optional<Locale>> find) {
            settings.userLanguage(requireNonNull(find, "find"));
            return this;
        }

        /**
         * Specifies how many characters a password has at least. Default: {@value #DEFAULT_PASSWORD_MIN_LENGTH}.
         *
         * @param characters 8 to 64
         * @throws IllegalArgumentException if it is less or more
         */
        public Builder passwordMinLength(int characters) {
            settings.passwordMinLength(characters);
            return this;
        }

        /**
         * Specifies what new passwords are checked against, besides the rules: a list of breaches, as a service knows it. Default:
         * nothing; the jar has some 15,000 of the most frequent ones.
         */
        public Builder passwordCheck(PasswordCheck check) {
            settings.passwordCheck(requireNonNull(check, "check"));
            return this;
        }

        /**
         * Specifies how many attempts to sign up there may be within an hour, whether or not they succeed: beyond that, {@link
         * Users#attemptSignUp} refuses them, and so does {@code AuthServlet}. The hour begins with the first attempt. Nodes count
         * together, so tell each of them the same. Default: {@value #DEFAULT_SIGN_UPS_PER_ADDRESS} and {@value
         * #DEFAULT_SIGN_UPS_IN_ALL}.
         *
         * @param perAddress from one address of a client, or one IPv6 network, in all tenants; 1 or more. An office, a school or
         *     a mobile network may be one address
         * @param inAll from everywhere, in all tenants; {@code perAddress} or more, at most 1,000,000,000
         * @throws IllegalArgumentException if one is less or more
         */
        public Builder signUpLimits(int perAddress, int inAll) {
            settings.signUpLimits(perAddress, inAll);
            return this;
        }

        /**
         * Specifies what sends mail. Default: none is sent, and {@link #outbox} says so; but see {@link #inMemory}. Together
         * with {@link #logMailLinks} it fails {@link #start}.
         */
        public Builder emailSender(EmailSender sender) {
            settings.mail().sender(requireNonNull(sender, "sender"));
            return this;
        }

        /**
         * Specifies that mails are written to the log instead of being sent, links included: for development. Default: they
         * aren't. Together with {@link #emailSender} it fails {@link #start}.
         */
        public Builder logMailLinks() {
            settings.mail().logLinks();
            return this;
        }

        /** Specifies the texts of mails. Default: ours, in {@link NewEmail#locale the reader's language}. */
        public Builder mailTemplates(MailTemplates templates) {
            settings.mail().templates(requireNonNull(templates, "templates"));
            return this;
        }

        /**
         * Specifies the app's page where users choose a new password. It reads the token from the fragment, {@code
         * #token=…}, and posts it. Default: none, and nobody can be sent there.
         *
         * @param page absolute, of http or https, as in {@code https://shop.example/reset}, without a fragment
         * @throws IllegalArgumentException if it is not
         */
        public Builder passwordResetPage(URI page) {
            settings.mail().passwordResetPage(requireNonNull(page, "page"));
            return this;
        }

        /**
         * Specifies the app's page where invited users choose their first password. Default: {@link #passwordResetPage}.
         *
         * @param page as there
         * @throws IllegalArgumentException as there
         */
        public Builder invitationPage(URI page) {
            settings.mail().invitationPage(requireNonNull(page, "page"));
            return this;
        }

        /**
         * Specifies where operators open the dashboard: links in mails to them and in the log lead there. Default: none; such
         * links are then handed over, and begin at the dashboard.
         *
         * @param address absolute, of http or https, with a slash at its end, as in
         *     {@code https://app.example.org/internal/users/}
         * @throws IllegalArgumentException if it is not
         */
        public Builder dashboardAddress(URI address) {
            settings.dashboardAddress(requireNonNull(address, "address"));
            return this;
        }

        /**
         * Specifies how long an invitation of a built-in operator is good. Default: {@link #DEFAULT_OPERATOR_INVITATION_LIFETIME},
         * 24 hours.
         *
         * @param lifetime 5 minutes to 30 days
         * @throws IllegalArgumentException if it is less or more
         */
        public Builder operatorInvitationLifetime(Duration lifetime) {
            settings.operatorInvitationLifetime(lifetime);
            return this;
        }

        /**
         * Specifies the key that encrypts what the database is to keep and not to know: today the secrets of operators' second
         * factors. Keep it where passwords of the app are kept, not in the database. Default: none, and no second factor can be
         * added.
         *
         * <p>To change it, start all nodes with the new one as an earlier key, then with the new one as the current key and the old
         * one as an earlier one: the start encrypts everything with the current one. After that the old one isn't needed.
         *
         * @param current encrypts; of 256 bits, as in {@code new SecretKeySpec(bytes, "AES")} with 32 random bytes
         * @param earlier only decrypt what they encrypted once
         * @throws IllegalArgumentException if one is not of 256 bits
         */
        public Builder secretKey(SecretKey current, SecretKey... earlier) {
            settings.secretKey(requireNonNull(current, "current"), earlier);
            return this;
        }

        /**
         * Has each built-in operator need a second factor: who has none adds one right after the password, before anything else.
         * Who is signed in without one signs in anew. Needs {@link #secretKey}. Default: each operator decides.
         */
        public Builder requireOperatorSecondFactor() {
            settings.requireOperatorSecondFactor();
            return this;
        }

        /**
         * Specifies the parameters by which a Firebase project hashes passwords, so that users who come from there keep
         * theirs. Default: none, and such hashes are refused; see {@link dev.userdeck.user.NewUser#passwordHash}. Firebase's console shows the four under "Password
         * hash parameters".
         *
         * @param signerKey {@code base64_signer_key}, at least 32 bytes in Base64
         * @param saltSeparator {@code base64_salt_separator}, in Base64
         * @param rounds {@code rounds}, 1 to 8
         * @param memCost {@code mem_cost}, 1 to 14
         * @throws IllegalArgumentException if one of them is not
         */
        public Builder firebaseScrypt(String signerKey, String saltSeparator, int rounds, int memCost) {
            settings.firebaseScrypt(new FirebaseScrypt(
                    requireNonNull(signerKey, "signerKey"),
                    requireNonNull(saltSeparator, "saltSeparator"),
                    rounds,
                    memCost));
            return this;
        }

        /**
         * Specifies how long audit events are kept; older ones are removed in the background. Default: for ever, as how long
         * they must or may be kept is for you to decide.
         *
         * @param retention a day or more
         * @throws IllegalArgumentException if it is less
         */
        public Builder auditRetention(Duration retention) {
            settings.auditRetention(retention);
            return this;
        }

        /**
         * Specifies how to find an operator of the host's own by id, so that a job over many users stops when its operator may not do it any
         * more. Asked between two batches, on any thread; empty for someone who may not enter now. Default: what the
         * operator might do at the start of the job counts until its end.
         */
        public Builder hostOperators(Function<String, Optional<Operator>> find) {
            settings.hostOperators(requireNonNull(find, "find"));
            return this;
        }

        /** Specifies how to deal with the schema at start. Default: {@link #DEFAULT_MIGRATION}. */
        public Builder migration(Migration mode) {
            settings.migration(Settings.Migration.valueOf(mode.name()));
            return this;
        }

        /** Specifies who does the background work. Default: {@link #DEFAULT_MAINTENANCE}. */
        public Builder maintenance(Maintenance mode) {
            settings.ownMaintenanceThread(requireNonNull(mode, "mode") == Maintenance.AUTOMATIC);
            return this;
        }

        /** Specifies the clock to take the time from. Default: the system's. For tests. */
        public Builder clock(Clock clock) {
            settings.clock(requireNonNull(clock, "clock"));
            return this;
        }

        /**
         * Opens the database, migrates the schema, starts the recipes, and returns the running library.
         *
         * @throws dev.userdeck.error.ConfigurationException if something is missing or wrong, it says what to call; or if
         *     called inside a transaction in which the connections take part
         */
        public Userdeck start() {
            return new Userdeck(Bootstrap.start(settings));
        }
    }
}
