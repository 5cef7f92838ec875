package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a spreadsheet does to ids and names by itself is never written. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SpreadsheetRoundTripContract extends EngineContract {
    private final List<String> refusals = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    /** For subclasses. */
    protected SpreadsheetRoundTripContract() {}

    private ImportProgress load(UserImport how, String file) {
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                row.errors().forEach(error -> {
                    refusals.add(row.row() + " " + error.field() + " " + error.code());
                    messages.add(error.message());
                });
            }
        };
        try {
            return userdeck.data()
                    .importUsers(new ByteArrayInputStream(file.getBytes(UTF_8)), how, listener, Actor.system());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void someUsersLookLikeNumbers() {
        load(UserImport.of(DataFormat.JSON_LINES), """
                {"id":"0017","externalId":"00170","name":"007","email":"a@example.org"}
                {"id":"u-2","externalId":"143e8","name":"March 5","email":"b@example.org","phone":"+442079460123"}
                {"id":"u-3","externalId":"12345678901234567","name":"true","email":"c@example.org"}
                {"id":"u-4","externalId":"3-4","name":"1,50","email":"d@example.org"}
                {"id":"u-5","externalId":"170","name":"=1+1","email":"e@example.org"}
                """);
    }

    private List<User> all() {
        return userdeck.users().list(UserQuery.of(Scope.all())).items();
    }

    @Test
    void anExportSaysThatItIsText() {
        String file = new String(Exports.of(userdeck, UserExport.of(UserQuery.of(Scope.all()), DataFormat.CSV)), UTF_8);

        assertThat(file)
                .startsWith("\ufeffid,externalId,")
                .contains("\"'0017\",\"'00170\",\"'007\"")
                .contains("\"'143e8\",\"'March 5\"", "\"'+442079460123\"")
                .contains("\"'12345678901234567\",\"'true\"")
                .contains("\"'3-4\",\"'1,50\"")
                .contains("\"170\",\"'=1+1\"");
        assertThat(load(UserImport.of(DataFormat.CSV).upsert(), file))
                .isEqualTo(new ImportProgress(5, 0, 0, 5, 0, true));
    }

    @Test
    void whatOnlyASpreadsheetChangedIsRefused() {
        List<User> before = all();
        String file = """
                externalId,name,email
                170,007,a@example.org
                1.43E+10,March 5,b@example.org
                1.23457E+16,TRUE,c@example.org
                03/04/2026,"1,5",d@example.org
                9.9E+20,New,new@example.org
                """;
        String byId = "id,externalId,name,email\n17,,,a@example.org\nu-5,171,,\nu-2,14300000000,05.03.26,\n";

        ImportProgress preview = load(UserImport.of(DataFormat.CSV).upsert().asDryRun(), file);
        assertThat(load(UserImport.of(DataFormat.CSV).upsert(), file)).isEqualTo(preview);

        assertThat(preview.refused()).isEqualTo(5);
        assertThat(all()).isEqualTo(before);
        assertThat(refusals).contains("3 externalId altered-by-spreadsheet", "6 externalId altered-by-spreadsheet");
        refusals.clear();
        assertThat(load(UserImport.of(DataFormat.CSV).upsert(), byId).updated()).isEqualTo(1);
        assertThat(refusals)
                .containsExactly(
                        "2 id altered-by-spreadsheet",
                        "4 externalId altered-by-spreadsheet",
                        "4 name altered-by-spreadsheet");
        assertThat(load(UserImport.of(DataFormat.JSON_LINES).upsert(), "{\"id\":\"0017\",\"name\":\"7\"}")
                        .updated())
                .isEqualTo(1);
        assertThat(userdeck.users().findByEmail("a@example.org", TenantId.PUBLIC))
                .map(User::name)
                .contains("7");
    }

    /** Nothing else tells who was meant: so it can be no more than a guess. */
    @Test
    void anIdAloneThatNobodyHasMayBeASpreadsheets() {
        load(UserImport.of(DataFormat.CSV).upsert(), "externalId,status\n171,active\ncrm-9,active\n");

        assertThat(refusals).containsExactly("2 email email-missing", "3 email email-missing");
        assertThat(messages.get(0)).contains("A spreadsheet may have changed it, as 00170 into 170");
        assertThat(messages.get(1)).doesNotContain("spreadsheet");
    }
}
