package dev.userdeck;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.data.UserData;
import dev.userdeck.internal.Bootstrap;
import dev.userdeck.internal.Settings;
import dev.userdeck.internal.Settings.Source;
import dev.userdeck.internal.password.FirebaseScrypt;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Operators;
import dev.userdeck.password.Passwords;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.session.Sessions;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import dev.userdeck.user.Users;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** Returns what imports and exports users, and tells all that is kept of one. */
    public UserData data() {
        return parts.data();
    }

    /** Returns the jobs that do one act to many users. */
    public BulkJobs bulk() {
        return parts.bulk();
    }

    /** Returns what counts users: how many there are, join, and are active. */
    public Statistics statistics() {
        return parts.statistics();
    }

    /** Returns the name that users and operators know the app by, if the builder was told. */
    public Optional<String> appName() {
        return parts.appName();
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

    /** Collects the configuration; nothing is opened before {@link #start}. Not for use by several threads. */
    public static final class Builder {
        private final Settings settings = new Settings();

        private Builder() {}

        /**
         * Uses the host's pool, which stays the host's: it is never closed by us. Calls run in transactions of their own,
         * unless it is Spring's {@code TransactionAwareDataSourceProxy}, or a {@link #surroundingTransaction} is known: then
         * they take part in what the host has begun.
         */
        public Builder dataSource(DataSource dataSource) {
            settings.source(new Source.Host(requireNonNull(dataSource, "dataSource")));
            return this;
        }

        /**
         * Says who begins transactions on the {@link #dataSource}: calls inside of one take part in it, as in {@link
         * Userdeck#inTransaction}. Default: Spring's, if the data source is Spring's {@code
         * TransactionAwareDataSourceProxy}; else that of JTA, if JNDI has {@code
         * java:comp/TransactionSynchronizationRegistry}; else none.
         */
        public Builder surroundingTransaction(SurroundingTransaction transaction) {
            settings.surroundingTransaction(requireNonNull(transaction, "transaction"));
            return this;
        }

        /** Opens a pool of our own. */
        public Builder jdbcUrl(String url, @Nullable String user, @Nullable String password) {
            settings.source(new Source.Jdbc(requireNonNull(url, "url"), user, password));
            return this;
        }

        /** Keeps all in one H2 file, which is made if it isn't there. For one process at a time. */
        public Builder h2File(Path file) {
            settings.source(new Source.H2File(requireNonNull(file, "file")));
            return this;
        }

        /**
         * Keeps all in memory, gone when closed. For tests and for trying things; mails go to the log, links included, unless
         * there is an {@link #emailSender}.
         */
        public Builder inMemory() {
            settings.source(new Source.Memory());
            return this;
        }

        /**
         * Names the schema (on MySQL and MariaDB: the database) for our tables, made if it isn't there. Default: the
         * connection's own.
         *
         * @param name 1 to 63 characters of a-z, 0-9 and _, beginning with a letter
         */
        public Builder schema(String name) {
            settings.schema(name);
            return this;
        }

        /**
         * Limits how long one statement to the database may take in a request; then the driver has it cancelled, what
         * it belongs to is undone, and the call throws a {@link dev.userdeck.error.StorageException} that is
         * {@linkplain dev.userdeck.error.StorageException#retryable() retryable} (503 over HTTP). It holds for each
         * statement of ours and of recipes, waiting for locks included, also inside the host's transaction, where the
         * exception is not retryable and what came before a call that writes is kept; PostgreSQL gives the transaction
         * up when a read is cancelled. It does not hold for the host's own statements on the same connections, but on
         * H2 within {@code inTransaction}. Exports, imports and background work may take an hour for each statement,
         * migrations as long as they take. A limit of the server's that is shorter comes first. Default: 30 seconds.
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

        /** Adds a recipe. An id can be added once. */
        public Builder recipe(Recipe recipe) {
            settings.recipe(requireNonNull(recipe, "recipe"));
            return this;
        }

        /** Adds every recipe that the class path offers by {@link java.util.ServiceLoader}, unless it was added by hand. */
        public Builder discoverRecipes() {
            settings.discoverRecipes();
            return this;
        }

        /** Sets how long a session lives without use. Default: 14 days. */
        public Builder sessionIdleTimeout(Duration timeout) {
            settings.sessionIdleTimeout(timeout);
            return this;
        }

        /** Sets how long a session lives at most. Default: 90 days. */
        public Builder sessionLifetime(Duration lifetime) {
            settings.sessionLifetime(lifetime);
            return this;
        }

        /**
         * Sets how long a session's token is used before {@link Sessions#refresh} replaces it, so that a stolen one
         * shows. Default: 30 minutes.
         *
         * @param every a minute or more
         */
        public Builder sessionRotation(Duration every) {
            settings.sessionRotation(every);
            return this;
        }

        /**
         * Names the app to people: mails and the dashboard name it, and passwords must not hold it. Default: none; the
         * dashboard then calls itself Userdeck.
         *
         * @param name 1 to 100 characters
         */
        public Builder appName(String name) {
            settings.appName(requireNonNull(name, "name"));
            return this;
        }

        /**
         * Sets how many characters a password has at least. Default: 15, as NIST SP 800-63B-4 asks where it is the only
         * factor.
         */
        public Builder passwordMinLength(int characters) {
            settings.passwordMinLength(characters);
            return this;
        }

        /** Sends mail by this sender. Default: none is sent, and {@link #outbox} says so; but see {@link #inMemory}. */
        public Builder emailSender(EmailSender sender) {
            settings.mail().sender(requireNonNull(sender, "sender"));
            return this;
        }

        /** Writes mails to the log instead of sending them, links included: for development. */
        public Builder logMailLinks() {
            settings.mail().logLinks();
            return this;
        }

        /** Writes mails in the app's own words. Default: ours, in English. */
        public Builder mailTemplates(MailTemplates templates) {
            settings.mail().templates(requireNonNull(templates, "templates"));
            return this;
        }

        /**
         * Names the app's page where users choose a new password. It reads the token from the fragment, {@code
         * #token=…}, and posts it. Default: none, and nobody can be sent there.
         *
         * @param page absolute, as in {@code https://shop.example/reset}, without a fragment
         */
        public Builder passwordResetPage(URI page) {
            settings.mail().passwordResetPage(requireNonNull(page, "page"));
            return this;
        }

        /**
         * Names the app's page where invited users choose their first password. Default: {@link #passwordResetPage}.
         */
        public Builder invitationPage(URI page) {
            settings.mail().invitationPage(requireNonNull(page, "page"));
            return this;
        }

        /**
         * Gives the parameters by which a Firebase project hashes passwords, so that users who come from there keep
         * theirs: see {@link dev.userdeck.user.NewUser#passwordHash}. Firebase's console shows the four under "Password
         * hash parameters".
         *
         * @param signerKey {@code base64_signer_key}
         * @param saltSeparator {@code base64_salt_separator}
         * @param rounds {@code rounds}, 1 to 8
         * @param memCost {@code mem_cost}, 1 to 14
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
         * Sets how long audit events are kept; older ones are removed in the background. Default: for ever, as how long
         * they must or may be kept is for you to decide.
         *
         * @param retention a day or more
         */
        public Builder auditRetention(Duration retention) {
            settings.auditRetention(retention);
            return this;
        }

        /**
         * Finds an operator of the host's own by id, so that a job over many users stops when its operator may not do it any
         * more. Asked between two batches, on any thread; empty for someone who may not enter now. Default: what the
         * operator might do at the start of the job counts until its end.
         */
        public Builder hostOperators(Function<String, Optional<Operator>> find) {
            settings.hostOperators(requireNonNull(find, "find"));
            return this;
        }

        /** Chooses how to deal with the schema at start. Default: {@link Migration#MIGRATE}. */
        public Builder migration(Migration mode) {
            settings.migration(Settings.Migration.valueOf(mode.name()));
            return this;
        }

        /** Chooses who does the background work. Default: {@link Maintenance#AUTOMATIC}. */
        public Builder maintenance(Maintenance mode) {
            settings.ownMaintenanceThread(mode == Maintenance.AUTOMATIC);
            return this;
        }

        /** Takes the time from this clock. Default: the system's. For tests. */
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
