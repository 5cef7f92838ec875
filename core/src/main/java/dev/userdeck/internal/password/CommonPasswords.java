package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that attackers try first. */
final class CommonPasswords {
    private static final String RESOURCE = "common-passwords.txt";

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    /** Reads the list that is in the jar. */
    static CommonPasswords load() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE);
            }
            var lines = new BufferedReader(new InputStreamReader(in, UTF_8)).lines();
            return new CommonPasswords(
                    lines.filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + RESOURCE, e);
        }
    }

    /** Tells whether lower-case text is on the list, as it is, repeated, or dressed up with digits and signs at the ends. */
    boolean contains(String text) {
        String letters = text.replaceAll("[\\s._-]", "");
        return words.contains(letters)
                || words.contains(Patterns.unit(letters))
                || words.contains(letters.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""));
    }
}
