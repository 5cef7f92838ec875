package dev.userdeck.recipe.usermetadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The metadata of several rows about one user is merged in the order of the file. */
abstract class RepeatedMetadataContract extends MetadataGround {
    private ImportProgress load(String... rows) throws IOException {
        byte[] file = String.join("\n", rows).replace('\'', '"').getBytes(UTF_8);
        UserImport how = UserImport.of(DataFormat.JSON_LINES).upsert();
        return userdeck.data().importUsers(new ByteArrayInputStream(file), how, ImportListener.none(), INES);
    }

    private String jsonOfAda() {
        return json(userdeck.users()
                .findByEmail("ada@example.org", TenantId.PUBLIC)
                .orElseThrow()
                .id());
    }

    @Test
    void eachRowIsMergedIntoWhatTheRowsBeforeItLeft() throws IOException {
        load("{'email':'ada@example.org','externalId':'crm-1'}");

        ImportProgress done = load(
                "{'externalId':'crm-1','phone':'+442079460123','metadata':{'a':1,'b':1}}",
                "{'email':'ada@example.org','metadata':{'b':2}}",
                "{'phone':'+442079460123','metadata':{'c':3}}",
                "{'email':'ada@example.org','metadata':{'a':1}}");

        assertThat(done).isEqualTo(new ImportProgress(4, 0, 3, 1, 0, true));
        assertThat(jsonOfAda()).isEqualTo("{\"a\":1,\"b\":2,\"c\":3}");
    }

    @Test
    void aNewUserHasThatOfAllRows() throws IOException {
        ImportProgress done = load(
                "{'email':'ada@example.org','metadata':{'a':1}}", "{'email':'ada@example.org','metadata':{'b':2}}");

        assertThat(done).isEqualTo(new ImportProgress(2, 1, 1, 0, 0, true));
        assertThat(jsonOfAda()).isEqualTo("{\"a\":1,\"b\":2}");
    }
}
