package dev.userdeck.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The URL of an H2 database. */
final class H2Url {
    private static final String PREFIX = "jdbc:h2:";
    private static final String FILE = "file:";
    /** A kind of database, as in {@code mem:} or {@code tcp:}; one letter is a drive. */
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]+:.*");

    private H2Url() {}

    /** The file that it names, without its suffix; empty if it is in memory, on a server, of another
     * kind than a plain file, or below the home folder, which is the environment's to say. */
    static Optional<Path> file(String url) {
        if (!url.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return Optional.empty();
        }
        String name = url.substring(PREFIX.length());
        int settings = name.indexOf(';');
        String path = settings < 0 ? name : name.substring(0, settings);
        if (path.toLowerCase(Locale.ROOT).startsWith(FILE)) {
            path = path.substring(FILE.length());
        }
        if (path.isEmpty() || path.startsWith("~") || KIND.matcher(path).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
