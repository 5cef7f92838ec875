package dev.userdeck.servlet.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** What a client reads, by the header {@code Accept-Language} (RFC 9110, 12.5.4). */
final class AcceptLanguage {
    private static final int MAX_LANGUAGES = 10;
    private static final int MAX_CHARACTERS = 500;

    private AcceptLanguage() {}

    /** Best first; empty where the header is missing, or isn't one. */
    static List<Locale> of(HttpServletRequest request) {
        return read(request.getHeader("Accept-Language"));
    }

    static List<Locale> read(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > MAX_CHARACTERS) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(language -> !language.getLanguage().isEmpty())
                    .distinct()
                    .limit(MAX_LANGUAGES)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
