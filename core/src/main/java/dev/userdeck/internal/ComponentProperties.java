package dev.userdeck.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the jar of a component tells of it: in {@code META-INF/userdeck/<component>/about.properties}, or else in its manifest,
 * which one jar made of several has only one of.
 */
final class ComponentProperties {
    private final Class<?> owner;
    private final Properties properties;

    private ComponentProperties(Class<?> owner, Properties properties) {
        this.owner = owner;
        this.properties = properties;
    }

    static ComponentProperties of(Class<?> owner, String component) {
        return new ComponentProperties(owner, load(owner, "/META-INF/userdeck/" + component + "/about.properties"));
    }

    static Properties load(Class<?> owner, String path) {
        var properties = new Properties();
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
        return properties;
    }

    @Nullable
    String version() {
        String told = properties.getProperty("version");
        return told == null ? owner.getPackage().getImplementationVersion() : told;
    }

    String versionOr(String otherwise) {
        String version = version();
        return version == null ? otherwise : version;
    }

    String get(String name) {
        return properties.getProperty(name, "");
    }
}
