package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.storage.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A script of one component, as it runs on one engine.
 *
 * @param component {@code core} or a recipe's id
 * @param name as in {@code V001__create_users.sql}
 * @param statements in order, without their semicolons
 */
record SqlScript(String component, String name, List<String> statements) {

    /** Reads a script from the best folder for the engine. */
    static SqlScript load(String component, Class<?> owner, String name, Dialect dialect) {
        for (String folder : dialect.scriptFolders()) {
            String path = "/META-INF/userdeck/" + component + "/" + folder + "/" + name;
            try (InputStream in = owner.getResourceAsStream(path)) {
                if (in != null) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    return new SqlScript(
                            component,
                            name,
                            SqlStatements.split(text).stream()
                                    .map(dialect::adapt)
                                    .toList());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read " + path, e);
            }
        }
        throw new ConfigurationException("The script META-INF/userdeck/%s/common/%s is not in the jar of %s"
                .formatted(component, name, owner.getName()));
    }

    /** What a statement's history row holds, so that a later edit is noticed. */
    static String checksum(String statement) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(statement.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
