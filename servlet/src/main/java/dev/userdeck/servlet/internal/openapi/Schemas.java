package dev.userdeck.servlet.internal.openapi;

import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonValue;
import dev.userdeck.libs.tools.jackson.databind.node.JsonNodeFactory;
import dev.userdeck.libs.tools.jackson.databind.node.ObjectNode;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.servlet.internal.EnumNames;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas of the types that are sent and taken, as {@code Json} writes and reads them. Records are named: the schema of
 * each stands once among the components.
 */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TYPE = "type";
    /** Ids, which are written as text. */
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, UserId.class, TenantId.class, SessionHandle.class, RecipeId.class);

    private static final Map<Class<?>, Consumer<ObjectNode>> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, schema -> schema.put(TYPE, "boolean")),
            Map.entry(Boolean.class, schema -> schema.put(TYPE, "boolean")),
            Map.entry(int.class, schema -> of(schema, "integer", "int32")),
            Map.entry(Integer.class, schema -> of(schema, "integer", "int32")),
            Map.entry(long.class, schema -> of(schema, "integer", "int64")),
            Map.entry(Long.class, schema -> of(schema, "integer", "int64")),
            Map.entry(double.class, schema -> of(schema, "number", "double")),
            Map.entry(Double.class, schema -> of(schema, "number", "double")),
            Map.entry(Instant.class, schema -> of(schema, "string", "date-time")),
            Map.entry(LocalDate.class, schema -> of(schema, "string", "date")),
            Map.entry(Duration.class, schema -> of(schema, "string", "duration")));

    /** Which way a value goes: what may be null is left out when it is sent, and may be sent as null. */
    enum Way {
        SENT,
        TAKEN
    }

    private record Key(Class<?> type, Way way) {}

    private final ObjectNode components = NODES.objectNode();
    private final Map<Key, String> names = new HashMap<>();

    /** All named schemas so far. */
    ObjectNode components() {
        return components;
    }

    /** Adds a schema of another origin under its name. */
    ObjectNode named(String name) {
        return components.putObject(name);
    }

    /** What leads to the schema of this name. */
    static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** The schema of what a route answers. */
    ObjectNode sent(Class<?> type, @Nullable Class<?> itemType) {
        if (itemType == null) {
            return of(type, Way.SENT);
        }
        return type == Page.class ? page(itemType) : listOf(of(itemType, Way.SENT));
    }

    /** The schema of what a route takes. */
    ObjectNode taken(Class<?> type) {
        return of(type, Way.TAKEN);
    }

    private ObjectNode page(Class<?> itemType) {
        String name = nameOf(itemType) + "Page";
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put(TYPE, "object");
            schema.putArray("required").add("items");
            ObjectNode members = schema.putObject("properties");
            members.set("items", listOf(of(itemType, Way.SENT)));
            members.putObject("nextCursor").put(TYPE, "string");
            members.putObject("previousCursor").put(TYPE, "string");
        }
        return reference(name);
    }

    private ObjectNode of(Class<?> type, Way way) {
        ObjectNode schema = NODES.objectNode();
        Consumer<ObjectNode> scalar = SCALARS.get(type);
        if (scalar != null) {
            scalar.accept(schema);
        } else if (TEXTS.contains(type)) {
            schema.put(TYPE, "string");
        } else if (type.isEnum()) {
            schema.put(TYPE, "string");
            var values = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(EnumNames.of((Enum<?>) value)));
        } else if (type.isRecord() || type.isSealed()) {
            RecordComponent only = onlyValue(type);
            return only == null ? reference(name(type, way)) : of(only.getAnnotatedType(), way);
        } else if (Number.class.isAssignableFrom(type)) {
            schema.put(TYPE, "number");
        } else if (Collection.class.isAssignableFrom(type)) {
            schema.put(TYPE, "array").putObject("items");
        } else if (Map.class.isAssignableFrom(type)) {
            schema.put(TYPE, "object");
        }
        return schema;
    }

    /** With the types that it is of, and null where it may be sent. */
    private ObjectNode of(AnnotatedType annotated, Way way) {
        ObjectNode schema = annotated instanceof AnnotatedParameterizedType parameterized
                ? ofParameterized(parameterized, way)
                : of((Class<?>) annotated.getType(), way);
        return way == Way.TAKEN && annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private ObjectNode ofParameterized(AnnotatedParameterizedType parameterized, Way way) {
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        var raw = (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
        if (raw == Optional.class) {
            return of(arguments[0], way);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return listOf(of(arguments[0], way));
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode schema = NODES.objectNode().put(TYPE, "object");
            schema.set("additionalProperties", of(arguments[1], way));
            return schema;
        }
        return of(raw, way);
    }

    private String name(Class<?> type, Way way) {
        String known = names.get(new Key(type, way));
        if (known != null) {
            return known;
        }
        String name = free(type, way);
        names.put(new Key(type, way), name);
        ObjectNode schema = components.putObject(name);
        if (type.isRecord()) {
            members(schema.put(TYPE, "object"), type, way);
        } else {
            alternatives(schema, type, way);
        }
        return name;
    }

    private void members(ObjectNode schema, Class<?> type, Way way) {
        var required = NODES.arrayNode();
        ObjectNode members = schema.putObject("properties");
        for (RecordComponent part : type.getRecordComponents()) {
            ObjectNode member = of(part.getAnnotatedType(), way);
            Answers answers = part.getAnnotation(Answers.class);
            if (answers != null) {
                member.set("x-answers", sent(answers.value(), answers.of() == Void.class ? null : answers.of()));
            }
            members.set(part.getName(), member);
            if (isRequired(part, way)) {
                required.add(part.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (way == Way.TAKEN) {
            schema.put("additionalProperties", false);
        }
    }

    /** What a record is written as by itself; null for one with members. */
    private static @Nullable RecordComponent onlyValue(Class<?> type) {
        return !type.isRecord()
                ? null
                : Arrays.stream(type.getRecordComponents())
                        .filter(part -> part.getAccessor().isAnnotationPresent(JsonValue.class))
                        .findFirst()
                        .orElse(null);
    }

    /** A number or flag that isn't sent to us is 0 or false. */
    private static boolean isRequired(RecordComponent part, Way way) {
        return !part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && part.getType() != Optional.class
                && !(way == Way.TAKEN && part.getType().isPrimitive());
    }

    /** One of several records; told apart by the member that Jackson adds. Without one a value may look like several. */
    private void alternatives(ObjectNode schema, Class<?> type, Way way) {
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
        if (info == null || kinds == null) {
            var anyOf = schema.putArray("anyOf");
            for (Class<?> each : type.getPermittedSubclasses()) {
                anyOf.add(of(each, way));
            }
            return;
        }
        var oneOf = schema.putArray("oneOf");
        ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", info.property());
        ObjectNode mapping = discriminator.putObject("mapping");
        for (JsonSubTypes.Type kind : kinds.value()) {
            String name = name(kind.value(), way);
            oneOf.add(reference(name));
            mapping.put(kind.name(), "#/components/schemas/" + name);
            tell(name, info.property(), kind.name());
        }
    }

    private void tell(String name, String member, String kind) {
        var schema = (ObjectNode) components.get(name);
        schema.withObjectProperty("properties")
                .putObject(member)
                .put(TYPE, "string")
                .put("const", kind);
        schema.withArrayProperty("required").insert(0, member);
    }

    /** The record's own name, unless another has it; one that is taken bears another than one that is sent. */
    private String free(Class<?> type, Way way) {
        String name = nameOf(type);
        if (way == Way.TAKEN && names.containsKey(new Key(type, Way.SENT))) {
            name += "Taken";
        }
        Class<?> outer = type.getEnclosingClass();
        if (components.has(name) && outer != null) {
            name = nameOf(outer) + name;
        }
        String whole = name;
        for (int number = 2; components.has(name); number++) {
            name = whole + number;
        }
        return name;
    }

    /** A {@code UserDocument} is a {@code User} out there. */
    private static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceFirst("Document$", "");
    }

    private static ObjectNode listOf(ObjectNode items) {
        ObjectNode schema = NODES.objectNode().put(TYPE, "array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        if (schema.has(TYPE) && !schema.has("enum")) {
            String type = schema.get(TYPE).asString();
            schema.putArray(TYPE).add(type).add("null");
            return schema;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(schema).addObject().put(TYPE, "null");
        return either;
    }

    private static void of(ObjectNode schema, String type, String format) {
        schema.put(TYPE, type).put("format", format);
    }
}
