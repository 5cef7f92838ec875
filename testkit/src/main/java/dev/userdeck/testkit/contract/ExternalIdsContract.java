package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.FieldError;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.CreateUserResult.Created;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That external ids are unique per tenant, and that neither they nor ids tell who is in another one, on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ExternalIdsContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final Actor SUE = Actor.operator("op-1", "Sue");

    private User there;

    /** For subclasses. */
    protected ExternalIdsContract() {}

    @BeforeEach
    void someoneInAnotherTenantHasOne() {
        userdeck.tenants().create(ACME, "Acme", SUE);
        userdeck.tenants().create(GLOBEX, "Globex", SUE);
        there = user("there@example.org", "crm-1", GLOBEX);
    }

    @Test
    void twoUsersOfTwoTenantsMayHaveTheSame() {
        User here = user("here@example.org", "crm-1", ACME);

        assertThat(userdeck.users().findByExternalId(" crm-1 ", ACME)).contains(here);
        assertThat(userdeck.users().findByExternalId("crm-1", GLOBEX)).contains(there);
        assertThat(userdeck.users().findByExternalId("crm-1", TenantId.PUBLIC)).isEmpty();
        assertThat(userdeck.users().findByExternalId("CRM-1", ACME)).isEmpty();
    }

    @Test
    void inOneTenantItIsTaken() {
        user("here@example.org", "crm-1", ACME);
        User other = user("other@example.org", "crm-2", ACME);

        assertThat(codes(create("third@example.org", "crm-1", ACME))).containsExactly("external-id-taken");
        assertThat(codes(userdeck.users()
                        .update(other.id(), UserChange.unconditional().externalId("crm-1"), Scope.all(), SUE)))
                .containsExactly("external-id-taken");
        assertThat(userdeck.users().findByExternalId("crm-2", ACME)).contains(other);
    }

    @Test
    void aChangedOneIsFreeAgain() {
        User here = user("here@example.org", "crm-1", ACME);

        userdeck.users().update(here.id(), UserChange.unconditional().externalId("crm-9"), Scope.all(), SUE);

        assertThat(userdeck.users().findByExternalId("crm-1", ACME)).isEmpty();
        assertThat(userdeck.users().findByExternalId("crm-9", ACME)).isPresent();
        assertThat(user("next@example.org", "crm-1", ACME).externalId()).isEqualTo("crm-1");
    }

    @Test
    void ofTwoAtOnceOneGetsIt() {
        List<CreateUserResult> results =
                AtOnce.run(() -> create("a@example.org", "crm-1", ACME), () -> create("b@example.org", "crm-1", ACME));

        assertThat(results).filteredOn(Created.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(CreateUserResult.Refused.class::isInstance)
                .singleElement()
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("external-id-taken"));
    }

    @Test
    void whereItIsTakenAUserIsNotAdded() {
        User here = user("here@example.org", "crm-1", ACME);

        assertThat(userdeck.users().addToTenant(here.id(), GLOBEX, Scope.all(), SUE))
                .isInstanceOfSatisfying(
                        AddToTenantResult.Taken.class,
                        taken -> assertThat(taken.errors())
                                .extracting(FieldError::code)
                                .containsExactly("external-id-taken"));
        assertThat(userdeck.users().find(here.id()).orElseThrow().tenants()).containsExactly(ACME);

        userdeck.users().delete(there.id());

        assertThat(userdeck.users().addToTenant(here.id(), GLOBEX, Scope.all(), SUE))
                .isInstanceOf(AddToTenantResult.Added.class);
        assertThat(userdeck.users().findByExternalId("crm-1", GLOBEX)).isPresent();
    }

    @Test
    void aMergedUserHasItInAllTenantsOrIsNotMerged() {
        User here = user("here@example.org", "crm-7", ACME);
        User plain = user("plain@example.org", null, GLOBEX);
        user("holder@example.org", "crm-7", GLOBEX);

        assertThat(codes(userdeck.users().merge(here.id(), plain.id(), Scope.all(), SUE)))
                .containsExactly("external-id-taken");

        var merged = (UpdateUserResult.Updated) userdeck.users().merge(plain.id(), there.id(), Scope.all(), SUE);
        assertThat(merged.user().externalId()).isEqualTo("crm-1");
        assertThat(userdeck.users().findByExternalId("crm-1", GLOBEX))
                .map(User::id)
                .contains(plain.id());
    }

    @Test
    void anImportIntoOneTenantMeetsNobodyOfAnother() {
        UserImport create = UserImport.of(DataFormat.JSON_LINES).tenant(ACME).scope(Scope.of(ACME));
        String row = "{\"email\":\"here@example.org\",\"externalId\":\"crm-1\",\"name\":\"Here\"}";

        assertThat(refusals(create.asDryRun(), row)).isEmpty();
        assertThat(refusals(create.upsert().asDryRun(), row)).isEmpty();
        assertThat(refusals(create.upsert(), row)).isEmpty();
        assertThat(refusals(create.upsert(), row.replace("Here", "Renamed"))).isEmpty();
        assertThat(refusals(create, row)).containsExactly("email email-taken", "externalId external-id-taken");

        User here = userdeck.users().findByExternalId("crm-1", ACME).orElseThrow();
        assertThat(here.name()).isEqualTo("Renamed");
        assertThat(userdeck.users().find(there.id()).orElseThrow()).isEqualTo(there);
    }

    @Test
    void aRowIsAboutWhomItsTenantsKnowByTheExternalId() {
        User here = user("here@example.org", "crm-1", ACME);
        UserImport upsert = UserImport.of(DataFormat.JSON_LINES).upsert();

        refusals(upsert.tenant(ACME), "{\"email\":\"moved@example.org\",\"externalId\":\"crm-1\"}");
        refusals(
                upsert.tenant(GLOBEX), "{\"externalId\":\"crm-1\",\"email\":\"there@example.org\",\"name\":\"There\"}");

        assertThat(userdeck.users().find(here.id()).orElseThrow().email()).isEqualTo("moved@example.org");
        assertThat(userdeck.users().find(there.id()).orElseThrow().name()).isEqualTo("There");
    }

    @Test
    void whoImportsIntoSomeTenantsChoosesNoIdsWhoeverHasThem() {
        User here = user("here@example.org", null, ACME);
        for (UserImport how : List.of(
                UserImport.of(DataFormat.JSON_LINES),
                UserImport.of(DataFormat.JSON_LINES).upsert())) {
            UserImport mine = how.tenant(ACME).scope(Scope.of(ACME)).asDryRun();
            for (String id : List.of(here.id().value(), there.id().value(), "nobody")) {
                assertThat(refusals(mine, "{\"id\":\"" + id + "\",\"email\":\"new@example.org\"}"))
                        .as(id)
                        .containsExactly("id id-not-yours");
            }
            assertThat(refusals(mine.ignoring("id"), "{\"id\":\"nobody\",\"email\":\"new@example.org\"}"))
                    .isEmpty();
        }
    }

    @Test
    void aRowOfAnotherTenantTellsNothingOfWhoIsThere() {
        for (String email : List.of("there@example.org", "nobody@example.org")) {
            for (UserImport how : List.of(
                    UserImport.of(DataFormat.JSON_LINES),
                    UserImport.of(DataFormat.JSON_LINES).upsert())) {
                assertThat(refusals(
                                how.tenant(ACME).scope(Scope.of(ACME)).asDryRun(),
                                "{\"email\":\"" + email + "\",\"tenants\":[\"globex\"],\"externalId\":\"crm-1\"}"))
                        .as(email)
                        .containsExactly("tenants tenant-unknown");
            }
        }
    }

    private List<String> refusals(UserImport how, String row) {
        var refused = new ArrayList<String>();
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                row.errors().forEach(error -> refused.add(error.field() + " " + error.code()));
            }
        };
        try {
            userdeck.data().importUsers(new ByteArrayInputStream(row.getBytes(UTF_8)), how, listener, SUE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return refused;
    }

    private User user(String email, @Nullable String externalId, TenantId tenant) {
        return ((Created) create(email, externalId, tenant)).user();
    }

    private CreateUserResult create(String email, @Nullable String externalId, TenantId tenant) {
        NewUser user = NewUser.withEmail(email).tenant(tenant);
        return userdeck.users().create(externalId == null ? user : user.externalId(requireNonNull(externalId)), SUE);
    }

    private static List<String> codes(CreateUserResult result) {
        return ((CreateUserResult.Refused) result)
                .errors().stream().map(FieldError::code).toList();
    }

    private static List<String> codes(UpdateUserResult result) {
        return ((UpdateUserResult.Refused) result)
                .errors().stream().map(FieldError::code).toList();
    }
}
