package dev.userdeck.benchmarks;

import dev.userdeck.internal.password.PasswordHasher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A population as a file in JSON Lines, as another product would hand its users out. */
final class UsersFile {
    private static final String PREFIX = "crm-";

    /** Everybody's, ready: to hash a million passwords would take a day. */
    private final String hash = new PasswordHasher(null).hash(Population.PASSWORD);

    private final Population population;

    UsersFile(Population population) {
        this.population = population;
    }

    /** What the other product calls a user. */
    static String externalId(int number) {
        return String.format(Locale.ROOT, "%s%09d", PREFIX, number);
    }

    /** Whose external id this is. */
    static int number(String externalId) {
        return Integer.parseInt(externalId.substring(PREFIX.length()));
    }

    /** Writes the first of them. */
    void write(Path file, int users) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int number = 0; number < users; number++) {
                writer.write(line(population.person(number)));
                writer.write('\n');
            }
        }
    }

    /** Nothing in it needs an escape. */
    private String line(Person person) {
        var line = new StringBuilder();
        member(line, "externalId", quoted(externalId(person.number())));
        member(line, "name", quoted(person.name()));
        member(line, "email", quoted(person.email()));
        if (person.phone() != null) {
            member(line, "phone", quoted(person.phone()));
        }
        member(line, "passwordHash", quoted(hash));
        member(line, "joinedAt", Long.toString(person.joinedAt()));
        if (person.lastSeenAt() > 0) {
            member(line, "lastSeenAt", Long.toString(person.lastSeenAt()));
        }
        member(line, "tenants", list(person.tenants().stream().map(UsersFile::quoted)));
        member(
                line,
                "roles",
                list(person.roles().stream()
                        .map(role -> "{\"role\":\"%s\",\"tenants\":[\"public\"]}".formatted(role))));
        member(line, "metadata", person.metadata());
        member(line, "emailVerified", Boolean.toString(person.isVerified()));
        return line.append('}').toString();
    }

    private static void member(StringBuilder line, String name, String json) {
        line.append(line.isEmpty() ? '{' : ',').append(quoted(name)).append(':').append(json);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String list(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }
}
