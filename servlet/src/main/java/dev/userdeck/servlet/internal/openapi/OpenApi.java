package dev.userdeck.servlet.internal.openapi;

import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.libs.tools.jackson.databind.node.JsonNodeFactory;
import dev.userdeck.libs.tools.jackson.databind.node.ObjectNode;
import dev.userdeck.servlet.internal.Json;
import dev.userdeck.servlet.internal.RouteTable;
import dev.userdeck.servlet.internal.RouteTable.Mounted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes the routes of a table as an OpenAPI 3.1 document: the same for the same routes, to the byte. */
public final class OpenApi {
    private static final String DESCRIPTION = "description";

    /**
     * What the document says of the API as a whole.
     *
     * @param version of the API
     * @param description in CommonMark
     * @param tags what the groups of core's routes are about, by the first segment of their paths
     * @param logins how a caller is known: by one of them
     * @param problems what every route may answer with
     */
    public record About(
            String title,
            String version,
            String description,
            Map<String, String> tags,
            List<Login> logins,
            List<ProblemType> problems) {

        /** The version of our APIs. */
        public static final String VERSION = "0.1";

        /** What any route may answer with. */
        public static final List<ProblemType> ANY = List.of(
                ProblemType.INTERNAL, ProblemType.STORAGE_DAMAGED, ProblemType.STORAGE_UNAVAILABLE, ProblemType.BUSY);

        /** Copies the collections. */
        public About {
            tags = Map.copyOf(tags);
            logins = List.copyOf(logins);
            problems = List.copyOf(problems);
        }
    }

    /**
     * How a caller is known.
     *
     * @param scheme its name in the document
     * @param definition what the document says of it
     */
    public record Login(String scheme, Map<String, String> definition) {

        /** By a cookie of this name, or by what the host has. */
        public static Login cookie(String scheme, String cookie, String description) {
            return new Login(
                    scheme, Map.of("type", "apiKey", "in", "cookie", "name", cookie, DESCRIPTION, description));
        }

        /** By a token in the header {@code Authorization} (RFC 6750). */
        public static Login bearer(String scheme, String description) {
            return new Login(scheme, Map.of("type", "http", "scheme", "bearer", DESCRIPTION, description));
        }
    }

    private OpenApi() {}

    /** The document, as JSON in UTF-8. */
    public static byte[] of(About about, RouteTable table) {
        return new Json().write(document(about, table));
    }

    private static ObjectNode document(About about, RouteTable table) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        info(document.putObject("info"), about);
        document.putArray("servers").addObject().put("url", ".").put(DESCRIPTION, "Where this document is.");
        var security = document.putArray("security");
        about.logins().forEach(login -> security.addObject().putArray(login.scheme()));
        var tags = document.putArray("tags");
        var used = new TreeSet<String>();
        var schemas = new Schemas();
        var problems = new ProblemResponses(schemas, about.problems());
        var examples = new Examples(schemas.components());
        var operations = new Operations(schemas, problems, examples);
        var paths = new TreeMap<String, ObjectNode>();
        for (Mounted mounted : table.routes()) {
            used.add(Operations.tag(mounted));
            paths.computeIfAbsent(mounted.path(), path -> JsonNodeFactory.instance.objectNode())
                    .set(Operations.method(mounted), operations.operation(mounted));
        }
        used.forEach(tag -> tags.addObject().put("name", tag).put(DESCRIPTION, words(about, tag)));
        ObjectNode all = document.putObject("paths");
        paths.forEach(all::set);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.components());
        components.set("responses", problems.components());
        components.set("examples", examples.components());
        components.set("parameters", operations.components());
        ObjectNode schemes = components.putObject("securitySchemes");
        for (Login login : about.logins()) {
            ObjectNode scheme = schemes.putObject(login.scheme());
            new TreeMap<>(login.definition()).forEach(scheme::put);
        }
        return document;
    }

    private static void info(ObjectNode info, About about) {
        info.put("title", about.title()).put("version", about.version()).put(DESCRIPTION, about.description());
        info.putObject("contact").put("name", "Userdeck").put("url", "https://userdeck.dev");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    }

    private static String words(About about, String tag) {
        String words = about.tags().get(tag);
        return words == null ? "What the recipe " + tag + " adds." : words;
    }
}
