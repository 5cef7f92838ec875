package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
import static dev.userdeck.audit.AuditActions.USER_CHANGED_BY_IMPORT;
import static dev.userdeck.audit.AuditActions.USER_IMPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipe;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several rows of a file may be about one user, whatever each finds that user by: they are done in the order of the file, each
 * as if it were alone, and each is counted.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class RepeatedRowsContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");

    private final RandomRecipe notes = new RandomRecipe();
    private final List<String> refusals = new ArrayList<>();
    private final ImportListener report = new ImportListener() {
        @Override
        public void refused(RefusedRow row) {
            row.errors().forEach(error -> refusals.add(row.row() + " " + error.code()));
        }
    };

    /** For subclasses. */
    protected RepeatedRowsContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(notes);
    }

    @BeforeEach
    void thereAreTenants() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        userdeck.tenants().create(GLOBEX, "Globex", Actor.system());
    }

    /** By what two rows find the user. */
    protected enum Found {
        /** Both by the email. */
        BY_EMAIL("'email':'ada@example.org'", "'email':'ada@example.org'", "email-taken"),
        /** Both by the phone. */
        BY_PHONE("'phone':'+44 20 7946 0123'", "'phone':'+442079460123'", "phone-taken"),
        /** Both by the login. */
        BY_LOGIN("'provider':'google','subject':'1'", "'provider':'google','subject':'1'", "login-taken"),
        /** Both by the id. */
        BY_ID("'id':'u-1','email':'ada@example.org'", "'id':'u-1','email':'ada@example.org'", "id-taken"),
        /** Both by the external id. */
        BY_EXTERNAL_ID(
                "'externalId':'crm-1','email':'ada@example.org'",
                "'externalId':'crm-1','phone':'+442079460123'",
                "external-id-taken"),
        /** One by the id, the next by the email. */
        BY_ID_THEN_EMAIL("'id':'u-1','phone':'+442079460123'", "'email':'ada@example.org'", "email-taken"),
        /** One by the external id, the next by the email. */
        BY_EXTERNAL_ID_THEN_EMAIL(
                "'externalId':'crm-1','phone':'+442079460123'", "'email':'ada@example.org'", "email-taken"),
        /** One by the email, the next by the external id. */
        BY_EMAIL_THEN_EXTERNAL_ID(
                "'email':'ada@example.org'", "'externalId':'crm-1','phone':'+442079460123'", "external-id-taken"),
        /** One by the external id, the next by the id. */
        BY_EXTERNAL_ID_THEN_ID(
                "'externalId':'crm-1','phone':'+442079460123'", "'id':'u-1','email':'ada@example.org'", "id-taken"),
        /** One by the phone, the next by the login. */
        BY_PHONE_THEN_LOGIN("'phone':'+442079460123'", "'provider':'google','subject':'1'", "login-taken");

        private final String first;
        private final String second;
        private final String taken;

        Found(String first, String second, String taken) {
            this.first = first;
            this.second = second;
            this.taken = taken;
        }
    }

    private static UserImport create() {
        return UserImport.of(DataFormat.JSON_LINES);
    }

    private static UserImport upsert() {
        return create().upsert();
    }

    private ImportProgress load(UserImport how, String... rows) {
        byte[] file = String.join("\n", rows).replace('\'', '"').getBytes(UTF_8);
        try {
            return userdeck.data().importUsers(new ByteArrayInputStream(file), how, report, Actor.system());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String row(String found, String... more) {
        return "{" + found + String.join("", more) + "}";
    }

    private String note(String text) {
        return ",'" + notes.id() + "Note':'" + text + "'";
    }

    /** The same rows with another note: the recipe keeps all in memory, so that of a dry run stays. */
    private static String[] noting(String text, String... rows) {
        return Stream.of(rows).map(row -> row.replace("first", text)).toArray(String[]::new);
    }

    private void adaIsThere() {
        load(
                create(),
                "{'id':'u-1','externalId':'crm-1','email':'ada@example.org','phone':'+442079460123',"
                        + "'provider':'google','subject':'1'}");
    }

    private static ImportProgress counts(int created, int updated, int unchanged, int refused) {
        return new ImportProgress(created + updated + unchanged + refused, created, updated, unchanged, refused, true);
    }

    private List<User> all() {
        return userdeck.users().list(UserQuery.of(Scope.all())).items();
    }

    private User only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    @ParameterizedTest
    @EnumSource(Found.class)
    void eachOfThemChangesWhoIsThere(Found found) {
        adaIsThere();
        String[] rows = {
            row(found.first, ",'name':'Ada','tenants':['public','acme']", note("first")),
            row(found.second, ",'tenants':['public','globex']"),
            row(found.first, ",'name':'Ada','tenants':['public','acme']"),
            row(found.second, ",'name':'Countess'")
        };

        ImportProgress dry = load(upsert().asDryRun(), noting("dry", rows));
        ImportProgress done = load(upsert(), rows);

        assertThat(refusals).isEmpty();
        assertThat(done).isEqualTo(counts(0, 3, 1, 0)).isEqualTo(dry);
        assertThat(only().name()).isEqualTo("Countess");
        assertThat(only().tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME, GLOBEX);
        assertThat(notes.noteOn(only().id())).isEqualTo("first");
    }

    @ParameterizedTest
    @EnumSource(Found.class)
    void twoFilesDoWhatOneDoes(Found found) {
        adaIsThere();

        ImportProgress first =
                load(upsert(), row(found.first, ",'name':'Ada','tenants':['public','acme']", note("first")));
        ImportProgress second = load(upsert(), row(found.second, ",'tenants':['public','globex']"));
        ImportProgress third = load(upsert(), row(found.first, ",'name':'Ada','tenants':['public','acme']"));
        ImportProgress fourth = load(upsert(), row(found.second, ",'name':'Countess'"));

        assertThat(refusals).isEmpty();
        assertThat(Stream.of(first, second, third, fourth))
                .containsExactly(counts(0, 1, 0, 0), counts(0, 1, 0, 0), counts(0, 0, 1, 0), counts(0, 1, 0, 0));
        assertThat(only().name()).isEqualTo("Countess");
        assertThat(only().tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME, GLOBEX);
        assertThat(notes.noteOn(only().id())).isEqualTo("first");
    }

    @ParameterizedTest
    @EnumSource(Found.class)
    void noneOfThemChangesWhoIsThereUnlessAsked(Found found) {
        adaIsThere();
        User before = only();

        ImportProgress done = load(create(), row(found.first, note("first")), row(found.second, ",'name':'Countess'"));

        assertThat(done).isEqualTo(counts(0, 0, 0, 2));
        assertThat(refusals).contains("2 " + found.taken);
        assertThat(only()).isEqualTo(before);
        assertThat(notes.noteOn(before.id())).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*THEN.*")
    void theSecondOneMeetsWhomTheFirstOneMade(Found found) {
        String[] rows = {
            row(found.first, ",'name':'Ada'", note("first")), row(found.second, ",'tenants':['public','acme']")
        };

        ImportProgress dry = load(upsert().asDryRun(), noting("dry", rows));
        ImportProgress done = load(upsert(), rows);

        assertThat(refusals).isEmpty();
        assertThat(done).isEqualTo(counts(1, 1, 0, 0)).isEqualTo(dry);
        assertThat(only().name()).isEqualTo("Ada");
        assertThat(only().tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME);
        assertThat(notes.noteOn(only().id())).isEqualTo("first");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*THEN.*")
    void theSecondOneIsRefusedWhereOnlyNewUsersAreTaken(Found found) {
        String[] rows = {row(found.first, ",'name':'Ada'"), row(found.second, note("second"))};

        ImportProgress dry = load(create().asDryRun(), rows);
        assertThat(refusals).isNotEmpty().allMatch(refusal -> refusal.startsWith("2 "));
        refusals.clear();
        ImportProgress done = load(create(), rows);

        assertThat(refusals).contains("2 " + found.taken);
        assertThat(done).isEqualTo(counts(1, 0, 0, 1)).isEqualTo(dry);
        assertThat(only().name()).isEqualTo("Ada");
        assertThat(notes.noteOn(only().id())).isNull();
    }

    @ParameterizedTest
    @EnumSource(UserImport.Mode.class)
    void oneAddressInTwoTenantsIsTwoUsers(UserImport.Mode mode) {
        ImportProgress done = load(
                mode == UserImport.Mode.UPSERT ? upsert() : create(),
                row("'email':'ada@example.org','tenants':['acme']", note("of acme")),
                row("'email':'ada@example.org','tenants':['globex']", note("of globex")));

        assertThat(refusals).isEmpty();
        assertThat(done).isEqualTo(counts(2, 0, 0, 0));
        assertThat(all()).hasSize(2).allSatisfy(user -> {
            assertThat(user.tenants()).hasSize(1);
            assertThat(notes.noteOn(user.id()))
                    .isEqualTo("of " + user.tenants().iterator().next().value());
        });
    }

    @Test
    void rowsOfTwoTenantsAreAboutOneUserWhoIsInBoth() {
        load(create(), "{'email':'ada@example.org','tenants':['acme','globex']}");

        ImportProgress done = load(
                upsert(),
                row("'email':'ada@example.org','tenants':['acme'],'name':'Ada'", note("first")),
                row("'email':'ada@example.org','tenants':['globex'],'externalId':'crm-1'"));

        assertThat(done).isEqualTo(counts(0, 2, 0, 0));
        assertThat(only().name()).isEqualTo("Ada");
        assertThat(only().externalId()).isEqualTo("crm-1");
        assertThat(notes.noteOn(only().id())).isEqualTo("first");
    }

    @Test
    void whatOneGivesUpIsFreeForTheNext() {
        load(create(), "{'externalId':'crm-1','email':'ada@example.org'}");

        ImportProgress done = load(
                upsert(),
                "{'externalId':'crm-1','email':'lovelace@example.org'}",
                "{'email':'ada@example.org','name':'Another Ada'}",
                row("'email':'LOVELACE@Example.org'", note("third")));

        assertThat(refusals).isEmpty();
        assertThat(done).isEqualTo(counts(1, 2, 0, 0));
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .map(User::name)
                .contains("Another Ada");
        User ada = userdeck.users()
                .findByEmail("lovelace@example.org", TenantId.PUBLIC)
                .orElseThrow();
        assertThat(ada.externalId()).isEqualTo("crm-1");
        assertThat(notes.noteOn(ada.id())).isEqualTo("third");
    }

    @ParameterizedTest
    @EnumSource
    void whoComesToATenantLaterIsInNobodysWay(Order order) {
        adaIsThere();
        String other = "{'email':'ada@example.org','tenants':['acme'],'name':'Other'}";
        String comes = "{'externalId':'crm-1','phone':'+442079460123','tenants':['public','acme']}";

        ImportProgress done = order == Order.LAST ? load(upsert(), other, comes) : load(upsert(), comes, other);

        if (order == Order.LAST) {
            assertThat(refusals).containsExactly("2 email-taken");
            assertThat(done).isEqualTo(counts(1, 0, 0, 1));
            assertThat(all()).hasSize(2);
        } else {
            assertThat(refusals).isEmpty();
            assertThat(done).isEqualTo(counts(0, 2, 0, 0));
            assertThat(only().name()).isEqualTo("Other");
        }
    }

    /** When a row brings someone into a tenant. */
    protected enum Order {
        /** Before the other row. */
        FIRST,
        /** After the other row. */
        LAST
    }

    @Test
    void aRefusedOneStandsInNoOthersWay() {
        adaIsThere();

        ImportProgress done = load(
                upsert(),
                row("'externalId':'crm-1','phone':'+442079460123'", note("first")),
                row("'email':'ada@example.org','externalId':'crm-2'", note("second")),
                "{'email':'ada@example.org','name':'Ada'}");

        assertThat(refusals).containsExactly("2 external-id-differs");
        assertThat(done).isEqualTo(counts(0, 2, 0, 1));
        assertThat(only().name()).isEqualTo("Ada");
        assertThat(notes.noteOn(only().id())).isEqualTo("first");
    }

    @Test
    void theyAreOneEventAsAllRowsOfABatchAndOneOfEachUser() {
        adaIsThere();
        List<AuditEvent> before = events();

        load(
                upsert(),
                row("'externalId':'crm-1','phone':'+442079460123'", note("first")),
                row("'email':'ada@example.org'", note("second")),
                "{'email':'bea@example.org'}",
                "{'email':'bea@example.org','name':'Bea'}");

        List<AuditEvent> added = events().subList(0, events().size() - before.size());
        assertThat(added)
                .extracting(AuditEvent::action, AuditEvent::user)
                .containsExactly(
                        tuple(DATA_IMPORTED, null),
                        tuple(USER_CHANGED_BY_IMPORT, userOf("ada@example.org")),
                        tuple(USER_IMPORTED, userOf("bea@example.org")));
        assertThat(added.get(0).changes())
                .extracting(AuditEvent.Change::field, AuditEvent.Change::after)
                .containsExactlyInAnyOrder(tuple("created", "1"), tuple("updated", "3"));
    }

    private UserId userOf(String email) {
        return userdeck.users()
                .findByEmail(email, TenantId.PUBLIC)
                .orElseThrow()
                .id();
    }

    private List<AuditEvent> events() {
        return userdeck.audit().list(AuditQuery.of(Scope.all())).items();
    }
}
