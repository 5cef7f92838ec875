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
 * @param letter what it says, unless a template says it otherwise
 * @param user whom it is about, null for no user; it goes when the user is deleted, sent or not
 * @param locale for templates. Default: English
 * @param values for templates: what the letter is made from, as in {@code name}
 * @param goodUntil from when on it is useless and no longer tried, null for never
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewMail(
        String kind,
        String to,
        Letter letter,
        @Nullable UserId user,
        Locale locale,
        Map<String, String> values,
        @Nullable Instant goodUntil) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    /**
     * Copies the map and checks the parts.
     *
     * @throws IllegalArgumentException if {@code kind} is not 1 to 64 characters of a-z, 0-9, '.' and '-'
     */
    public NewMail {
        requireNonNull(to, "to");
        requireNonNull(letter, "letter");
        requireNonNull(locale, "locale");
        values = Map.copyOf(values);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "A kind of mail has 1 to 64 characters of a-z, 0-9, '.' and '-': " + kind);
        }
    }

    /** A mail that says {@code letter}. */
    public static NewMail of(String kind, String to, Letter letter) {
        return new NewMail(kind, to, letter, null, Locale.ENGLISH, Map.of(), null);
    }

    /** The same, about this user. */
    public NewMail about(UserId newUser) {
        return new NewMail(kind, to, letter, newUser, locale, values, goodUntil);
    }

    /** The same, for a reader of this language. */
    public NewMail locale(Locale newLocale) {
        return new NewMail(kind, to, letter, user, newLocale, values, goodUntil);
    }

    /** The same, tried no longer than this. */
    public NewMail goodUntil(Instant end) {
        return new NewMail(kind, to, letter, user, locale, values, end);
    }

    /** The same with a value more for templates. */
    public NewMail value(String name, String content) {
        var more = new HashMap<>(values);
        more.put(name, content);
        return new NewMail(kind, to, letter, user, locale, more, goodUntil);
    }

    /** The mail as it is sent without a template. */
    public Email standard() {
        return new Email(to, letter.subject(), letter.text(), letter.html());
    }

    /** Without the words: they may hold a link that signs someone in. */
    @Override
    public String toString() {
        return "NewMail[kind=" + kind + "]";
    }
}
