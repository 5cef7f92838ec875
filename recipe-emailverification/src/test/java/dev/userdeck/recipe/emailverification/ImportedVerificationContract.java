package dev.userdeck.recipe.emailverification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file can say that an address is verified, and not that a proof is none. */
abstract class ImportedVerificationContract extends EngineContract {
    private final List<String> refusals = new ArrayList<>();

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new EmailVerificationRecipe());
    }

    private ImportProgress load(String... lines) throws IOException {
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                row.errors().forEach(error -> refusals.add(row.row() + " " + error.field() + " " + error.code()));
            }
        };
        byte[] file = String.join("\n", lines).getBytes(UTF_8);
        return userdeck.data()
                .importUsers(
                        new ByteArrayInputStream(file),
                        UserImport.of(DataFormat.CSV).upsert(),
                        listener,
                        Actor.system());
    }

    @Test
    void aProofIsNotTakenAway() throws IOException {
        load("email,emailVerified", "ada@example.org,true", "bea@example.org,false");

        ImportProgress done = load(
                "email,emailVerified,verifiedEmails",
                "ada@example.org,false,",
                "bea@example.org,false,",
                "cy@example.org,false,cy@example.org",
                "ada@example.org,,",
                "bea@example.org,TRUE,");

        assertThat(refusals).containsExactly("2 emailVerified email-verified", "4 emailVerified email-verified");
        assertThat(done).isEqualTo(new ImportProgress(5, 0, 1, 2, 2, true));
        EmailVerification verification = userdeck.recipe(EmailVerification.class);
        for (String email : List.of("ada@example.org", "bea@example.org")) {
            UserId user = userdeck.users()
                    .findByEmail(email, TenantId.PUBLIC)
                    .orElseThrow()
                    .id();
            assertThat(verification.verifiedAt(user)).isPresent();
        }
    }
}
