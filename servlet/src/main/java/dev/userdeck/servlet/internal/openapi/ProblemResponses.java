package dev.userdeck.servlet.internal.openapi;

import static java.util.stream.Collectors.joining;

import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import dev.userdeck.libs.tools.jackson.databind.node.JsonNodeFactory;
import dev.userdeck.libs.tools.jackson.databind.node.ObjectNode;
import dev.userdeck.servlet.internal.RouteTable.Mounted;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The problems that routes may answer with, as responses that those share who have the same of a status. */
final class ProblemResponses {
    private static final Comparator<ProblemType> BY_SLUG = Comparator.comparing(ProblemType::slug);
    private static final String PROBLEM = "Problem";
    /** Stands for the types of problems that recipes' requirements for sessions have, which nobody can list. */
    private static final ProblemType HELD_BACK =
            new ProblemType("held-back", 403, "Something has to be done first, as the type says");

    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final List<ProblemType> ofAll;

    /** With the problems of every route. */
    ProblemResponses(Schemas schemas, List<ProblemType> ofAll) {
        this.ofAll = ofAll;
        describe(schemas.named(PROBLEM), schemas.named("FieldProblem"));
    }

    /** All shared responses so far. */
    ObjectNode components() {
        return components;
    }

    /** Adds what the route may answer instead of a success. */
    void add(ObjectNode responses, Mounted mounted) {
        var byStatus = new TreeMap<Integer, Set<ProblemType>>();
        for (ProblemType type : of(mounted)) {
            byStatus.computeIfAbsent(type.status(), status -> new TreeSet<>(BY_SLUG))
                    .add(type);
        }
        byStatus.forEach((status, types) ->
                responses.putObject(status.toString()).put("$ref", "#/components/responses/" + shared(status, types)));
    }

    private Set<ProblemType> of(Mounted mounted) {
        Route route = mounted.route();
        var types = new LinkedHashSet<>(ofAll);
        types.addAll(route.problems());
        types.addAll(ofCaller(route));
        types.addAll(ofBody(route));
        boolean inPath = route.parameters().stream().anyMatch(each -> each.in() == Parameter.In.PATH);
        if (inPath || route.scopeKind().isOfUser()) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (route.concernsWholeUser()) {
            types.add(ProblemType.CONFLICT);
        }
        if (!route.parameters().isEmpty()) {
            types.add(ProblemType.MALFORMED);
        }
        if (route.needsIfMatch()) {
            types.addAll(List.of(ProblemType.PRECONDITION_REQUIRED, ProblemType.STALE));
        }
        return types;
    }

    private static Collection<ProblemType> ofCaller(Route route) {
        var types = new LinkedHashSet<ProblemType>();
        if (!route.method().isSafe()) {
            types.add(ProblemType.CROSS_SITE);
        }
        if (route.audience() != Audience.PUBLIC) {
            types.add(ProblemType.SIGN_IN_REQUIRED);
        }
        if (route.audience() == Audience.OPERATOR) {
            types.addAll(List.of(
                    ProblemType.FORBIDDEN,
                    ProblemType.INVALID_TOKEN,
                    ProblemType.TOO_MANY_ATTEMPTS,
                    ProblemType.TOO_MANY_REQUESTS));
        }
        if (route.audience() == Audience.OPERATOR && !route.changesNothing()) {
            types.add(ProblemType.READ_ONLY);
        }
        if (route.needsFreshProof()) {
            types.add(ProblemType.FRESH_PROOF_REQUIRED);
        }
        if (route.audience() == Audience.USER && !route.allowsHeldSessions()) {
            types.add(HELD_BACK);
        }
        return types;
    }

    private static Collection<ProblemType> ofBody(Route route) {
        var types = new LinkedHashSet<ProblemType>();
        if (!route.method().isSafe()) {
            types.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (route.requestType() != null) {
            types.addAll(List.of(ProblemType.MALFORMED, ProblemType.TOO_LARGE));
            if (route.takes().isEmpty()) {
                types.add(ProblemType.INVALID);
            }
        }
        return types;
    }

    private String shared(int status, Set<ProblemType> types) {
        String name = types.stream().map(ProblemType::slug).collect(joining("."));
        if (!components.has(name)) {
            ObjectNode response = components.putObject(name);
            response.put("description", types.stream().map(ProblemType::title).collect(joining(". Or: ", "", ".")));
            if (status == 429 || status == 503) {
                ObjectNode header = response.putObject("headers").putObject("Retry-After");
                header.put("description", "In how many seconds it is worth trying again.");
                header.putObject("schema").put("type", "integer");
            }
            content(response.putObject("content").putObject("application/problem+json"), status, types);
        }
        return name;
    }

    private static void content(ObjectNode content, int status, Set<ProblemType> types) {
        var schema = content.putObject("schema").putArray("allOf");
        schema.add(Schemas.reference(PROBLEM));
        ObjectNode members = schema.addObject().put("type", "object").putObject("properties");
        ObjectNode uri = members.putObject("type").put("type", "string");
        if (!types.contains(HELD_BACK)) {
            types.forEach(type -> uri.withArrayProperty("enum").add(type.uri()));
        }
        members.putObject("status").put("type", "integer").put("const", status);
        ObjectNode examples = content.putObject("examples");
        for (ProblemType type : types) {
            examples.putObject(type.slug())
                    .put("summary", type.title())
                    .putObject("value")
                    .put("type", type.uri())
                    .put("title", type.title())
                    .put("status", status);
        }
    }

    private static void describe(ObjectNode problem, ObjectNode field) {
        problem.put("type", "object")
                .put("description", "What went wrong (RFC 9457). A kind of problem may add members of its own.");
        problem.putArray("required").add("type").add("title").add("status");
        ObjectNode members = problem.putObject("properties");
        texts(
                members,
                Map.of(
                        "title", "The same words for each problem of the type.",
                        "detail", "This occurrence, in words for people.",
                        "reason", "A code that tells apart what the type doesn't.",
                        "trace", "What the server's log has more under."));
        members.putObject("type").put("type", "string").put("format", "uri");
        members.putObject("status").put("type", "integer").put("minimum", 400).put("maximum", 599);
        members.putObject("retryAfter")
                .put("type", "integer")
                .put("description", "In how many seconds it is worth trying again.");
        ObjectNode errors = members.putObject("errors").put("type", "array");
        errors.put("description", "What is wrong with which part of the body.");
        errors.set("items", Schemas.reference("FieldProblem"));

        field.put("type", "object");
        field.putArray("required").add("pointer").add("detail").add("code");
        ObjectNode fieldMembers = field.putObject("properties");
        texts(
                fieldMembers,
                Map.of(
                        "pointer", "Where, as a JSON Pointer (RFC 6901); empty for the whole body.",
                        "detail", "In words for people.",
                        "code", "For programs."));
        fieldMembers
                .putObject("count")
                .put("type", "integer")
                .put("description", "The number that the words name, if they name one, as in the least length.");
    }

    private static void texts(ObjectNode members, Map<String, String> descriptions) {
        new TreeMap<>(descriptions)
                .forEach((name, words) ->
                        members.putObject(name).put("type", "string").put("description", words));
    }
}
