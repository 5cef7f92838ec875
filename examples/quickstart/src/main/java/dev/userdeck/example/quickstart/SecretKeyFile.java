package dev.userdeck.example.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that second factors of operators are encrypted with, made at the first start. */
final class SecretKeyFile {
    private static final int BYTES = 32;

    private SecretKeyFile() {}

    static SecretKey in(Path folder) throws IOException {
        Path file = folder.resolve("secret.key");
        if (Files.notExists(file)) {
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(folder);
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return new SecretKeySpec(
                Base64.getDecoder().decode(Files.readString(file).strip()), "AES");
    }
}
