package dev.userdeck.servlet.internal.openapi;

import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.libs.tools.jackson.databind.node.ArrayNode;
import dev.userdeck.libs.tools.jackson.databind.node.JsonNodeFactory;
import dev.userdeck.libs.tools.jackson.databind.node.ObjectNode;
import dev.userdeck.operator.Permission;
import dev.userdeck.servlet.internal.RouteTable.Mounted;
import java.util.Locale;
import java.util.TreeSet;

/** Describes routes, each as an operation. */
final class Operations {
    private static final String DESCRIPTION = "description";
    private static final String RECIPES = "/recipes/";
    private static final String USER = "userId";
    private static final String IF_MATCH = "IfMatch";
    private static final String FETCH_SITE = "FetchSite";

    private final Schemas schemas;
    private final ProblemResponses problems;
    private final Examples examples;
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();

    Operations(Schemas schemas, ProblemResponses problems, Examples examples) {
        this.schemas = schemas;
        this.problems = problems;
        this.examples = examples;
    }

    /** All shared parameters so far. */
    ObjectNode components() {
        return components;
    }

    /** The member of a path that the operation is. */
    static String method(Mounted mounted) {
        return mounted.route().method().name().toLowerCase(Locale.ROOT);
    }

    /** The recipe, or what core's route is about. */
    static String tag(Mounted mounted) {
        String path = mounted.path();
        String named = path.startsWith(RECIPES) ? path.substring(RECIPES.length()) : path.substring(1);
        return named.split("[/.]", 2)[0];
    }

    ObjectNode operation(Mounted mounted) {
        Route route = mounted.route();
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", id(mounted));
        operation.putArray("tags").add(tag(mounted));
        String summary = route.summary();
        operation.put("summary", summary == null ? route.method() + " " + mounted.path() : summary);
        operation.put(DESCRIPTION, description(route));
        if (route.audience() == Audience.PUBLIC) {
            operation.putArray("security");
        }
        Permission permission = route.permission();
        if (permission != null) {
            operation.put("x-permission", permission.name());
            operation.put("x-scope", route.scopeKind().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        Class<?> taken = route.requestType();
        if (taken != null) {
            body(operation.putObject("requestBody"), route, taken);
        }
        ObjectNode responses = operation.putObject("responses");
        success(responses.putObject(Integer.toString(route.status())), route);
        problems.add(responses, mounted);
        return operation;
    }

    /** The method and the words of the path, as in {@code getUsersByUserIdSessions}. */
    private static String id(Mounted mounted) {
        var id = new StringBuilder(method(mounted));
        for (String segment : mounted.path().split("[/._-]+", -1)) {
            boolean named = segment.startsWith("{");
            String word = named ? segment.substring(1, segment.length() - 1) : segment;
            if (!word.isEmpty()) {
                id.append(named ? "By" : "")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static String description(Route route) {
        Permission permission = route.permission();
        if (permission == null) {
            return route.audience() == Audience.USER ? "For users who are signed in." : "For everybody.";
        }
        return "Needs the permission `" + permission + "`, which operators have from "
                + permission.from() + " on. "
                + switch (route.scopeKind()) {
                    case APP -> "For operators of all tenants.";
                    case TENANTS -> "Keeps to the operator's tenants.";
                    case ONE_USER ->
                        route.concernsWholeUser()
                                ? "Takes an operator for all of the user's tenants."
                                : "For users of the operator's tenants.";
                    case USER_IN_TENANTS -> "For users of the operator's tenants; touches nothing of the others.";
                };
    }

    private ArrayNode parameters(Route route) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        if (route.scopeKind().isOfUser()) {
            parameters.add(shared("UserId", USER, "path", true, "The id of a user."));
        }
        for (Parameter<?> parameter : route.parameters()) {
            if (!route.scopeKind().isOfUser() || !parameter.name().equals(USER)) {
                parameters.add(parameter(parameter));
            }
        }
        if (route.needsIfMatch()) {
            parameters.add(shared(IF_MATCH, "If-Match", "header", true, "The `ETag` of what was read."));
        }
        if (!route.method().isSafe()) {
            parameters.add(shared(
                    FETCH_SITE,
                    "Sec-Fetch-Site",
                    "header",
                    false,
                    "Browsers send it themselves. Others send `same-origin`, or an `Origin` of ours."));
        }
        return parameters;
    }

    private ObjectNode shared(String component, String name, String in, boolean required, String words) {
        if (!components.has(component)) {
            ObjectNode shared = components.putObject(component);
            shared.put("name", name).put("in", in).put("required", required).put(DESCRIPTION, words);
            shared.putObject("schema").put("type", "string");
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/parameters/" + component);
    }

    private static ObjectNode parameter(Parameter<?> parameter) {
        boolean inPath = parameter.in() == Parameter.In.PATH;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", parameter.name()).put("in", inPath ? "path" : "query").put("required", inPath);
        ObjectNode schema = node.putObject("schema");
        Object fallback = parameter.fallback();
        if (parameter.type() == Integer.class) {
            schema.put("type", "integer").put("minimum", parameter.minimum()).put("maximum", parameter.maximum());
        } else if (parameter.type() == Boolean.class) {
            schema.put("type", "boolean");
        } else if (!parameter.choices().isEmpty()) {
            ObjectNode choice = schema;
            if (parameter.several()) {
                node.put("style", "form").put("explode", false);
                choice = schema.put("type", "array").put("minItems", 1).putObject("items");
            }
            choice.put("type", "string");
            parameter.choices().forEach(choice.putArray("enum")::add);
        } else {
            schema.put("type", "string").put("minLength", parameter.minimum()).put("maxLength", parameter.maximum());
        }
        if (fallback instanceof Integer number) {
            schema.put("default", number);
        } else if (fallback instanceof Boolean flag) {
            schema.put("default", flag);
        } else if (fallback != null) {
            schema.put("default", fallback.toString());
        }
        return node;
    }

    private void body(ObjectNode body, Route route, Class<?> taken) {
        body.put("required", true);
        body.put(DESCRIPTION, "At most %,d bytes.".formatted(route.maxBodyBytes()));
        body.put("x-max-bytes", route.maxBodyBytes());
        ObjectNode content = body.putObject("content");
        if (route.takes().isEmpty()) {
            ObjectNode json = content.putObject("application/json");
            json.set("schema", schemas.taken(taken));
            Object example = route.example();
            if (example == null) {
                examples.add(json);
            } else {
                Examples.add(json, example);
            }
        }
        new TreeSet<>(route.takes())
                .forEach(type -> content.putObject(type).putObject("schema").put("type", "string"));
    }

    private void success(ObjectNode response, Route route) {
        Class<?> sent = route.responseType();
        response.put(
                DESCRIPTION, sent == null && route.streams().isEmpty() ? "Done; there is nothing to tell." : "Done.");
        if (route.sendsETag()) {
            ObjectNode header = response.putObject("headers").putObject("ETag");
            header.put(DESCRIPTION, "The version of it.");
            header.putObject("schema").put("type", "string");
        }
        if (sent != null) {
            ObjectNode json = response.putObject("content").putObject("application/json");
            json.set("schema", schemas.sent(sent, route.responseItemType()));
            examples.add(json);
        }
        if (!route.streams().isEmpty()) {
            ObjectNode content = response.putObject("content");
            for (String streamed : route.streams()) {
                String type = streamed.split(";", 2)[0];
                content.putObject(type).putObject("schema").put("type", type.endsWith("/json") ? "object" : "string");
            }
        }
    }
}
