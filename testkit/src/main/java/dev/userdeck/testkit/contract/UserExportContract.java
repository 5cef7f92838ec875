package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.DATA_AUDIT_EXPORTED;
import static dev.userdeck.audit.AuditActions.DATA_EXPORTED;
import static dev.userdeck.audit.AuditActions.DATA_READ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.data.AuditExport;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** Users go into files, from where they can come back. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserExportContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");

    /** For subclasses. */
    protected UserExportContract() {}

    private static UserExport everyone(DataFormat format) {
        return UserExport.of(UserQuery.of(Scope.all()), format);
    }

    private void someUsers() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        User ada = signUp("ada@example.org");
        userdeck.users().link(ada.id(), NewLogin.of("google", "7"), Actor.system());
        userdeck.users().addToTenant(ada.id(), ACME, Actor.system());
        create(NewUser.withPhone("+442079460123").withoutPassword().name("=cmd|' /C calc'!A0"));
        User grace = create(NewUser.withEmail("grace@example.org")
                .name("Grace \"G\", 'x'\u00e9")
                .externalId("-7"));
        userdeck.users().suspend(grace.id(), NewSuspension.of("Owes money"), Scope.all(), Actor.system());
        create(NewUser.withLogin(NewLogin.of("github", "9").email("nine@example.org"))
                .name("'=quoted"));
    }

    private User create(NewUser user) {
        return ((CreateUserResult.Created) userdeck.users().create(user, Actor.system())).user();
    }

    @Test
    void whatIsExportedCanBeImported() throws SQLException {
        someUsers();
        for (DataFormat format : List.of(DataFormat.JSON_LINES, DataFormat.CSV)) {
            byte[] file = Exports.of(userdeck, everyone(format).withPasswordHashes());
            withSchema(schema -> {
                Userdeck apart = start(builder().schema(schema));
                apart.tenants().create(ACME, "Acme", Actor.system());

                ImportProgress done = load(apart, UserImport.of(format), file);

                assertThat(done).isEqualTo(new ImportProgress(4, 4, 0, 0, 0, true));
                assertThat(Exports.lines(Exports.of(apart, everyone(format).withPasswordHashes())))
                        .containsExactlyInAnyOrderElementsOf(Exports.lines(file));
                assertThat(apart.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
                assertThat(load(apart, UserImport.of(format).upsert(), file).refused())
                        .isZero();
                apart.close();
            });
        }
    }

    private static ImportProgress load(Userdeck into, UserImport how, byte[] file) {
        try {
            return into.data().importUsers(new ByteArrayInputStream(file), how, ImportListener.none(), Actor.system());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noCellIsAFormula() {
        someUsers();

        List<String> lines = Exports.lines(Exports.of(userdeck, everyone(DataFormat.CSV)));

        assertThat(lines.get(0))
                .isEqualTo(
                        "\ufeffid,externalId,name,email,phone,status,suspension,joinedAt,lastSeenAt,tenants,loginMethods");
        assertThat(lines)
                .anyMatch(line -> line.contains("\"'=cmd|' /C calc'!A0\""))
                .anyMatch(line -> line.contains("\"'+442079460123\""))
                .anyMatch(line -> line.contains("\"'-7\""))
                .noneMatch(line -> line.matches(".*(^|,)\"?[=+@-].*"));
        assertThat(lines.toString()).doesNotContain("$argon2id");
    }

    @Test
    void justTheUsersOfTheQuery() {
        someUsers();
        var query = UserQuery.of(Scope.all())
                .matching(UserCondition.of("{user} <> ?", "none"))
                .size(10);

        assertThat(Exports.lines(Exports.of(userdeck, UserExport.of(query, DataFormat.JSON_LINES))))
                .hasSize(4);
        List<String> ofAcme =
                Exports.lines(Exports.of(userdeck, UserExport.of(UserQuery.of(Scope.of(ACME)), DataFormat.JSON_LINES)));
        assertThat(ofAcme)
                .singleElement()
                .asString()
                .contains("\"email\":\"ada@example.org\"", "\"tenants\":[\"acme\"]")
                .doesNotContain("public");
    }

    @Test
    void moreThanAPageIsExportedOnce() {
        for (int i = 0; i < 230; i++) {
            created(userdeck, "user" + i + "@example.org");
        }
        database.statements().reset();

        List<String> lines = Exports.lines(Exports.of(userdeck));

        assertThat(lines).hasSize(230).doesNotHaveDuplicates();
        assertThat(database.statements().count()).isLessThanOrEqualTo(20);
    }

    @Test
    void anExportIsAnEvent() {
        Exports.of(userdeck, UserExport.of(UserQuery.of(Scope.of(TenantId.PUBLIC)), DataFormat.CSV));

        AuditEvent event = userdeck.audit()
                .list(AuditQuery.of(Scope.of(TenantId.PUBLIC)))
                .items()
                .get(0);
        assertThat(event.action()).isEqualTo(DATA_EXPORTED);
        assertThat(event.target()).isEqualTo("csv");
        assertThat(event.changes()).contains(new AuditEvent.Change("tenants", null, "public"));
    }

    @Test
    void eventsOfAQueryAreExportedPageByPageAndThatIsAnEvent() throws IOException {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        User ada = signUp("ada@example.org");
        userdeck.users().addToTenant(ada.id(), ACME, Actor.system());
        var olu = Actor.operator("olu", "Olu");
        for (int i = 0; i < 230; i++) {
            userdeck.audit()
                    .record(NewAuditEvent.of("app.done", olu)
                            .user(ada.id())
                            .tenant(ACME)
                            .target(i == 229 ? "=cmd()" : "n" + i)
                            .change("email", null, "ada@example.org"));
        }
        var guess = NewAuditEvent.of("app.guessed", Actor.anonymous());
        userdeck.audit()
                .record(guess.user(ada.id()).tenant(ACME).change("email", "katerina@example.org", "+442079460123"));
        var query = AuditQuery.of(Scope.of(ACME)).action("app.").user(ada.id());
        database.statements().reset();

        List<String> lines = events(query, DataFormat.JSON_LINES);

        assertThat(database.statements().count()).isLessThanOrEqualTo(12);
        assertThat(lines).hasSize(231).doesNotHaveDuplicates();
        assertThat(lines.get(0))
                .contains("\"action\":\"app.guessed\"", "kat***@example.org", "+44***23")
                .doesNotContain("katerina", "ada@");
        assertThat(lines.get(230))
                .contains("\"actorName\":\"Olu\",", "\"userId\":\"" + ada.id() + "\",\"userName\":\"ada@example.org\"")
                .endsWith("\"tenants\":[\"acme\"],\"target\":\"n0\","
                        + "\"changes\":[{\"field\":\"email\",\"after\":\"ada@example.org\"}]}");
        List<String> csv = events(query, DataFormat.CSV);
        assertThat(csv).hasSize(1 + 231);
        assertThat(csv.get(2)).contains("\"'=cmd()\"");
        AuditEvent exported = userdeck.audit()
                .list(AuditQuery.of(Scope.of(ACME)).action(DATA_AUDIT_EXPORTED))
                .items()
                .get(0);
        assertThat(exported.target()).isEqualTo("csv");
        assertThat(exported.actor().name()).isEqualTo("Ines");
        assertThat(exported.changes())
                .containsExactlyInAnyOrder(
                        new AuditEvent.Change("tenants", null, "acme"),
                        new AuditEvent.Change("user", null, ada.id().value()),
                        new AuditEvent.Change("action", null, "app."));
    }

    private List<String> events(AuditQuery query, DataFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        long count =
                userdeck.data().exportAuditEvents(AuditExport.of(query, format), out, Actor.operator("op-1", "Ines"));
        assertThat(count).isEqualTo(231);
        return out.toString(UTF_8).lines().toList();
    }

    @Test
    void allThatIsKeptOfAUser() {
        someUsers();
        User ada = userdeck.users().findByEmail("ada@example.org", ACME).orElseThrow();
        userdeck.sessions().create(ada.id(), SessionOrigin.of("password"));

        String data = userdeck.data().of(ada.id()).orElseThrow();

        assertThat(data)
                .startsWith("{\"id\":\"" + ada.id() + "\"")
                .contains("\"provider\":\"google\"", "\"sessions\":[{\"tenant\":\"public\"")
                .doesNotContain("argon2id");
        assertThat(userdeck.data().of(ada.id(), Scope.of(new TenantId("other")), Actor.system()))
                .isEmpty();
        assertThat(new String(data.getBytes(UTF_8), UTF_8)).isEqualTo(data);
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()))
                        .items()
                        .get(0)
                        .action())
                .isEqualTo(DATA_READ);
    }

    @Test
    void whoReadsAllOfAUserIsSeenWhereTheUserIsAlone() {
        TenantId other = new TenantId("other");
        userdeck.tenants().create(other, "Other", Actor.system());
        someUsers();
        User ada = userdeck.users().findByEmail("ada@example.org", ACME).orElseThrow();
        Scope some = Scope.of(Set.of(ACME, other));

        assertThat(userdeck.data().of(ada.id(), some, Actor.operator("op-1", "Ines")))
                .isPresent();

        AuditQuery read = AuditQuery.of(some).action(DATA_READ);
        assertThat(userdeck.audit().list(read.tenant(ACME)).items())
                .singleElement()
                .extracting(AuditEvent::user)
                .isEqualTo(ada.id());
        assertThat(userdeck.audit().list(read.tenant(other)).items()).isEmpty();
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.of(other)).action(DATA_READ))
                        .items())
                .isEmpty();
    }
}
