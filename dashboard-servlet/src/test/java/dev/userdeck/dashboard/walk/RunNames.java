package dev.userdeck.dashboard.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives all that chance makes a name by the order in which it appears, as in {@code <id-1>}, so that two runs read the same.
 * Times need none: the clock stands still.
 */
final class RunNames {
    /** In the order of the groups of {@link #INSIDE}. */
    private static final List<String> KINDS =
            List.of("password", "id", "hash", "token", "alias", "port", "prefix", "secret", "code");

    private static final Pattern INSIDE = Pattern.compile(String.join(
            "|",
            "(\\$argon2[a-z]*\\$[^\\s\"'\\]]+)",
            "(\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)",
            "(\\b[0-9a-f]{16,64}\\b)",
            "(\\budk_\\w{58}\\b|[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"
                    + "|(?<=[=\"])(?=[A-Z0-9_-]*[a-z])(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{22,})",
            "(\\balias_[0-9]+\\b)",
            "((?<=localhost:)[0-9]+)",
            "(\\budk_[0-9A-Za-z]{8}\\b)",
            "(\\b[A-Z2-7]{32}\\b|(?<=\\b[0-9a-f]{16}\\.)[A-Za-z0-9_-]{60,})",
            "(\\b[a-z2-7]{4}(?:-[a-z2-7]{4}){3}\\b|(?<=\"code\": \")[0-9]{6})"));
    /** A whole value of random bits or a cursor. Names of ours are in one case, or shorter. */
    private static final Pattern WHOLE =
            Pattern.compile("(?=.*[a-z])(?=.*[A-Z])([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43,})");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** A text, with names for what is in it. */
    String text(String text) {
        return INSIDE.matcher(text).replaceAll(this::named);
    }

    /** The same for a value that may be nothing but random bits. */
    String value(String value) {
        return WHOLE.matcher(value).matches() ? name("token", value) : text(value);
    }

    /** The same, where what has no name yet gets none: for what has no order by which to give names. */
    String known(String value) {
        return WHOLE.matcher(value).matches()
                ? names.getOrDefault("token " + value, "<token>")
                : INSIDE.matcher(value)
                        .replaceAll(found ->
                                names.getOrDefault(kind(found) + " " + found.group(), "<" + kind(found) + ">"));
    }

    private String named(MatchResult found) {
        return name(kind(found), found.group());
    }

    private static String kind(MatchResult found) {
        int kind = 1;
        while (found.start(kind) < 0) {
            kind++;
        }
        return KINDS.get(kind - 1);
    }

    private String name(String kind, String value) {
        return names.computeIfAbsent(
                kind + " " + value, key -> "<" + kind + "-" + counts.merge(kind, 1, Integer::sum) + ">");
    }
}
