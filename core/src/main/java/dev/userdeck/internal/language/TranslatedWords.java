package dev.userdeck.internal.language;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.language.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words by what files have of them. A number in {@code count} takes the plural form "one" or "other". */
final class TranslatedWords implements Words {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\w.-]+)}");
    private static final String COUNT = "count";
    private static final String MOMENT = "moment";

    private final Locale language;
    private final Map<String, Object> messages;
    private final DateTimeFormatter moments;

    /**
     * Says {@code messages}.
     *
     * @throws ConfigurationException if the pattern of moments is none
     */
    TranslatedWords(Locale language, Map<String, Object> messages) {
        this.language = language;
        this.messages = messages;
        String pattern = say(MOMENT, "d MMMM yyyy 'at' HH:mm zzz");
        try {
            this.moments = DateTimeFormatter.ofPattern(pattern, language);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "\"" + MOMENT + "\" in " + language + " is no pattern of a java.time.format.DateTimeFormatter: "
                            + pattern,
                    e);
        }
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public Optional<String> find(String key, Map<String, ?> values) {
        return Optional.ofNullable(messages.get(key))
                .map(message -> fill(message instanceof Map<?, ?> forms ? form(forms, values) : message, values));
    }

    private static @Nullable Object form(Map<?, ?> forms, Map<String, ?> values) {
        boolean isOne = values.get(COUNT) instanceof Number count && count.longValue() == 1;
        return isOne && forms.get("one") != null ? forms.get("one") : forms.get("other");
    }

    private static String fill(@Nullable Object template, Map<String, ?> values) {
        return PLACEHOLDER.matcher(String.valueOf(template)).replaceAll(found -> {
            Object value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value.toString());
        });
    }

    @Override
    public String say(String key, String english, Map<String, ?> values) {
        return find(key, values).orElseGet(() -> fill(english, values));
    }

    @Override
    public String duration(Duration duration) {
        long seconds = Math.max(1, duration.plusNanos(999_999_999).toSeconds());
        if (seconds <= 120) {
            return counted("duration.seconds", seconds, "second");
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 120 && minutes != 60) {
            return counted("duration.minutes", minutes, "minute");
        }
        long hours = (minutes + 59) / 60;
        return hours < 72
                ? counted("duration.hours", hours, "hour")
                : counted("duration.days", (hours + 23) / 24, "day");
    }

    private String counted(String key, long count, String unit) {
        return say(key, "{count} " + unit + (count == 1 ? "" : "s"), Map.of(COUNT, count));
    }

    @Override
    public String moment(Instant instant, ZoneId zone) {
        return moments.format(instant.atZone(zone));
    }
}
