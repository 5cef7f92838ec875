package dev.userdeck.servlet.internal.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonProperty;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonValue;
import dev.userdeck.libs.tools.jackson.databind.JsonNode;
import dev.userdeck.libs.tools.jackson.databind.json.JsonMapper;
import dev.userdeck.paging.Page;
import dev.userdeck.servlet.internal.Json;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private static final JsonMapper JSON = new JsonMapper();

    enum Colour {
        RED,
        @JsonProperty("light-green")
        LIGHT_GREEN
    }

    record Part(UserId user, Instant at) {}

    record Whole(
            String name,
            @Nullable String line,
            @Nullable Part part,
            Optional<Integer> number,
            int count,
            boolean flag,
            Colour colour,
            List<Part> parts,
            Map<String, Long> counts,
            Object any) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    sealed interface Pet {}

    record Cat(String name) implements Pet {}

    record Dog(@Nullable String name) implements Pet {}

    static final class Other {
        record Part(String word) {}
    }

    /** A text, a number or a part, as it is. */
    sealed interface Any {}

    record AnyText(@JsonValue String text) implements Any {}

    record AnyNumber(@JsonValue Number number) implements Any {}

    record AnyPart(Part part) implements Any {}

    record ShelfDocument(
            @Answers(AnyPart.class) String first,

            @Answers(value = Page.class, of = ShelfDocument.class) @Nullable
            String more) {}

    private final Schemas schemas = new Schemas();

    @Test
    void whatIsSentHasAllThatIsNeverNull() {
        assertThat(schemas.sent(Whole.class, null)).isEqualTo(json("{'$ref': '#/components/schemas/Whole'}"));
        assertThat(component("Whole")).isEqualTo(json("""
                {'type': 'object',
                 'properties': {
                   'name': {'type': 'string'},
                   'line': {'type': 'string'},
                   'part': {'$ref': '#/components/schemas/Part'},
                   'number': {'type': 'integer', 'format': 'int32'},
                   'count': {'type': 'integer', 'format': 'int32'},
                   'flag': {'type': 'boolean'},
                   'colour': {'type': 'string', 'enum': ['red', 'light-green']},
                   'parts': {'type': 'array', 'items': {'$ref': '#/components/schemas/Part'}},
                   'counts': {'type': 'object', 'additionalProperties': {'type': 'integer', 'format': 'int64'}},
                   'any': {}},
                 'required': ['name', 'count', 'flag', 'colour', 'parts', 'counts', 'any']}"""));
        assertThat(component("Part")).isEqualTo(json("""
                {'type': 'object',
                 'properties': {'user': {'type': 'string'}, 'at': {'type': 'string', 'format': 'date-time'}},
                 'required': ['user', 'at']}"""));
    }

    @Test
    void whatIsTakenMayBeNullOrLeftOutAndHasNothingElse() {
        schemas.taken(Whole.class);

        assertThat(component("Whole").at("/properties/line")).isEqualTo(json("{'type': ['string', 'null']}"));
        assertThat(component("Whole").at("/properties/part"))
                .isEqualTo(json("{'anyOf': [{'$ref': '#/components/schemas/Part'}, {'type': 'null'}]}"));
        assertThat(component("Whole").path("required")).isEqualTo(json("['name', 'colour', 'parts', 'counts', 'any']"));
        assertThat(component("Whole").path("additionalProperties").asBoolean(true))
                .isFalse();
    }

    @Test
    void oneThatIsSentAndTakenHasTwoSchemas() {
        schemas.sent(Part.class, null);

        assertThat(schemas.taken(Part.class)).isEqualTo(json("{'$ref': '#/components/schemas/PartTaken'}"));
    }

    @Test
    void twoRecordsOfOneNameAreToldApart() {
        schemas.sent(Part.class, null);

        assertThat(schemas.sent(Other.Part.class, null)).isEqualTo(json("{'$ref': '#/components/schemas/OtherPart'}"));
        assertThat(schemas.sent(Part.class, null)).isEqualTo(json("{'$ref': '#/components/schemas/Part'}"));
    }

    @Test
    void aPageAndAListSayOfWhat() {
        assertThat(schemas.sent(Page.class, Cat.class)).isEqualTo(json("{'$ref': '#/components/schemas/CatPage'}"));
        assertThat(component("CatPage")).isEqualTo(json("""
                {'type': 'object',
                 'required': ['items'],
                 'properties': {
                   'items': {'type': 'array', 'items': {'$ref': '#/components/schemas/Cat'}},
                   'nextCursor': {'type': 'string'},
                   'previousCursor': {'type': 'string'}}}"""));
        assertThat(schemas.sent(List.class, String.class))
                .isEqualTo(json("{'type': 'array', 'items': {'type': 'string'}}"));
    }

    @Test
    void oneOfSeveralIsToldByItsKind() {
        schemas.sent(Pet.class, null);

        assertThat(component("Pet")).isEqualTo(json("""
                {'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'$ref': '#/components/schemas/Dog'}],
                 'discriminator': {
                   'propertyName': 'kind',
                   'mapping': {'cat': '#/components/schemas/Cat', 'dog': '#/components/schemas/Dog'}}}"""));
        assertThat(component("Dog")).isEqualTo(json("""
                {'type': 'object',
                 'properties': {'name': {'type': 'string'}, 'kind': {'type': 'string', 'const': 'dog'}},
                 'required': ['kind']}"""));
    }

    @Test
    void whatIsNotToldByAKindMayBeAnyOfSeveral() {
        schemas.sent(Any.class, null);

        assertThat(component("Any")).isEqualTo(json("""
                {'anyOf': [{'type': 'string'}, {'type': 'number'}, {'$ref': '#/components/schemas/AnyPart'}]}"""));
    }

    @Test
    void anAddressSaysWhatItAnswersAndADocumentIsNamedForWhatIsInIt() {
        schemas.sent(ShelfDocument.class, null);

        assertThat(component("Shelf")).isEqualTo(json("""
                {'type': 'object',
                 'properties': {
                   'first': {'type': 'string', 'x-answers': {'$ref': '#/components/schemas/AnyPart'}},
                   'more': {'type': 'string', 'x-answers': {'$ref': '#/components/schemas/ShelfPage'}}},
                 'required': ['first']}"""));
    }

    @Test
    void whatIsWrittenIsCalledAsInTheSchema() {
        var written = new Json().write(Map.of("colours", List.of(Colour.values()), "any", new AnyNumber(7)));

        assertThat(JSON.readTree(written)).isEqualTo(json("{'any': 7, 'colours': ['red', 'light-green']}"));
        assertThat(new Json().read("\"light-green\"".getBytes(UTF_8), Colour.class))
                .isEqualTo(Colour.LIGHT_GREEN);
    }

    private JsonNode component(String name) {
        return schemas.components().path(name);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
