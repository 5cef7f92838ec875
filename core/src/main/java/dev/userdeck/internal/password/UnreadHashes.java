package dev.userdeck.internal.password;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names what a hash seems to be that can't be read, so that whoever brings it knows what to do. */
final class UnreadHashes {
    private static final String UNKNOWN = "This is no password hash of a kind that can be checked.";

    private static final List<Kind> KINDS = List.of(
            kind("\\$argon2d\\$.*", "Argon2d"),
            kind("\\$pbkdf2(-sha1)?\\$.*|pbkdf2_sha1\\$.*|\\{PKCS5S2\\}.*", "PBKDF2 with SHA-1"),
            kind("\\$bcrypt-sha256\\$.*|bcrypt_sha256\\$.*", "bcrypt of a SHA-256 hash"),
            kind("\\$wp\\$2y\\$.*", "bcrypt of a SHA-384 hash, as WordPress makes it"),
            kind("\\$[PH]\\$.*", "a phpass hash, as WordPress made it"),
            kind("\\$y\\$.*|\\$gy\\$.*", "yescrypt"),
            kind("\\$1\\$.*|\\$apr1\\$.*|\\$5\\$.*|\\$6\\$.*", "a hash by MD5-crypt or SHA-crypt"),
            kind(
                    "\\{SSHA\\}.*|sha1\\$.*|md5\\$.*|(?:[0-9a-f]{32}){1,4}|[0-9a-f]{40}",
                    "a plain hash, too quick to be safe"),
            prefix("\\{([A-Za-z0-9@_.-]{1,40})\\}.*", "The word in braces before this hash is not read"),
            prefix("(argon2|bcrypt)\\$.*", "The word that Django puts before this hash is not read"),
            prefix("\\$shiro\\d\\$.*", "What Shiro puts before this hash is not read"),
            settings("\\$argon2(id|i)\\$.*", "Argon2", "m=…,t=…,p=… in this order, 262144 KiB and 16 lanes at most"),
            settings("\\$2[abxy]?\\$.*", "bcrypt", "$2a$, $2b$ or $2y$ and a cost of 4 to 15"),
            settings("\\$scrypt\\$.*|\\$s0\\$.*", "scrypt", "ln=…,r=…,p=… in this order, 256 MiB at most"),
            settings("\\$?pbkdf2[-_]sha(256|512)\\$.*", "PBKDF2", "4,000,000 rounds at most"),
            new Kind(
                    matching("\\$firebase-scrypt\\$.*"),
                    "A hash of Firebase is read after firebaseScrypt(…) with the parameters of its project."));

    private record Kind(Predicate<String> is, String message) {}

    private UnreadHashes() {}

    /** Why a hash is refused that none of the forms fits. */
    static HashRefusal refusal(String hash) {
        return new HashRefusal(
                "password-hash-unreadable",
                KINDS.stream()
                        .filter(kind -> kind.is().test(hash))
                        .findFirst()
                        .map(Kind::message)
                        .orElse(UNKNOWN));
    }

    private static Kind kind(String form, String name) {
        return new Kind(matching(form), "This is " + name + ", which is not read.");
    }

    private static Kind prefix(String form, String problem) {
        return new Kind(matching(form), problem + ": leave it out if what follows is of a form that is.");
    }

    private static Kind settings(String form, String name, String read) {
        return new Kind(matching(form), "This begins as " + name + " does, but is not read: it needs " + read + ".");
    }

    private static Predicate<String> matching(String form) {
        return Pattern.compile(form, Pattern.DOTALL).asMatchPredicate();
    }
}
