package dev.userdeck.internal.language;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Languages that somebody reads, best first, as text to be kept: {@code de-AT,en}. */
public final class LanguageTags {
    private static final String COMMA = ",";

    private LanguageTags() {}

    /** Null for none; the last of them are left out where it would be longer than {@code max} characters. */
    public static @Nullable String write(List<Locale> languages, int max) {
        var kept = new StringBuilder();
        for (Locale language : languages) {
            String tag = language.toLanguageTag();
            if (kept.length() + COMMA.length() + tag.length() > max) {
                break;
            }
            kept.append(kept.isEmpty() ? "" : COMMA).append(tag);
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    public static List<Locale> read(@Nullable String kept) {
        return kept == null
                ? List.of()
                : Stream.of(kept.split(COMMA, -1)).map(Locale::forLanguageTag).toList();
    }
}
