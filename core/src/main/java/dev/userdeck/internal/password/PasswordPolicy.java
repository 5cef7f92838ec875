package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.error.FieldError;
import dev.userdeck.password.PasswordRules;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are accepted: long ones that are not easily guessed. Any character counts, none is asked for (NIST SP
 * 800-63B-4).
 */
public final class PasswordPolicy {
    private static final int MAX_CODE_POINTS = 128;
    /** A shorter part of a password that happens to be someone's name says little. */
    private static final int MIN_CONTEXT_LENGTH = 4;

    private static final String FIELD = "password";
    private static final String PRODUCT = "userdeck";

    private final int minLength;
    private final CommonPasswords common = CommonPasswords.load();

    /** Asks for at least this many characters. */
    public PasswordPolicy(int minLength) {
        this.minLength = minLength;
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
        return problem(clear, email).map(List::of).orElse(List.of());
    }

    /** The same text for each way of typing it: one accented letter or a letter and an accent, wide or narrow. */
    static String normalize(String clear) {
        return Normalizer.normalize(clear, Normalizer.Form.NFKC);
    }

    private Optional<FieldError> problem(String clear, @Nullable String email) {
        if (clear.length() > PasswordHasher.MAX_CLEAR_LENGTH) {
            return tooLong();
        }
        if (!UTF_8.newEncoder().canEncode(clear)) {
            return error("password-invalid", "It holds half a character. Type it again.");
        }
        String password = normalize(clear);
        int length = password.codePointCount(0, password.length());
        if (length < minLength) {
            return error("password-too-short", characters(length) + " It needs at least " + minLength + ".");
        }
        if (length > MAX_CODE_POINTS) {
            return tooLong();
        }
        return guessable(password.toLowerCase(Locale.ROOT), email);
    }

    private Optional<FieldError> guessable(String password, @Nullable String email) {
        if (email != null && holdsAddress(password, normalize(email).strip().toLowerCase(Locale.ROOT))) {
            return error("password-has-email", "It holds the email address. Choose something else.");
        }
        if (password.contains(PRODUCT)) {
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
        return error("password-too-long", "It can have at most " + MAX_CODE_POINTS + " characters.");
    }

    private static String characters(int count) {
        return count == 1 ? "1 character." : count + " characters.";
    }

    private static Optional<FieldError> error(String code, String message) {
        return Optional.of(new FieldError(FIELD, code, message));
    }
}
