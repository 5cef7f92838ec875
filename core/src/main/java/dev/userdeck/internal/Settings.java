package dev.userdeck.internal;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.crypto.SecretBox;
import dev.userdeck.internal.operator.OperatorSettings;
import dev.userdeck.internal.password.FirebaseScrypt;
import dev.userdeck.operator.Operator;
import dev.userdeck.password.PasswordCheck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.text.PlainText;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import dev.userdeck.user.UserId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the builder collects. Each setter checks its own argument; {@link Bootstrap} checks what needs several. */
public final class Settings {
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration SHORTEST_ROTATION = Duration.ofMinutes(1);
    private static final Duration SHORTEST_STATEMENT = Duration.ofSeconds(1);
    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);
    private static final Duration SHORTEST_INVITATION = Duration.ofMinutes(5);
    private static final Duration LONGEST_INVITATION = Duration.ofDays(30);
    private static final int MOST_SIGN_UPS = 1_000_000_000;

    private @Nullable Source source;
    private @Nullable SurroundingTransaction surroundingTransaction;
    private @Nullable String schema;
    private Duration statementTimeout;
    private final Map<RecipeId, Recipe> recipes = new LinkedHashMap<>();
    private Duration sessionIdleTimeout;
    private Duration sessionLifetime;
    private Duration sessionRotation;
    private @Nullable Duration auditRetention;
    private @Nullable String appName;
    private Locale language = Locale.ENGLISH;
    private Function<UserId, Optional<Locale>> userLanguage = user -> Optional.empty();
    private int passwordMinLength;
    private PasswordCheck passwordCheck = password -> Optional.empty();
    private int signUpsPerAddress;
    private int signUpsInAll;
    private @Nullable FirebaseScrypt firebaseScrypt;
    private Migration migration = Migration.MIGRATE;
    private boolean ownMaintenanceThread = true;
    private @Nullable Function<String, Optional<Operator>> hostOperators;
    private @Nullable URI dashboardAddress;
    private Duration operatorInvitationLifetime;
    private boolean operatorSecondFactorRequired;
    private @Nullable SecretBox secrets;
    private Clock clock = Clock.systemUTC();
    private final MailSettings mail = new MailSettings();

    /** Begins with what holds unless the builder is told something else. */
    public Settings(
            Duration statementTimeout,
            SessionTimes sessionTimes,
            int passwordMinLength,
            Duration operatorInvitationLifetime) {
        this.statementTimeout = statementTimeout;
        this.sessionIdleTimeout = sessionTimes.idleTimeout();
        this.sessionLifetime = sessionTimes.lifetime();
        this.sessionRotation = sessionTimes.rotation();
        this.passwordMinLength = passwordMinLength;
        this.operatorInvitationLifetime = operatorInvitationLifetime;
    }

    /** How long sessions live, and their tokens. */
    public record SessionTimes(Duration idleTimeout, Duration lifetime, Duration rotation) {}

    /** What happens to the schema at start. */
    public enum Migration {
        MIGRATE,
        VALIDATE,
        NONE
    }

    /** Where the connections come from. */
    public sealed interface Source {
        record Host(DataSource dataSource) implements Source {}

        record Jdbc(
                String url, @Nullable String user, @Nullable String password) implements Source {}

        record H2File(Path file) implements Source {}

        record Memory() implements Source {}
    }

    public void hostOperators(Function<String, Optional<Operator>> find) {
        this.hostOperators = find;
    }

    @Nullable
    Function<String, Optional<Operator>> hostOperators() {
        return hostOperators;
    }

    public void dashboardAddress(URI address) {
        String scheme = address.getScheme();
        boolean isWeb = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        if (!isWeb
                || address.getHost() == null
                || !address.getPath().endsWith("/")
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The dashboard's address looks like https://app.example.org/internal/users/, not " + address);
        }
        this.dashboardAddress = address;
    }

    public void operatorInvitationLifetime(Duration lifetime) {
        if (lifetime.compareTo(SHORTEST_INVITATION) < 0 || lifetime.compareTo(LONGEST_INVITATION) > 0) {
            throw new IllegalArgumentException("operatorInvitationLifetime must be 5 minutes to 30 days: " + lifetime);
        }
        this.operatorInvitationLifetime = lifetime;
    }

    public void secretKey(SecretKey current, SecretKey... earlier) {
        this.secrets = new SecretBox(current, earlier);
    }

    public void requireOperatorSecondFactor() {
        this.operatorSecondFactorRequired = true;
    }

    public void language(Locale spoken) {
        if (spoken.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("language needs a language, as Locale.GERMAN has it");
        }
        this.language = spoken;
    }

    Locale language() {
        return language;
    }

    public void userLanguage(Function<UserId, Optional<Locale>> find) {
        this.userLanguage = find;
    }

    Function<UserId, Optional<Locale>> userLanguage() {
        return userLanguage;
    }

    OperatorSettings operators() {
        if (operatorSecondFactorRequired && secrets == null) {
            throw new ConfigurationException(
                    "requireOperatorSecondFactor() needs a key that secrets of second factors are"
                            + " encrypted with: call secretKey(…)");
        }
        return new OperatorSettings(
                dashboardAddress, operatorInvitationLifetime, operatorSecondFactorRequired, secrets, appName);
    }

    public void source(Source newSource) {
        this.source = newSource;
    }

    public void surroundingTransaction(SurroundingTransaction transaction) {
        this.surroundingTransaction = transaction;
    }

    public void schema(String name) {
        if (!SCHEMA.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "schema has 1 to 63 characters of a-z, 0-9 and _, and begins with a letter: " + name);
        }
        this.schema = name;
    }

    public void statementTimeout(Duration timeout) {
        if (timeout.compareTo(SHORTEST_STATEMENT) < 0 || timeout.compareTo(LONGEST_STATEMENT) > 0) {
            throw new IllegalArgumentException("statementTimeout must be a second to an hour: " + timeout);
        }
        this.statementTimeout = timeout;
    }

    public void recipe(Recipe recipe) {
        if (recipes.putIfAbsent(idOf(recipe), recipe) != null) {
            throw new IllegalArgumentException("recipe added twice: " + recipe.id());
        }
    }

    public void discoverRecipes() {
        ServiceLoader.load(Recipe.class).forEach(recipe -> recipes.putIfAbsent(idOf(recipe), recipe));
    }

    private static RecipeId idOf(Recipe recipe) {
        return Objects.requireNonNull(
                recipe.id(), () -> recipe.getClass().getName() + " returns null from id(): every recipe has one");
    }

    public void sessionIdleTimeout(Duration timeout) {
        this.sessionIdleTimeout = positive("sessionIdleTimeout", timeout);
    }

    public void sessionLifetime(Duration lifetime) {
        this.sessionLifetime = positive("sessionLifetime", lifetime);
    }

    public void sessionRotation(Duration every) {
        if (every.compareTo(SHORTEST_ROTATION) < 0) {
            throw new IllegalArgumentException("sessionRotation must be a minute or more: " + every);
        }
        this.sessionRotation = every;
    }

    public void auditRetention(Duration retention) {
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            throw new IllegalArgumentException("auditRetention must be a day or more: " + retention);
        }
        this.auditRetention = retention;
    }

    public void appName(String name) {
        String tidy = PlainText.tidy(name);
        if (tidy.isEmpty() || tidy.length() > 100) {
            throw new IllegalArgumentException("appName has 1 to 100 characters in one line");
        }
        PlainText.problemOfLine("appName", tidy).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        this.appName = tidy;
    }

    public void passwordMinLength(int characters) {
        if (characters < 8 || characters > 64) {
            throw new IllegalArgumentException("passwordMinLength must be 8 to 64: " + characters);
        }
        this.passwordMinLength = characters;
    }

    public void signUpLimits(int perAddress, int inAll) {
        if (perAddress < 1 || inAll < perAddress || inAll > MOST_SIGN_UPS) {
            throw new IllegalArgumentException(
                    "signUpLimits takes at least 1 for an address, and as many or more in all, up to 1,000,000,000: "
                            + perAddress + ", " + inAll);
        }
        this.signUpsPerAddress = perAddress;
        this.signUpsInAll = inAll;
    }

    public void firebaseScrypt(FirebaseScrypt parameters) {
        this.firebaseScrypt = parameters;
    }

    public void migration(Migration mode) {
        this.migration = mode;
    }

    public void ownMaintenanceThread(boolean own) {
        this.ownMaintenanceThread = own;
    }

    public void clock(Clock newClock) {
        this.clock = newClock;
    }

    /** What is set about mail. */
    public MailSettings mail() {
        return mail;
    }

    @Nullable
    Source source() {
        return source;
    }

    @Nullable
    SurroundingTransaction surroundingTransaction() {
        return surroundingTransaction;
    }

    @Nullable
    String schema() {
        return schema;
    }

    Duration statementTimeout() {
        return statementTimeout;
    }

    List<Recipe> recipes() {
        return List.copyOf(recipes.values());
    }

    Duration sessionIdleTimeout() {
        return sessionIdleTimeout;
    }

    Duration sessionLifetime() {
        return sessionLifetime;
    }

    Duration sessionRotation() {
        return sessionRotation;
    }

    @Nullable
    Duration auditRetention() {
        return auditRetention;
    }

    public void passwordCheck(PasswordCheck check) {
        this.passwordCheck = check;
    }

    PasswordCheck passwordCheck() {
        return passwordCheck;
    }

    @Nullable
    String appName() {
        return appName;
    }

    int passwordMinLength() {
        return passwordMinLength;
    }

    int signUpsPerAddress() {
        return signUpsPerAddress;
    }

    int signUpsInAll() {
        return signUpsInAll;
    }

    @Nullable
    FirebaseScrypt firebaseScrypt() {
        return firebaseScrypt;
    }

    Migration migration() {
        return migration;
    }

    boolean ownMaintenanceThread() {
        return ownMaintenanceThread;
    }

    Clock clock() {
        return clock;
    }

    private static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
        return value;
    }
}
