package dev.userdeck.dashboard.internal.ui;

import dev.userdeck.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The built front end, read and compressed once. A request can only name what is in this map, so no path, however it is
 * written, reaches the class path.
 */
public final class UiFiles {
    /** The list that the build writes beside the files: a class path has no directories to look into. */
    static final String LIST = "files.txt";

    private static final String BASE = "<base href=\"./\" />";
    private static final String LANGUAGE = "<html lang=\"en\">";
    /** By such an element the page names a file of words: those of the build, and those of the class path. */
    private static final String WORDS = "<meta name=\"userdeck-language\" content=\"%s\" data-words=\"./%s\" />";

    private static final Pattern BUILT = Pattern.compile("name=\"userdeck-language\" content=\"(\\w+)\"");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json");
    private static final List<String> COMPRESSIBLE = List.of(
            "text/javascript; charset=utf-8",
            "text/css; charset=utf-8",
            "image/svg+xml; charset=utf-8",
            "application/json");

    /** A file: its bytes, plain and, where that is smaller, compressed. */
    static final class File {
        private final String type;
        private final String hash;
        private final byte[] plain;
        private final byte @Nullable [] gzip;

        private File(String type, byte[] plain) {
            byte[] smaller = COMPRESSIBLE.contains(type) ? compressed(plain) : plain;
            this.type = type;
            this.hash = sha256(plain);
            this.plain = plain;
            this.gzip = smaller.length < plain.length ? smaller : null;
        }

        String type() {
            return type;
        }

        /** Of the plain bytes. */
        String hash() {
            return hash;
        }

        byte[] plain() {
            return plain;
        }

        /** Null where compression gains nothing. */
        byte @Nullable [] gzip() {
            return gzip;
        }
    }

    private final Map<String, File> assets;
    private final String head;
    private final String tail;

    private UiFiles(Map<String, File> assets, String head, String tail) {
        this.assets = Map.copyOf(assets);
        this.head = head;
        this.tail = tail;
    }

    /**
     * Reads the front end, if it was built.
     *
     * @param folder on the class path, as in {@code META-INF/userdeck/dashboard/}
     * @param translations what the class path adds to its words
     * @param language of the page, where the browser asks for none that there is
     * @throws ConfigurationException if a part of it is missing, or a file of words is not as it should be
     */
    public static Optional<UiFiles> load(
            ClassLoader loader, String folder, Translations translations, String language) {
        byte[] list = read(loader, folder + LIST);
        if (list == null) {
            return Optional.empty();
        }
        var assets = new HashMap<String, File>();
        for (String name : new String(list, StandardCharsets.UTF_8).lines().toList()) {
            if (name.startsWith("assets/")) {
                assets.put(name, file(name, required(loader, folder + name)));
            }
        }
        String shell = new String(required(loader, folder + "index.html"), StandardCharsets.UTF_8);
        int base = shell.indexOf(BASE);
        if (base < 0 || !shell.contains(LANGUAGE)) {
            throw new ConfigurationException("The dashboard's index.html lacks " + BASE + " or " + LANGUAGE);
        }
        var words = new StringBuilder();
        Set<String> built =
                BUILT.matcher(shell).results().map(found -> found.group(1)).collect(Collectors.toSet());
        translations.documents(built).forEach((spoken, document) -> {
            String name = "assets/" + spoken + "-" + sha256(document) + ".json";
            assets.put(name, file(name, document));
            words.append("\n    ").append(WORDS.formatted(spoken, name));
        });
        String head = shell.substring(0, base).replace(LANGUAGE, "<html lang=\"" + language + "\">");
        return Optional.of(new UiFiles(assets, head, words + shell.substring(base + BASE.length())));
    }

    /** A file by its path below the mount, as in {@code assets/index-4f2a.js}. */
    Optional<File> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The page, with its links relative to {@code base}: dots and slashes only. */
    byte[] shell(String base) {
        return (head + "<base href=\"" + base + "\" />" + tail).getBytes(StandardCharsets.UTF_8);
    }

    private static File file(String name, byte[] plain) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return new File(TYPES.getOrDefault(extension, "application/octet-stream"), plain);
    }

    private static byte[] required(ClassLoader loader, String path) {
        byte[] bytes = read(loader, path);
        if (bytes == null) {
            throw new ConfigurationException("The dashboard's jar is incomplete: " + path + " is missing");
        }
        return bytes;
    }

    private static byte @Nullable [] read(ClassLoader loader, String path) {
        try (InputStream stream = loader.getResourceAsStream(path)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new ConfigurationException("Could not read " + path, e);
        }
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 2);
        try (var out = new BestGzip(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class BestGzip extends GZIPOutputStream {
        private BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
