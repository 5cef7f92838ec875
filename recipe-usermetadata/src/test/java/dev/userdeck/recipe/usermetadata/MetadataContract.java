package dev.userdeck.recipe.usermetadata;

import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CLEARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Changed;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Stale;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.UnknownUser;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept, what is refused, and what is told. */
abstract class MetadataContract extends MetadataGround {
    @Test
    void aMergeSetsKeepsAndRemovesOutermostMembers() {
        UserId ada = aUser("ada");
        merged(ada, "{\"language\": \"en-GB\", \"seat\": {\"row\": 4, \"side\": \"left\"}, \"points\": 1}");

        merged(ada, "{\"seat\": {\"row\": 5}, \"points\": null, \"tier\": {\"gone\": null}}");

        assertThat(json(ada)).isEqualTo("{\"language\":\"en-GB\",\"seat\":{\"row\":5},\"tier\":{\"gone\":null}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"z\":1,\"a\":2,\"m\":3}",
                "{\"n\":[12345678901234567890,1.10,-0,1E+400,0.1e-999,1e5]}",
                "{\"t\":\"Zoë 🚂 \\\" \\\\ \\n /\",\"ключ\":true,\"\":null}",
                "{\"__proto__\":{\"constructor\":1},\"a\":{},\"b\":[],\"c\":[[],{}]}"
            })
    void comesBackAsItWasWritten(String text) {
        UserId ada = aUser("ada");

        metadata.replace(ada, text, 0, INES);

        assertThat(json(ada)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1\n \"b\": 2}`|json-syntax|2|2|a comma is missing",
                "`{\"a\" 1}`|json-syntax|1|6|a colon is missing",
                "`{\"a\": 1,}`|json-syntax|1|9|a key in double quotes is missing",
                "`{\"a\": nul}`|json-syntax|1|7|this is not JSON",
                "`{\"a\": 01}`|json-syntax|1|7|this is not JSON",
                "`{\"a\": NaN}`|json-syntax|1|7|this is not JSON",
                "`{\"a\": 1`|json-syntax|1|8|the text ends before",
                "`{} {}`|json-syntax|1|4|there is more after",
                "`[1]`|json-not-an-object|1|1|a JSON object",
                "``|json-not-an-object|1|1|a JSON object",
                "`null`|json-not-an-object|1|1|a JSON object",
                "`{\"a\": 1,\n \"a\": 2}`|json-duplicate-key|2|2|the key \"a\" is there already",
                "`{\"o\": {\"a\": 1, \"\\u0061\": 2}}`|json-duplicate-key|1|16|the key \"a\"",
                "`{\"a\": \"\\u0000\"}`|json-unstorable|1|7|can't be stored",
                "`{\"a\\ud83d\": 1}`|json-unstorable|1|9|can't be stored",
                "`{\"a\": 1e99999999999}`|json-number-too-large|1|7|9 digits",
                "`{\"a\": [-1.5E-1234567890]}`|json-number-too-large|1|8|9 digits",
                "`{\"a\": \"\\ud83d\"}`|json-unstorable|1|7|can't be stored",
            })
    void whatIsNoJsonObjectIsRefusedWithThePlace(String text, String code, int line, int column, String words) {
        UserId ada = aUser("ada");
        merged(ada, "{\"kept\": true}");

        MetadataError error = refusal(ada, text);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message())
                .startsWith("Line " + error.line() + ", column " + error.column() + ": ")
                .contains(words);
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isBetween(column, column + 4);
        assertThat(json(ada)).isEqualTo("{\"kept\":true}");
    }

    @Test
    void theLimitCountsBytesWithoutWhiteSpace() {
        UserId ada = aUser("ada");
        String full = "{\"t\":\"" + "ë".repeat((64 * 1024 - 8) / 2) + "\"}";

        merged(ada, full.replace(":", "  :\n\n  "));

        assertThat(json(ada)).isEqualTo(full);
        MetadataError tooLarge = refusal(aUser("grace"), full.replace("\"}", "e\"}"));
        assertThat(tooLarge.code()).isEqualTo("json-too-large");
        assertThat(tooLarge.message()).isEqualTo("65 KiB. The limit is 64 KiB.");
        assertThat(refusal(ada, "{\"more\": 1}").code()).isEqualTo("json-too-large");
        assertThat(json(ada)).isEqualTo(full);
    }

    @Test
    void theDepthIsLimited() {
        UserId ada = aUser("ada");

        merged(ada, "{\"d\":" + "[".repeat(31) + "]".repeat(31) + "}");

        assertThat(refusal(ada, "{\"d\":" + "[".repeat(32) + "]".repeat(32) + "}")
                        .code())
                .isEqualTo("json-too-deep");
        assertThat(refusal(ada, "{\"d\":" + "{\"d\":".repeat(5_000)).code()).isEqualTo("json-too-deep");
    }

    @Test
    void theLimitsCanBeSet() {
        var tight = start(builder().recipe(new UserMetadataRecipe(new MetadataLimits(20, 1))));
        UserId ada = aUser("ada");
        UserMetadata limited = tight.recipe(UserMetadata.class);

        assertThat(limited.merge(ada, "{\"a\": \"0123456789ab\"}")).isInstanceOf(Changed.class);
        assertThat(limited.merge(ada, "{\"a\": \"0123456789abc\"}")).isInstanceOf(ChangeMetadataResult.Refused.class);
        assertThat(limited.merge(ada, "{\"a\": []}")).isInstanceOf(ChangeMetadataResult.Refused.class);
        assertThatThrownBy(() -> new MetadataLimits(2 * 1024 * 1024, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2097152");
    }

    @Test
    void aReplaceOfAnotherVersionIsStale() {
        UserId ada = aUser("ada");
        Metadata first = merged(ada, "{\"a\": 1}");
        Metadata second = merged(ada, "{\"a\": 2}");

        var result = metadata.replace(ada, "{\"a\": 3}", first.version(), INES);

        assertThat(result).isEqualTo(new Stale(second.version()));
        assertThat(metadata.replace(ada, "{}", 0, INES)).isEqualTo(new Stale(second.version()));
        assertThat(json(ada)).isEqualTo("{\"a\":2}");
        assertThat(metadata.replace(ada, "{\"b\": null}", second.version(), INES))
                .isInstanceOf(Changed.class);
        assertThat(json(ada)).isEqualTo("{\"b\":null}");
    }

    @Test
    void aVersionIsNotUsedAgainAfterAClear() {
        UserId ada = aUser("ada");
        Metadata first = merged(ada, "{\"a\": 1}");
        metadata.clear(ada, INES);
        clock.advance(Duration.ofMillis(1));
        Metadata anew = merged(ada, "{\"b\": 1}");

        assertThat(metadata.replace(ada, "{\"a\": 2}", first.version(), INES)).isEqualTo(new Stale(anew.version()));
    }

    @Test
    void whatChangesNothingWritesNothing() {
        UserId ada = aUser("ada");
        Metadata first = merged(ada, "{\"a\": 1}");

        Metadata same = merged(ada, "{ \"a\" : 1, \"b\": null }");

        assertThat(same).isEqualTo(first);
        assertThat(events(ada)).hasSize(1);
    }

    @Test
    void clearRemovesAllOfIt() {
        UserId ada = aUser("ada");
        merged(ada, "{\"a\": 1}");

        assertThat(metadata.clear(ada, INES)).isTrue();
        assertThat(metadata.clear(ada, INES)).isFalse();

        assertThat(metadata.get(ada)).isEmpty();
    }

    @Test
    void aUserWhoIsNotThereIsUnknown() {
        assertThat(metadata.get(NOBODY)).isEmpty();
        assertThat(metadata.merge(NOBODY, "{\"a\": 1}")).isEqualTo(new UnknownUser());
        assertThat(metadata.replace(NOBODY, "{}", 0, INES)).isEqualTo(new UnknownUser());
        assertThat(metadata.clear(NOBODY, INES)).isFalse();
    }

    @Test
    void eachChangeIsTold() {
        UserId ada = aUser("ada");
        merged(ada, "{\"language\": \"en-GB\", \"seat\": 4}");
        merged(ada, "{\"language\": \"fr\", \"seat\": null, \"tier\": \"silver\"}");
        metadata.clear(ada, INES);

        List<AuditEvent> events = events(ada);

        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly(METADATA_CLEARED, METADATA_CHANGED, METADATA_CHANGED);
        assertThat(events.get(1).changes())
                .containsExactlyInAnyOrder(
                        new Change("set", "language", "language, tier"), new Change("removed", "seat", null));
        assertThat(events.get(0).changes()).containsExactly(new Change("removed", "language, tier", null));
        assertThat(events.toString()).contains("op-1").doesNotContain("en-GB", "silver");
    }

    @Test
    void ofKeysThatTheAppNamesShortValuesAreToldUntilTheUserIsDeleted() {
        UserId ada = aUser("ada");
        var telling = start(builder().recipe(new UserMetadataRecipe().auditedKeys("tier", "seat", "tags", "loyalty")))
                .recipe(UserMetadata.class);

        telling.merge(ada, "{\"tier\": \"silver\"}", INES);
        telling.merge(ada, "{\"tier\": \"gold\"}", INES);
        telling.merge(ada, "{\"seat\": 4, \"tags\": [\"vip\"], \"pin\": 1234}", INES);
        telling.merge(
                ada, "{\"loyalty\": {\"tier\": \"gold\", \"points\": 5}, \"address\": {\"town\": \"York\"}}", INES);
        telling.merge(ada, "{\"loyalty\": {\"tier\": \"silver\", \"points\": 5}}", INES);
        telling.merge(ada, "{\"tier\": \"" + "x".repeat(101) + "\", \"seat\": null}", INES);

        assertThat(events(ada))
                .extracting(AuditEvent::changes)
                .containsExactly(
                        List.of(new Change("removed", "seat (4)", null), new Change("set", null, "tier")),
                        List.of(new Change("set", null, "loyalty.tier"), new Change("value", "gold", "silver")),
                        List.of(new Change("set", null, "loyalty.tier (gold), loyalty.points (5), address")),
                        List.of(new Change("set", null, "seat (4), tags, pin")),
                        List.of(new Change("set", null, "tier"), new Change("value", "silver", "gold")),
                        List.of(new Change("set", null, "tier"), new Change("value", null, "silver")));

        userdeck.users().delete(ada);

        assertThat(events(ada)).flatExtracting(AuditEvent::changes).isEmpty();
    }

    @Test
    void anEventOfManyKeysCountsThoseItHasNoRoomFor() {
        UserId ada = aUser("ada");
        String members = String.join(
                ",",
                IntStream.range(0, 2_000)
                        .mapToObj(i -> "\"key%04d\":1".formatted(i))
                        .toList());

        merged(ada, "{" + members + "}");

        assertThat(events(ada).get(0).changes())
                .filteredOn(change -> change.field().equals("set"))
                .singleElement()
                .extracting(Change::after)
                .asString()
                .startsWith("key0000, key0001")
                .endsWith(" more");
    }

    @Test
    void severalAreReadInOneStatement() {
        UserId ada = aUser("ada");
        UserId grace = aUser("grace");
        UserId alan = aUser("alan");
        Metadata ofAda = merged(ada, "{\"a\": 1}");
        Metadata ofGrace = merged(grace, "{\"g\": 1}");
        database.statements().reset();

        var all = metadata.getAll(List.of(ada, grace, alan, NOBODY));

        assertThat(database.statements().count()).isEqualTo(1);
        assertThat(all).hasSize(2).containsEntry(ada, ofAda).containsEntry(grace, ofGrace);
        assertThat(metadata.getAll(List.of())).isEmpty();
    }

    @Test
    void aChangeTakesFewStatements() {
        UserId ada = aUser("ada");
        merged(ada, "{\"a\": 1}");
        database.statements().reset();

        merged(ada, "{\"a\": 2}");

        assertThat(database.statements().count())
                .as(
                        "lock, read, write, the user's tenants, the event and its fields: %s",
                        database.statements().statements())
                .isEqualTo(6);
        database.statements().reset();
        metadata.get(ada);
        assertThat(database.statements().count()).isEqualTo(1);
    }

    private List<AuditEvent> events(UserId user) {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).user(user).size(50)).items().stream()
                .filter(event -> event.action().startsWith("usermetadata."))
                .toList();
    }
}
