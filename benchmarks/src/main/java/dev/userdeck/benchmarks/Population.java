package dev.userdeck.benchmarks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Made-up users, each the same whenever and in whatever order they are asked for. Who number {@code n} is follows from the
 * seed alone, so nothing of it needs to be kept.
 *
 * <p>Each has a password, 300 characters of metadata and one or two of twenty roles. One in five has a phone, one in ten
 * three sessions, one in twenty is in a second tenant, nine in ten have proved their email.
 *
 * @param size how many there are
 * @param seed other users for another seed
 */
record Population(int size, long seed) {
    /** When the last of them has joined and the sessions are used: the time at which everything is measured. */
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    static final String PASSWORD = "plum tundra violet 47";
    static final String SECOND_TENANT = "acme";
    static final int ROLES = 20;
    static final int PERMISSIONS = 10;
    static final int SESSIONS = 3;
    /** The name of ten users, however many there are. */
    static final String RARE_NAME = "Quillfeather";
    /** The domain of one user in forty. */
    static final String SHARED_DOMAIN = "meridian-labs.example";

    private static final Duration SPAN = Duration.ofDays(3 * 365);
    private static final int METADATA_LENGTH = 300;
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Amélie", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jürgen", "Kavya",
            "Liam", "Mateo", "Nadia", "Oskar", "Paula", "Qiang", "Rosa", "Søren", "Tomás", "Uma", "Vera", "Wanda",
            "Xenia", "Yusuf", "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Abe",
            "Bauer",
            "Costa",
            "Dubois",
            "Eriksen",
            "Fischer",
            "García",
            "Haddad",
            "Ivanova",
            "Jansen",
            "Kaya",
            "Lindqvist",
            "Mbeki",
            "Novák",
            "Okafor",
            "Park",
            "Quispe",
            "Rossi",
            "Silva",
            "Tanaka",
            "Usman",
            "Varga",
            "Weiß",
            "Xu",
            "Yılmaz",
            "Zhang");
    private static final List<String> DOMAINS = List.of(
            "mail.example", "post.example", "inbox.example", "letters.example", "north.example", "harbour.example");
    private static final List<String> PLANS = List.of("free", "team", "business");
    private static final List<String> WORDS = List.of(
            "asked", "about", "the", "invoice", "of", "last", "month", "prefers", "calls", "before", "noon", "and",
            "wants", "a", "copy", "by", "letter");

    static List<String> roles() {
        return IntStream.range(0, ROLES).mapToObj(Population::role).toList();
    }

    static String role(int number) {
        return "role-%02d".formatted(number);
    }

    /** What a role gives: each permission is given by one role. */
    static Set<String> permissions(String role) {
        var all = new TreeSet<String>();
        for (int i = 0; i < PERMISSIONS; i++) {
            all.add(role + ":action-" + i);
        }
        return all;
    }

    Person person(int number) {
        String first = pick(FIRST_NAMES, number, 1);
        String last = number % Math.max(1, size / 10) == 7 ? RARE_NAME : pick(LAST_NAMES, number, 2);
        long joinedAt = joinedAt(number);
        boolean hasSessions = hasSessions(number);
        return new Person(
                number,
                id(number),
                first + " " + last,
                email(number),
                bits(number, 4) % 5 == 0 ? "+4930%08d".formatted(number) : null,
                joinedAt,
                hasSessions ? NOW.toEpochMilli() : joinedAt,
                bits(number, 5) % 10 != 0,
                bits(number, 6) % 20 == 0 ? List.of(SECOND_TENANT, "public") : List.of("public"),
                rolesOf(number),
                metadata(number),
                hasSessions ? SESSIONS : 0);
    }

    String email(int number) {
        String domain = number % 40 == 3 ? SHARED_DOMAIN : pick(DOMAINS, number, 3);
        return "user%d.%s@%s".formatted(number, Long.toString(bits(number, 7) & 0xffffff, 36), domain);
    }

    /** An id of version 7 for the time of joining, so that the ids are in the order of joining. */
    String id(int number) {
        return uuid(number, 0);
    }

    /** The id of the password as a way to sign in. */
    String methodId(int number) {
        return uuid(number, 1);
    }

    /** The users with sessions are spread evenly. */
    boolean hasSessions(int number) {
        return number % 10 == 5;
    }

    /** A user with sessions. */
    int withSessions(int any) {
        return Math.min(any / 10 * 10 + 5, (size - 6) / 10 * 10 + 5);
    }

    String sessionHandle(int number, int session) {
        return uuid(number, 2 + session);
    }

    /** What the client sends: a selector of 22 characters, a dot, a secret of 43. */
    String sessionToken(int number, int session) {
        String selector = base64(16, number, 20 + session);
        return selector + "." + base64(32, number, 30 + session);
    }

    List<String> rolesOf(int number) {
        int one = (int) (bits(number, 8) % ROLES);
        int other = (int) (bits(number, 9) % ROLES);
        boolean isTwo = bits(number, 10) % 2 == 0 && one != other;
        return isTwo ? List.of(role(Math.min(one, other)), role(Math.max(one, other))) : List.of(role(one));
    }

    private long joinedAt(int number) {
        long step = Math.max(1, SPAN.toMillis() / size);
        return NOW.toEpochMilli() - (size - number) * step;
    }

    private String metadata(int number) {
        var text = new StringBuilder("{\"plan\":\"%s\",\"seats\":%d,\"newsletter\":%b,\"note\":\""
                .formatted(pick(PLANS, number, 11), bits(number, 12) % 50, bits(number, 13) % 2 == 0));
        var words = new ArrayList<String>();
        for (int i = 14; text.length() + String.join(" ", words).length() < METADATA_LENGTH - 2; i++) {
            words.add(pick(WORDS, number, i));
        }
        text.append(String.join(" ", words)).setLength(METADATA_LENGTH - 2);
        return text.append("\"}").toString();
    }

    private String uuid(int number, int counter) {
        long high = joinedAt(number) << 16 | 0x7000 | counter;
        long low = bits(number, 100 + counter) >>> 1 | 1L << 63;
        return new UUID(high, low).toString();
    }

    private String base64(int bytes, int number, int what) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(16)
                            .putLong(seed)
                            .putInt(number)
                            .putInt(what)
                            .array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private <T> T pick(List<T> list, int number, int what) {
        return list.get((int) (bits(number, what) % list.size()));
    }

    /** 63 bits, evenly spread (the last steps of SplitMix64). */
    private long bits(int number, int what) {
        long z = seed + number * 0x9E3779B97F4A7C15L + what * 0xD1B54A32D192ED03L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (z ^ z >>> 31) >>> 1;
    }
}
