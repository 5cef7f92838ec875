package dev.userdeck.servlet.internal.openapi;

import dev.userdeck.audit.AuditActions;
import dev.userdeck.libs.tools.jackson.databind.JsonNode;
import dev.userdeck.libs.tools.jackson.databind.json.JsonMapper;
import dev.userdeck.libs.tools.jackson.databind.node.ArrayNode;
import dev.userdeck.libs.tools.jackson.databind.node.JsonNodeFactory;
import dev.userdeck.libs.tools.jackson.databind.node.ObjectNode;
import dev.userdeck.servlet.internal.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examples of what is sent and taken, made from the schemas: each has all members, with what members of such names hold. */
final class Examples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper READER = new JsonMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String ID = "01a22d4a-9993-7000-a6f0-08dfb94c30db";
    private static final String CURSOR = "eyJrIjpbImFkYSJdfQ";

    private static final Map<String, String> BY_FORMAT = Map.of(
            "date-time", "2026-11-30T09:30:00Z",
            "date", "2026-11-30",
            "duration", "PT1H",
            "uri", "https://app.example.org/");

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("action", AuditActions.USER_CREATED),
            Map.entry("code", "email-taken"),
            Map.entry("confirm", "kim@example.com"),
            Map.entry("currentPassword", "violet kettle on the 9th shelf"),
            Map.entry("day", "2026-11-30"),
            Map.entry("description", "May give money back"),
            Map.entry("email", "kim@example.com"),
            Map.entry("etag", "\"3\""),
            Map.entry("externalId", "crm-1815"),
            Map.entry("from", ID),
            Map.entry("handle", ID),
            Map.entry("id", ID),
            Map.entry("ip", "192.0.2.7"),
            Map.entry("json", "{\"loyalty\": {\"points\": 3}}"),
            Map.entry("link", "https://app.example.org/reset#token=ORa9JyNQW37uTmEspCjm3t1stv6nDPsy3PpFdKwt978"),
            Map.entry("message", "Another user has this email."),
            Map.entry("name", "Kim Lindgren"),
            Map.entry("nextCursor", CURSOR),
            Map.entry("password", "plum tundra violet 47"),
            Map.entry("permissions", "ticket:refund"),
            Map.entry("phone", "+442079460123"),
            Map.entry("previousCursor", CURSOR),
            Map.entry("provider", "google"),
            Map.entry("reason", "Asked for a break"),
            Map.entry("roles", "refund-agent"),
            Map.entry("tenant", "public"),
            Map.entry("tenants", "public"),
            Map.entry("token", "ORa9JyNQW37uTmEspCjm3t1stv6nDPsy3PpFdKwt978"),
            Map.entry("until", "2031-01-31T08:00:00Z"),
            Map.entry("userAgent", "Mozilla/5.0 (X11; Linux x86_64)"),
            Map.entry("users", ID));

    private final ObjectNode schemas;
    private final ObjectNode components = NODES.objectNode();

    /** Of these schemas, by name. */
    Examples(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** All shared examples so far. */
    ObjectNode components() {
        return components;
    }

    /** Adds one to a media type that has a schema; that of a named schema is shared. */
    void add(ObjectNode mediaType) {
        JsonNode schema = mediaType.path("schema");
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            JsonNode value = value(schema, "", new ArrayDeque<>());
            add(mediaType, value == null ? NODES.nullNode() : value);
            return;
        }
        String name = reference.substring(SCHEMAS.length());
        if (!components.has(name)) {
            components.putObject(name).set("value", value(schema, "", new ArrayDeque<>()));
        }
        mediaType.putObject("examples").putObject("example").put("$ref", "#/components/examples/" + name);
    }

    /** Adds this one, as it is written. */
    static void add(ObjectNode mediaType, Object example) {
        JsonNode value = example instanceof JsonNode made ? made : READER.readTree(new Json().write(example));
        mediaType.putObject("examples").putObject("example").set("value", value);
    }

    /** Null where a schema holds itself, which has to end somewhere. */
    private @Nullable JsonNode value(JsonNode schema, String name, Deque<String> within) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            if (within.contains(reference)) {
                return null;
            }
            within.push(reference);
            JsonNode value = value(schemas.path(reference.substring(SCHEMAS.length())), name, within);
            within.pop();
            return value;
        }
        for (String either : new String[] {"oneOf", "anyOf"}) {
            if (schema.has(either)) {
                return value(schema.path(either).get(0), name, within);
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        return schema.has("enum") ? schema.get("enum").get(0) : ofType(schema, name, within);
    }

    private @Nullable JsonNode ofType(JsonNode schema, String name, Deque<String> within) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asString() : type.asString("string")) {
            case "object" -> object(schema, name, within);
            case "array" -> array(schema, name, within);
            case "integer", "number" ->
                NODES.numberNode(Math.max(3, schema.path("minimum").asInt(3)));
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(schema, name));
        };
    }

    private static String text(JsonNode schema, String name) {
        String ofFormat = BY_FORMAT.get(schema.path("format").asString(""));
        return ofFormat == null ? BY_NAME.getOrDefault(name, name.isEmpty() ? "text" : name) : ofFormat;
    }

    private ObjectNode object(JsonNode schema, String name, Deque<String> within) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").forEachEntry((member, of) -> put(object, member, value(of, member, within)));
        if (schema.path("additionalProperties").isObject()) {
            put(object, "key", value(schema.path("additionalProperties"), name, within));
        }
        return object;
    }

    private static void put(ObjectNode object, String member, @Nullable JsonNode value) {
        if (value != null) {
            object.set(member, value);
        }
    }

    private ArrayNode array(JsonNode schema, String name, Deque<String> within) {
        ArrayNode array = NODES.arrayNode();
        JsonNode item = value(schema.path("items"), name, within);
        return item == null ? array : array.add(item);
    }
}
