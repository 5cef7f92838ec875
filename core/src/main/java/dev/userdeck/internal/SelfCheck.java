package dev.userdeck.internal;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.libs.tools.jackson.core.JsonGenerator;
import dev.userdeck.libs.tools.jackson.core.ObjectWriteContext;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URL;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Whether Userdeck's jars belong together, so that a clash is told at the start and not when somebody first needs them. */
final class SelfCheck {
    private static final List<String> ARTIFACTS = List.of(
            "userdeck-core",
            "userdeck-libs",
            "userdeck-mail-smtp",
            "userdeck-servlet",
            "userdeck-dashboard-servlet",
            "userdeck-spring-boot-starter",
            "userdeck-recipe-userroles",
            "userdeck-recipe-usermetadata",
            "userdeck-recipe-emailverification");

    private SelfCheck() {}

    /**
     * Compares versions, then renders one statement and writes one document.
     *
     * @throws ConfigurationException with the versions that are there
     */
    static void run(ClassLoader classes) {
        Map<String, String> versions = versions(classes);
        if (new HashSet<>(versions.values()).size() > 1) {
            throw new ConfigurationException("Userdeck's artifacts are of several versions: " + told(versions)
                    + ". Take all in one, as userdeck-bom has them");
        }
        try {
            renderAndWrite();
        } catch (LinkageError e) {
            throw new ConfigurationException(
                    "userdeck-libs is not the one that userdeck-core needs (found: " + told(versions)
                            + "; it comes from " + home() + "). Take both in one version, as userdeck-bom has them",
                    e);
        }
    }

    private static void renderAndWrite() {
        // The names are of our copy alone: a host that has a jOOQ of its own keeps its greeting.
        System.setProperty("dev.userdeck.libs.org.jooq.no-logo", "true");
        System.setProperty("dev.userdeck.libs.org.jooq.no-tips", "true");
        DSL.selectOne().getSQL();
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), new StringWriter())) {
            generator.writeStartObject();
            generator.writeEndObject();
        }
    }

    /** By artifact. Empty where they were not made by Maven, as in an IDE. */
    private static Map<String, String> versions(ClassLoader classes) {
        var found = new LinkedHashMap<String, String>();
        for (String artifact : ARTIFACTS) {
            URL file = classes.getResource("META-INF/maven/dev.userdeck/" + artifact + "/pom.properties");
            if (file != null) {
                found.put(artifact, version(file));
            }
        }
        return found;
    }

    private static String version(URL file) {
        var properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new ConfigurationException("A jar of Userdeck can't be read: " + file, e);
        }
        return properties.getProperty("version", "of no version");
    }

    private static String told(Map<String, String> versions) {
        return versions.isEmpty()
                ? "no versions"
                : versions.entrySet().stream()
                        .map(entry -> entry.getKey() + ' ' + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String home() {
        CodeSource source = DSL.class.getProtectionDomain().getCodeSource();
        return source == null ? "an unknown place" : String.valueOf(source.getLocation());
    }
}
