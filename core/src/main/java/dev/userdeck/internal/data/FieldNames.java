package dev.userdeck.internal.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields that a file may have, and which of them somebody meant by another name. */
final class FieldNames {
    /** What other programs call them, without anything but small letters. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("mail", "email"),
            Map.entry("emailaddress", "email"),
            Map.entry("phonenumber", "phone"),
            Map.entry("mobile", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("fullname", "name"),
            Map.entry("displayname", "name"),
            Map.entry("userid", "id"),
            Map.entry("createdat", "joinedAt"),
            Map.entry("created", "joinedAt"),
            Map.entry("lastlogin", "lastSeenAt"),
            Map.entry("lastsignin", "lastSeenAt"),
            Map.entry("password", "passwordHash"),
            Map.entry("tenant", "tenants"),
            Map.entry("role", "roles"));
    /** How many letters may be wrong, but not more than one in three. */
    private static final int MOST_WRONG = 2;

    private static final int LETTERS_FOR_ONE_WRONG = 3;
    private static final int MOST_LETTERS = 40;

    private final Set<String> known;
    private final Map<String, String> byLetters = new HashMap<>();

    FieldNames(Collection<String> known) {
        this.known = new TreeSet<>(known);
        Set<String> twice = new HashSet<>();
        for (String name : this.known) {
            if (byLetters.put(letters(name), name) != null) {
                twice.add(letters(name));
            }
        }
        byLetters.keySet().removeAll(twice);
    }

    /** The field of this name, in whatever case and with whatever between its words; null for none. */
    @Nullable
    String find(String name) {
        return known.contains(name) ? name : byLetters.get(letters(name));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Words to ask whether another one was meant, or none. */
    String hint(String name) {
        return nearest(name)
                .map(known -> " (did you mean '%s'?)".formatted(known))
                .orElse("");
    }

    private Optional<String> nearest(String name) {
        String letters = letters(name);
        String also = ALSO.getOrDefault(letters, "");
        if (known.contains(also)) {
            return Optional.of(also);
        }
        if (letters.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        int most = Math.min(MOST_WRONG, letters.length() / LETTERS_FOR_ONE_WRONG);
        return byLetters.entrySet().stream()
                .filter(entry -> distance(entry.getKey(), letters) <= most)
                .min(Comparator.comparingInt(entry -> distance(entry.getKey(), letters)))
                .map(Map.Entry::getValue);
    }

    /** How many letters are other, missing, too many, or the wrong way round (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] so = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                so[i][j] = i == 0 || j == 0 ? i + j : step(so, one, other, i, j);
            }
        }
        return so[one.length()][other.length()];
    }

    private static int step(int[][] so, String one, String other, int i, int j) {
        boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(so[i - 1][j - 1] + (isSame ? 0 : 1), Math.min(so[i - 1][j], so[i][j - 1]) + 1);
        boolean isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(least, so[i - 2][j - 2] + 1) : least;
    }
}
