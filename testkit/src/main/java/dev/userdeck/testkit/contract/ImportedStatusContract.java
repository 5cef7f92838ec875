package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_ACTIVATED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** A row that asks for a change of who is there gets it, or is refused, or is counted as one that keeps something. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ImportedStatusContract extends EngineContract {
    private static final Actor INES = Actor.operator("op-1", "Ines");
    /** Of {@link #PASSWORD}, by libxcrypt. */
    private static final String BCRYPT = "$2y$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK";

    private final List<String> refusals = new ArrayList<>();

    /** For subclasses. */
    protected ImportedStatusContract() {}

    private ImportProgress csv(String... lines) {
        return load(UserImport.of(DataFormat.CSV).upsert(), lines);
    }

    private ImportProgress json(String... lines) {
        return load(UserImport.of(DataFormat.JSON_LINES).upsert(), lines);
    }

    private ImportProgress load(UserImport how, String... lines) {
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                row.errors().forEach(error -> refusals.add(row.row() + " " + error.field() + " " + error.code()));
            }
        };
        byte[] file = String.join("\n", lines).replace('\'', '"').getBytes(UTF_8);
        try {
            return userdeck.data().importUsers(new ByteArrayInputStream(file), how, listener, INES);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ImportProgress changed(ImportNotes notes) {
        return new ImportProgress(1, 0, 1, 0, 0, true, notes);
    }

    private static ImportProgress unchanged(ImportNotes notes) {
        return new ImportProgress(1, 0, 0, 1, 0, true, notes);
    }

    private static final ImportNotes SUSPENDED = new ImportNotes(1, 0, 0, 0, 0);
    private static final ImportNotes ACTIVATED = new ImportNotes(0, 1, 0, 0, 0);

    private User ada() {
        return userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC).orElseThrow();
    }

    private Suspension suspension() {
        return Objects.requireNonNull(ada().suspension());
    }

    @Test
    void aStatusSuspendsAndActivatesAsTheButtonDoes() {
        User ada = signUp("ada@example.org");
        userdeck.sessions().create(ada.id(), SessionOrigin.of("password"));

        assertThat(csv("email,status", "ada@example.org,suspended")).isEqualTo(changed(SUSPENDED));

        assertThat(ada().status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(suspension().by()).isEqualTo("Ines");
        assertThat(userdeck.sessions()
                        .list(SessionQuery.of(ada.id(), Scope.all()))
                        .items())
                .isEmpty();
        assertThat(events(USER_SUSPENDED)).singleElement().satisfies(event -> {
            assertThat(event.actor().id()).isEqualTo("op-1");
            assertThat(event.user()).isEqualTo(ada.id());
        });
        assertThat(csv("email,status", "ada@example.org,suspended")).isEqualTo(unchanged(ImportNotes.none()));
        assertThat(csv("email,status", "ada@example.org,Active")).isEqualTo(changed(ACTIVATED));
        assertThat(ada().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(events(USER_ACTIVATED)).extracting(AuditEvent::user).containsExactly(ada.id());
        assertThat(csv("email,status,name", "ada@example.org,active,Ada")).isEqualTo(changed(ImportNotes.none()));
        assertThat(refusals).isEmpty();
    }

    @Test
    void aSuspensionIsSetAsTheRowHasIt() {
        created(userdeck, "ada@example.org");
        Instant until = Instant.parse("2040-01-01T00:00:00Z");

        json("{'email':'ada@example.org','suspension':{'reason':'Owes money','until':'2040-01-01'}}");
        assertThat(suspension().until()).isEqualTo(until);
        assertThat(json("{'email':'ada@example.org','status':'suspended'}")).isEqualTo(unchanged(ImportNotes.none()));
        assertThat(json("{'email':'ada@example.org','suspension':{'reason':'Owes money'}}"))
                .isEqualTo(changed(SUSPENDED));
        assertThat(suspension().until()).isNull();
        assertThat(json("{'email':'ada@example.org','suspension':{'reason':'Left','by':'Grace','since':'2024-01-01'}}"))
                .isEqualTo(changed(SUSPENDED));

        assertThat(suspension())
                .isEqualTo(new Suspension("Left", null, Instant.parse("2024-01-01T00:00:00Z"), "Grace"));
        assertThat(csv("email,status", "ada@example.org,invited")).isEqualTo(changed(ACTIVATED));
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatTakesBackItselfIsRefused() {
        created(userdeck, "ada@example.org");
        json("{'email':'ada@example.org','status':'suspended'}");

        json(
                "{'email':'ada@example.org','status':'active','suspension':{'reason':'Owes money'}}",
                "{'email':'ada@example.org','suspension':{'reason':'Owes money','until':'2001-01-01'}}",
                "{'email':'ada@example.org','suspension':{'reason':' ','since':'2040-01-01'}}");

        assertThat(refusals)
                .containsExactlyInAnyOrder(
                        "1 status status-contradicts",
                        "2 suspension suspension-over",
                        "3 suspension.since time-invalid");
        assertThat(ada().status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void anIdAloneTellsWhoIsMeant() {
        TenantId acme = new TenantId("acme");
        userdeck.tenants().create(acme, "Acme", Actor.system());
        load(
                UserImport.of(DataFormat.JSON_LINES).tenant(acme),
                "{'id':'u-1','externalId':'crm-1','phone':'+442079460123'}");

        ImportProgress done = csv("id,status", "u-1,suspended", "u-2,suspended");
        ImportProgress byExternalId = load(
                UserImport.of(DataFormat.CSV).upsert().tenant(acme),
                "externalId,name,status",
                "crm-1,Ada,active",
                "crm-2,Bea,active");

        assertThat(refusals).containsExactly("3 email email-missing", "3 email email-missing");
        assertThat(done).isEqualTo(new ImportProgress(2, 0, 1, 0, 1, true, SUSPENDED));
        assertThat(byExternalId).isEqualTo(new ImportProgress(2, 0, 1, 0, 1, true, ACTIVATED));
        User ada = userdeck.users().findByExternalId("crm-1", acme).orElseThrow();
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.tenants()).containsExactly(acme);
        assertThat(ada.status()).isEqualTo(UserStatus.INVITED);
    }

    @Test
    void whatStaysIsCounted() {
        User ada = signUp("ada@example.org");

        ImportProgress done = csv(
                "email,passwordHash,joinedAt,lastSeenAt",
                "ada@example.org," + BCRYPT + ",,",
                "ada@example.org,,2020-01-01,2020-01-02",
                "ada@example.org,," + ada.joinedAt() + ",",
                "bea@example.org," + BCRYPT + ",2020-01-01,2020-01-02");

        assertThat(done).isEqualTo(new ImportProgress(4, 1, 0, 3, 0, true, new ImportNotes(0, 0, 1, 1, 1)));
        assertThat(ada()).isEqualTo(ada);
        assertThat(userdeck.users().find(ada.id(), Scope.all())).contains(ada);
    }
}
