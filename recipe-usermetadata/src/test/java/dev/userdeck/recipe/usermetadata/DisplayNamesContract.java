package dev.userdeck.recipe.usermetadata;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.audit.AuditActions.USER_UPDATED;
import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.audit.AuditQuery;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult.Created;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user without a name gets the one in the metadata. */
abstract class DisplayNamesContract extends MetadataGround {

    @Test
    void aUserWithoutANameGetsTheOneInTheMetadataAndKeepsFollowingIt() {
        UserId ada = aUser("ada");

        merged(ada, "{\"first_name\": \"Ada\"}");
        assertThat(nameOf(ada)).isEqualTo("Ada");

        merged(ada, "{\"last_name\": \" L\\u00e5velace \"}");
        assertThat(nameOf(ada)).isEqualTo("Ada Låvelace");

        metadata.clear(ada, INES);
        assertThat(nameOf(ada)).isNull();
    }

    @Test
    void aNameOfTheUsersOwnStays() {
        UserId ada = aUser("ada");
        merged(ada, "{\"first_name\": \"Ada\"}");
        userdeck.users().update(ada, UserChange.unconditional().name("Countess"), Scope.all(), INES);

        merged(ada, "{\"first_name\": \"Augusta\"}");

        assertThat(nameOf(ada)).isEqualTo("Countess");
    }

    @Test
    void aNameThatHidesSomethingIsNotShown() {
        UserId ada = aUser("ada");

        merged(ada, "{\"first_name\": \"Ada\\u202Egnik\"}");
        assertThat(nameOf(ada)).isNull();

        merged(ada, "{\"first_name\": \"A\\u00ADda\"}");
        assertThat(nameOf(ada)).isEqualTo("Ada");

        merged(ada, "{\"first_name\": \"Augusta\"}");
        assertThat(nameOf(ada)).isEqualTo("Augusta");
    }

    @Test
    void anImportNamesWhoHasNoName() throws IOException {
        UserId grace = aUser("grace");
        UserId mary = aUser("mary");
        userdeck.users().update(mary, UserChange.unconditional().name("Mary"), Scope.all(), INES);
        String file = """
            {"email": "ada@example.org", "userMetadata": {"first_name": "Ada", "last_name": " Lovelace "}}
            {"email": "alan@example.org", "name": "Turing", "metadata": {"first_name": "Alan"}}
            {"email": "long@example.org", "metadata": {"first_name": "%s"}}
            {"email": "grace@example.org", "metadata": {"first_name": "Grace"}}
            {"email": "mary@example.org", "metadata": {"first_name": "Molly"}}
            """.formatted("x".repeat(300));
        UserImport how = UserImport.of(DataFormat.JSON_LINES).upsert();

        ImportProgress done = userdeck.data()
                .importUsers(new ByteArrayInputStream(file.getBytes(UTF_8)), how, ImportListener.none(), INES);

        assertThat(done).isEqualTo(new ImportProgress(5, 3, 2, 0, 0, true));
        UserId ada = byEmail("ada");
        assertThat(nameOf(ada)).isEqualTo("Ada Lovelace");
        assertThat(nameOf(byEmail("alan"))).isEqualTo("Turing");
        assertThat(nameOf(byEmail("long"))).isNull();
        assertThat(nameOf(grace)).isEqualTo("Grace");
        assertThat(nameOf(mary)).isEqualTo("Mary");
        merged(ada, "{\"last_name\": \"King\"}");
        assertThat(nameOf(ada)).isEqualTo("Ada King");
    }

    private UserId byEmail(String name) {
        return userdeck.users()
                .findByEmail(name + "@example.org", TenantId.PUBLIC)
                .orElseThrow()
                .id();
    }

    @Test
    void whatIsNoNameIsPassedOver() {
        UserId ada = aUser("ada");

        for (String other : List.of(
                "{\"first_name\": 7}", "{\"first_name\": \"  \"}", "{\"first_name\": [\"Ada\"], \"name\": \"Ada\"}")) {
            merged(ada, other);
            assertThat(nameOf(ada)).as(other).isNull();
        }
        merged(ada, "{\"first_name\": \"" + "x".repeat(5_000) + "\"}");
        assertThat(nameOf(ada)).isNull();
    }

    @Test
    void theChangeOfTheNameIsToldAndGoesWithTheTransaction() {
        var created = userdeck.users()
                .create(
                        NewUser.withEmail("ada@example.org"),
                        INES,
                        user -> metadata.merge(user.id(), "{\"first_name\": \"Ada\"}", INES));

        assertThat(created).isInstanceOf(Created.class);
        User ada =
                userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC).orElseThrow();
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(ada.id()).size(10))
                        .items())
                .extracting(event -> event.action())
                .containsExactlyInAnyOrder(USER_CREATED, METADATA_CHANGED, USER_UPDATED);
    }

    private String nameOf(UserId user) {
        return userdeck.users().find(user).orElseThrow().name();
    }
}
