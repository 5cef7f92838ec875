package dev.userdeck.mail;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent. Start with {@link #of}.
 *
 * @param kind why it is sent, as in {@code password-reset} or {@code emailverification.verify}; templates tell mails
 *     apart by it
 * @param to the address
 * @param content what it says, unless a template says it otherwise
 * @param user whom it is about, null for no user; it goes when the user is deleted, sent or not
 * @param locale the language of {@code content}, which the reader understands. Default: English
 * @param values for templates: what the letter is made from, as in {@code name}
 * @param expiresAt from when on it is useless and no longer tried, null for never
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewEmail(
        String kind,
        String to,
        EmailContent content,
        @Nullable UserId user,
        Locale locale,
        Map<String, String> values,
        @Nullable Instant expiresAt) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    /**
     * Copies the map and checks the parts.
     *
     * @throws IllegalArgumentException if {@code kind} is not 1 to 64 characters of a-z, 0-9, '.' and '-'
     */
    public NewEmail {
        requireNonNull(to, "to");
        requireNonNull(content, "letter");
        requireNonNull(locale, "locale");
        values = Map.copyOf(values);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "A kind of mail has 1 to 64 characters of a-z, 0-9, '.' and '-': " + kind);
        }
    }

    /** A mail that says {@code letter}. */
    public static NewEmail of(String kind, String to, EmailContent letter) {
        return new NewEmail(kind, to, letter, null, Locale.ENGLISH, Map.of(), null);
    }

    /** The same, about this user. */
    public NewEmail user(UserId newUser) {
        return new NewEmail(kind, to, content, newUser, locale, values, expiresAt);
    }

    /** The same, for a reader of this language. */
    public NewEmail locale(Locale newLocale) {
        return new NewEmail(kind, to, content, user, newLocale, values, expiresAt);
    }

    /** The same, tried no longer than this. */
    public NewEmail expiresAt(Instant end) {
        return new NewEmail(kind, to, content, user, locale, values, end);
    }

    /** The same with a value more for templates. */
    public NewEmail value(String name, String text) {
        var more = new HashMap<>(values);
        more.put(name, text);
        return new NewEmail(kind, to, content, user, locale, more, expiresAt);
    }

    /** The mail as it is sent without a template. */
    public EmailMessage defaultMessage() {
        return new EmailMessage(to, content.subject(), content.text(), content.html());
    }

    /** Without the words: they may hold a link that signs someone in. */
    @Override
    public String toString() {
        return "NewEmail[kind=" + kind + "]";
    }
}
