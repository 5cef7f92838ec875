package dev.userdeck.servlet.internal;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.language.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Problems in a language. A title has the key {@code problem.} and the slug of its type; a detail this and {@code .detail}, or the problem's
 * {@code reason} if it has one; an error of a field {@code refusal.} and its code, which a reason may be, too. What no key names is said as it came.
 */
public final class ProblemWords {
    private final Words words;

    /** Says them so. */
    public ProblemWords(Words words) {
        this.words = words;
    }

    Locale language() {
        return words.language();
    }

    String title(ProblemType type) {
        return title(type.slug(), type.title());
    }

    /** That of the type with this slug, which is {@code english} where there is no translation. */
    public String title(String slug, String english) {
        return words.find("problem." + slug, Map.of()).orElse(english);
    }

    @Nullable
    String detail(Problem problem) {
        String detail = problem.detail();
        if (detail == null) {
            return null;
        }
        Map<String, Object> values = values(problem);
        String key = "problem." + problem.type().slug() + ".";
        Object reason = problem.extras().get("reason");
        Optional<String> translated = reason == null
                ? words.find(key + "detail", values)
                : words.find(key + reason, values).or(() -> words.find("refusal." + reason, values));
        return translated.orElse(detail);
    }

    private Map<String, Object> values(Problem problem) {
        var values = new HashMap<String, Object>(problem.extras());
        if (values.get(Problem.RETRY_AFTER) instanceof Number seconds) {
            values.put("time", words.duration(Duration.ofSeconds(seconds.longValue())));
        }
        return values;
    }

    String message(FieldError error) {
        return words.find("refusal." + error.code(), error.values()).orElse(error.message());
    }
}
