package dev.userdeck.recipe.usermetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Changed;
import dev.userdeck.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema refuses, and how it says so. */
abstract class MetadataSchemaContract extends MetadataGround {
    private static final String SCHEMA = """
            {
              "type": "object",
              "properties": {
                "loyalty": {
                  "properties": {
                    "tier": {"enum": ["bronze", "silver", "gold"]},
                    "points": {"type": "integer", "maximum": 100000000000000000000000}
                  },
                  "required": ["tier"],
                  "additionalProperties": false
                },
                "seat": {"const": 7},
                "code": {"pattern": "^(a+)+$"},
                "tags": {"items": {"$ref": "#/$defs/tag"}}
              },
              "$defs": {"tag": {"type": "string", "maxLength": 5}},
              "maxProperties": 4
            }""";

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new UserMetadataRecipe().jsonSchema(SCHEMA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'loyalty': {'tier': 'tin'}}         | /loyalty/tier: must be bronze, silver or gold.",
                "{'loyalty': {'points': 1}}           | /loyalty/tier: is missing.",
                "{'loyalty': {'tier': 'gold', 'a/b': 1}} | /loyalty/a~1b: is not known.",
                "{'loyalty': {'tier': 'gold', 'points': '9'}} | /loyalty/points: string found, integer expected.",
                "{'seat': 8}                          | /seat: must be 7.",
                "{'tags': ['ok', 'too long']}         | /tags/1: must be at most 5 characters long.",
                "{'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1} | The object: must have at most 4 properties.",
                "{'seat': 1e400}                      | /seat: must be 7."
            })
    void aRefusalNamesThePath(String json, String words) {
        UserId ada = aUser("ada");

        MetadataError error = refusal(ada, json.replace('\'', '"'));

        assertThat(error).isEqualTo(new MetadataError("json-schema", words, 0, 0));
        assertThat(metadata.get(ada)).isEmpty();
    }

    @Test
    void severalRefusalsAreToldAtOnceAndManyAreCounted() {
        String json = "{\"seat\": 1, \"tags\": [1, 2, 3, 4], \"loyalty\": {}}";

        assertThat(refusal(aUser("ada"), json).message())
                .contains("/loyalty/tier: is missing.")
                .endsWith(" And 3 more.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"loyalty\":{\"tier\":\"gold\",\"points\":12345678901234567890}}",
                "{\"tags\":[\"vip\"],\"seat\":7}",
                "{\"code\":\"aaaaaaaaaaaaaaa\"}",
                "{}"
            })
    void whatFitsIsKeptAsWritten(String json) {
        UserId ada = aUser("ada");

        merged(ada, json);

        assertThat(json(ada)).isEqualTo(json);
    }

    @Test
    void aMergeHasToFitAsAWhole() {
        UserId ada = aUser("ada");
        merged(ada, "{\"a\": 1, \"b\": 1, \"c\": 1}");

        assertThat(refusal(ada, "{\"d\": 1, \"e\": 1}").message()).contains("at most 4 properties");
        assertThat(json(ada)).isEqualTo("{\"a\":1,\"b\":1,\"c\":1}");
    }

    @Test
    void whatIsThereAlreadyStaysAndHasToFitAtItsNextChange() {
        Userdeck without = start(builder().recipe(new UserMetadataRecipe()));
        UserId ada = aUser("ada");
        without.recipe(UserMetadata.class).merge(ada, "{\"seat\": 8}", INES);

        assertThat(json(ada)).isEqualTo("{\"seat\":8}");
        assertThat(refusal(ada, "{\"a\": 1}").message()).isEqualTo("/seat: must be 7.");
        assertThat(metadata.merge(ada, "{\"seat\": 7}", INES)).isInstanceOf(Changed.class);
    }

    @Test
    void aTextThatTakesAPatternTooLongIsRefusedSoon() {
        String hard = "{\"code\": \"" + "a".repeat(5_000) + "!\"}";

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(start(builder().recipe(new UserMetadataRecipe().jsonSchema(SCHEMA)))
                                .recipe(UserMetadata.class)
                                .merge(aUser("ada"), hard, Actor.system()))
                        .isInstanceOf(ChangeMetadataResult.Refused.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "7",
                "{\"type\": 7}",
                "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}",
                "{\"properties\": {\"a\": {\"$ref\": \"https://example.org/a.json\"}}}",
                "{\"properties\": {\"a\": {\"$ref\": \"file:///etc/passwd\"}}}",
                "{\"properties\": {\"a\": {\"$ref\": \"#/nowhere\"}}}",
                "{\"$schema\": \"https://example.org/draft\"}",
                "{\"$ref\": \"#\"}"
            })
    void whatIsNoSchemaIsRefusedAtTheStart(String schema) {
        var builder = builder().recipe(new UserMetadataRecipe().jsonSchema(schema));

        assertThatThrownBy(builder::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The schema for metadata");
    }
}
