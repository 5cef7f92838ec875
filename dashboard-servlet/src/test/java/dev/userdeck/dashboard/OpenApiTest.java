package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the API does: neither less nor more. */
@ExtendWith(TestDatabase.H2.class)
class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Where anything may be, and why. */
    private static final Map<String, String> OPEN = Map.of(
            "/NewUserBody/properties/recipes/additionalProperties/additionalProperties",
            "by the kind of the field of a recipe");

    private DashboardFixture world;
    private Client owner;
    private JsonNode document;
    private Map<String, Route> routes;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        owner = world.hostLogin().with("X-Operator", "OWNER");
        document = JSON.readTree(owner.get("api/openapi.json").body());
        routes = RouteList.of(world.userdeck);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void everyOperatorGetsTheSameDocumentAndNobodyElse() {
        HttpResponse<String> asked = owner.get("api/openapi.json");
        HttpResponse<String> viewer =
                world.hostLogin().with("X-Operator", "VIEWER@acme").get("api/openapi.json");

        assertThat(asked.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(asked.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(viewer.headers().firstValue("ETag"));
        assertThat(viewer.body()).isEqualTo(asked.body());
        assertThat(world.hostLogin().get("api/openapi.json").statusCode()).isEqualTo(401);
    }

    @Test
    void everyRouteIsAnOperationAndEveryOperationARoute() {
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(routes.keySet());
    }

    @Test
    void eachOperationIsNamedAndGroupedAndSummed() {
        var ids = new ArrayList<String>();
        var tags = new HashSet<String>();
        document.path("tags").forEach(tag -> tags.add(tag.path("name").asString()));

        operations().forEach((path, operation) -> {
            ids.add(operation.path("operationId").asString());
            assertThat(operation.path("description").asString()).as(path).endsWith(".");
            assertThat(tags).as(path).contains(operation.at("/tags/0").asString());
            if (!path.contains(" recipes/" + world.recipe.id() + "/")) {
                assertThat(routes.get(path).summary()).as(path).isNotBlank().doesNotEndWith(".");
            }
        });

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z0-9]+"));
    }

    @Test
    void permissionsAndTermsOfARouteAreTold() {
        operations().forEach((path, operation) -> {
            Route route = routes.get(path);
            assertThat(operation.path("x-permission").asString())
                    .as(path)
                    .isEqualTo(route.permission().name());
            assertThat(references(operation.path("parameters")).contains("IfMatch"))
                    .as(path)
                    .isEqualTo(route.needsIfMatch());
            assertThat(operation
                            .path("responses")
                            .path(Integer.toString(route.status()))
                            .path("headers")
                            .has("ETag"))
                    .as(path)
                    .isEqualTo(route.sendsETag());
            assertThat(operation.has("requestBody")).as(path).isEqualTo(route.requestType() != null);
            assertThat(operation.path("responses").has(Integer.toString(route.status())))
                    .as(path)
                    .isTrue();
        });
    }

    @Test
    void everyProblemOfARouteIsTold() {
        operations().forEach((path, operation) -> {
            for (ProblemType problem : routes.get(path).problems()) {
                assertThat(problems(operation, problem.status())).as(path).contains(problem.uri());
            }
            assertThat(problems(operation, 401)).as(path).contains(ProblemType.SIGN_IN_REQUIRED.uri());
            assertThat(problems(operation, 403)).as(path).contains(ProblemType.FORBIDDEN.uri());
            assertThat(problems(operation, 500)).as(path).contains(ProblemType.INTERNAL.uri());
        });
    }

    @Test
    void noSchemaIsOpenButWhereARecipeDecides() {
        var open = new TreeSet<String>();
        walk(document.at("/components/schemas"), "", (pointer, node) -> {
            if (node.isObject() && node.isEmpty()) {
                open.add(pointer);
            }
        });

        assertThat(open).isEqualTo(new TreeSet<>(OPEN.keySet()));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        var used = new TreeSet<String>();
        walk(document, "", (pointer, node) -> {
            if (pointer.endsWith("/$ref") || pointer.contains("/mapping/")) {
                used.add(node.asString());
            }
        });
        var there = new TreeSet<String>();
        for (String kind : List.of("schemas", "responses", "parameters", "examples")) {
            document.path("components")
                    .path(kind)
                    .propertyNames()
                    .forEach(name -> there.add("#/components/" + kind + "/" + name));
        }

        assertThat(used).isEqualTo(there);
    }

    @Test
    void aSectionIsOneOfItsKinds() {
        JsonNode section = document.at("/components/schemas/Section");

        assertThat(section.path("oneOf").size()).isEqualTo(4);
        assertThat(section.at("/discriminator/propertyName").asString()).isEqualTo("kind");
        assertThat(section.at("/discriminator/mapping/chips").asString())
                .isEqualTo("#/components/schemas/ChipsSection");
        assertThat(document.at("/components/schemas/ChipsSection/properties/kind/const")
                        .asString())
                .isEqualTo("chips");
    }

    private Map<String, JsonNode> operations() {
        var operations = new LinkedHashMap<String, JsonNode>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    assertThat(METHODS).contains(method);
                    operations.put(method.toUpperCase(Locale.ROOT) + " " + path.substring(1), operation);
                }));
        return operations;
    }

    private Set<String> problems(JsonNode operation, int status) {
        String reference = operation
                .path("responses")
                .path(Integer.toString(status))
                .path("$ref")
                .asString();
        JsonNode types = document.at(
                reference.substring(1) + "/content/application~1problem+json/schema/allOf/1/properties/type/enum");
        var uris = new TreeSet<String>();
        types.forEach(uri -> uris.add(uri.asString()));
        return uris;
    }

    private static Set<String> references(JsonNode parameters) {
        var names = new TreeSet<String>();
        parameters.forEach(parameter -> {
            String reference = parameter.path("$ref").asString();
            names.add(reference.substring(reference.lastIndexOf('/') + 1));
        });
        return names;
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        if (node.isObject()) {
            node.forEachEntry((name, child) -> walk(child, pointer + "/" + name, visitor));
        } else {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i, visitor);
            }
        }
    }
}
