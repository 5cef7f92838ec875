package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.error.FieldError;
import dev.userdeck.password.PasswordCheck;
import dev.userdeck.password.PasswordRules;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are accepted: long ones that are not easily guessed. Any character counts, none is asked for (NIST SP
 * 800-63B-4).
 */
public final class PasswordPolicy {
    private static final int MAX_CODE_POINTS = 128;
    /** A shorter part of a password that happens to be someone's name says little. */
    private static final int MIN_CONTEXT_LENGTH = 4;

    private static final int MIN_NAME_LENGTH = 3;
    private static final int MIN_BESIDE_NAME = 6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}\\p{P}]");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private static final String FIELD = "password";
    private static final String PRODUCT = "userdeck";

    private final int minLength;
    private final List<Pattern> appNames;
    private final PasswordCheck ownCheck;
    private final CommonPasswords common = CommonPasswords.load();

    /**
     * Asks for at least this many characters.
     *
     * @param appName what users know the app as, null when not known
     * @param ownCheck the app's, of what these rules let through
     */
    public PasswordPolicy(int minLength, @Nullable String appName, PasswordCheck ownCheck) {
        this.minLength = minLength;
        this.ownCheck = ownCheck;
        String folded = appName == null ? "" : fold(appName);
        this.appNames =
                folded.length() < MIN_CONTEXT_LENGTH ? List.of(spelt(PRODUCT)) : List.of(spelt(PRODUCT), spelt(folded));
    }

    /** What people are told before they choose one. */
    public PasswordRules rules() {
        return new PasswordRules(minLength, MAX_CODE_POINTS);
    }

    /**
     * Checks a new password.
     *
     * @param email the address of the account, null for none
     * @return what is wrong with it: nothing, or one error of the field {@code password}
     */
    public List<FieldError> check(String clear, @Nullable String email) {
        return check(clear, email == null ? List.of() : List.of(email), null);
    }

    /**
     * The same.
     *
     * @param emails the addresses of the account
     * @param name of the person, null when not known
     */
    public List<FieldError> check(String clear, Collection<String> emails, @Nullable String name) {
        return problem(clear, emails, name).map(List::of).orElse(List.of());
    }

    /** The same text for each way of typing it: one accented letter or a letter and an accent, wide or narrow. */
    static String normalize(String clear) {
        return Normalizer.normalize(clear, Normalizer.Form.NFKC);
    }

    private Optional<FieldError> problem(String clear, Collection<String> emails, @Nullable String name) {
        if (clear.length() > PasswordHasher.MAX_CLEAR_LENGTH) {
            return tooLong();
        }
        if (!UTF_8.newEncoder().canEncode(clear)) {
            return error("password-invalid", "It holds half a character. Type it again.");
        }
        String password = normalize(clear);
        int length = password.codePointCount(0, password.length());
        if (length < minLength) {
            return Optional.of(new FieldError(
                    FIELD,
                    "password-too-short",
                    characters(length) + " It needs at least " + minLength + ".",
                    Map.of("count", minLength)));
        }
        if (length > MAX_CODE_POINTS) {
            return tooLong();
        }
        return guessable(fold(password), emails, name)
                .or(() -> ownCheck.refusal(password).flatMap(words -> error("password-refused", words)));
    }

    private Optional<FieldError> guessable(String password, Collection<String> emails, @Nullable String name) {
        if (emails.stream().anyMatch(email -> holdsAddress(password, fold(email)))) {
            return error("password-has-email", "It holds the email address. Choose something else.");
        }
        if (name != null && isMostly(password, fold(name))) {
            return error("password-has-name", "It is little more than the name. Choose something else.");
        }
        if (appNames.stream().anyMatch(app -> app.matcher(password).find())) {
            return error("password-has-app-name", "It holds the name of this app. Choose something else.");
        }
        if (Patterns.isTrivial(password)) {
            return error("password-predictable", "It repeats itself or runs along the keys. Mix it up.");
        }
        if (common.contains(password)) {
            return error("password-common", "This password is on lists of leaked ones.");
        }
        return Optional.empty();
    }

    private static String fold(String text) {
        return normalize(text).strip().toLowerCase(Locale.ROOT);
    }

    /** The name however its words are joined: "Corner Shop", "corner-shop" and "cornershop" are one. */
    private static Pattern spelt(String name) {
        String words = BETWEEN_WORDS
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining(BETWEEN_WORDS.pattern() + "*"));
        return Pattern.compile(words.isEmpty() ? Pattern.quote(name) : words);
    }

    /** Whether little is left without the parts of a name; a long sentence may well hold one of them. */
    private static boolean isMostly(String password, String name) {
        String rest = password;
        for (String part : NO_LETTERS.split(name, -1)) {
            rest = part.length() < MIN_NAME_LENGTH ? rest : rest.replace(part, "");
        }
        return rest.length() < password.length()
                && NO_LETTERS.matcher(rest).replaceAll("").length() < MIN_BESIDE_NAME;
    }

    private static boolean holdsAddress(String password, String email) {
        if (email.isEmpty()) {
            return false;
        }
        String local = email.substring(0, Math.max(0, email.lastIndexOf('@')));
        return password.contains(email)
                || password.equals(local)
                || (local.length() >= MIN_CONTEXT_LENGTH && password.contains(local));
    }

    private static Optional<FieldError> tooLong() {
        return Optional.of(new FieldError(
                FIELD,
                "password-too-long",
                "It can have at most " + MAX_CODE_POINTS + " characters.",
                Map.of("count", MAX_CODE_POINTS)));
    }

    private static String characters(int count) {
        return count == 1 ? "1 character." : count + " characters.";
    }

    private static Optional<FieldError> error(String code, String message) {
        return Optional.of(new FieldError(FIELD, code, message));
    }
}
