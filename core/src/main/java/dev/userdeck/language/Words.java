package dev.userdeck.language;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What is said to somebody in a language, as mails are. Each sentence has a key, by which a file on the class path translates it,
 * and English words, which are said where none does. Get it from {@link Languages}. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Words {

    /** Returns the language. */
    Locale language();

    /** The translation of {@code key}, with {@code values} in the places of their names in braces; empty if there is none. */
    Optional<String> find(String key, Map<String, ?> values);

    /** What {@code key} is translated to, or else {@code english}; with {@code values} in the places of their names in braces. */
    String say(String key, String english, Map<String, ?> values);

    /** The same without values. */
    default String say(String key, String english) {
        return say(key, english, Map.of());
    }

    /** A length of time, as in "24 hours": in days from three of them on, else in hours, minutes or seconds, rounded up. */
    String duration(Duration duration);

    /** A moment, as in "21 November 2026 at 14:32 CET". */
    String moment(Instant instant, ZoneId zone);
}
