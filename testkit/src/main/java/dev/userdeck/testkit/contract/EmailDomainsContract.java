package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.UserImport;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** An address is one mailbox, in whatever spelling its domain is typed (IDNA2008), on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class EmailDomainsContract extends EngineContract {
    private static final String TYPED = "ada@straße.example";
    private static final String SENT = "ada@xn--strae-oqa.example";
    private static final String CAPITALS = "ADA@STRAẞE。EXAMPLE";
    private static final String NEIGHBOUR = "ada@strasse.example";

    /** For subclasses. */
    protected EmailDomainsContract() {}

    @Test
    void eachMailboxIsOneUser() {
        assertThat(create("a@straße.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("a@strasse.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("a@xn--strae-oqa.example"))
                .isEqualTo(new CreateUserResult.EmailTaken("a@xn--strae-oqa.example"));
        assertThat(create("b@βόλος.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("b@xn--nxasmm1c.example")).isInstanceOf(CreateUserResult.EmailTaken.class);
        assertThat(create("b@βόλοσ.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("c@ԧ.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("c@Ა.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("c@ა.example")).isInstanceOf(CreateUserResult.EmailTaken.class);
        assertThat(create("d@bücher.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("d@xn--bcher-kva.example")).isInstanceOf(CreateUserResult.EmailTaken.class);
        assertThat(create("d@BU\u0308CHER.example")).isInstanceOf(CreateUserResult.EmailTaken.class);
        assertThat(create("k\u212a@example.org")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("kk@example.org")).isInstanceOf(CreateUserResult.EmailTaken.class);
        // letters of Unicode 16 and 18, which not every Java knows
        assertThat(create("\ud803\udd50@\ud803\udd50.example")).isInstanceOf(CreateUserResult.Created.class);
        assertThat(create("\ud803\udd70@\ud803\udd70.example")).isInstanceOf(CreateUserResult.EmailTaken.class);
    }

    @Test
    void whatIsNoDomainIsRefused() {
        for (String domain :
                List.of("xn--a.example", "a_b.example", "straße.example.", "a\u200cb.example", "א1a.example")) {
            assertThat(create("ada@" + domain)).as(domain).isInstanceOf(CreateUserResult.Refused.class);
        }
    }

    @Test
    void theUserIsFoundByEachSpelling() {
        User ada = signUp(TYPED);
        User neighbour = signUp(NEIGHBOUR);

        for (String spelling : List.of(TYPED, SENT, CAPITALS)) {
            assertThat(userdeck.users().findByEmail(spelling, TenantId.PUBLIC))
                    .as(spelling)
                    .map(User::id)
                    .contains(ada.id());
            assertThat(userdeck.users().signIn(spelling, PASSWORD))
                    .as(spelling)
                    .isInstanceOfSatisfying(
                            SignInResult.SignedIn.class,
                            it -> assertThat(it.user().id()).isEqualTo(ada.id()));
        }
        assertThat(userdeck.users().findByEmail(NEIGHBOUR, TenantId.PUBLIC))
                .map(User::id)
                .contains(neighbour.id());
        assertThat(ada.email()).isEqualTo(TYPED);
    }

    @Test
    void aSearchFindsTheUserByLettersAndByWhatIsSent() {
        UserId typed = signUp("ada@bücher.example").id();
        UserId sent = signUp("bob@xn--bcher-kva.example").id();

        for (String text :
                List.of("bücher.example", "@bücher", "BÜCHER", "xn--bcher-kva.example", "xn--bcher", "@xn--b")) {
            assertThat(find(text)).as(text).containsExactlyInAnyOrder(typed, sent);
        }
        assertThat(find("ada@xn--bcher-kva.example")).containsExactly(typed);
        assertThat(find("bob@bücher.example")).containsExactly(sent);
        assertThat(find("BOB@BÜCHER。example")).containsExactly(sent);
    }

    @Test
    void anImportKnowsTheUserByEachSpelling() throws IOException {
        User ada = signUp(TYPED);
        UserImport rows = UserImport.of(DataFormat.CSV);

        assertThat(load(rows, SENT).refused()).isEqualTo(1);
        assertThat(load(rows, NEIGHBOUR).created()).isEqualTo(1);
        assertThat(load(rows.upsert(), SENT).updated()).isEqualTo(1);
        assertThat(load(rows, "eve@βόλος.example", "eve@xn--nxasmm1c.example"))
                .isEqualTo(new ImportProgress(2, 1, 0, 0, 1, true));
        assertThat(userdeck.users().find(ada.id())).map(User::name).contains("Imported");
    }

    @Test
    void operatorsSignInByEachSpelling() {
        String token = userdeck.operators().issueSetUpToken().orElseThrow();
        userdeck.operators().setUp(token, new NewOperator(TYPED, "Ada", PASSWORD), Actor.anonymous());

        assertThat(userdeck.operators().signIn(SENT, PASSWORD, Actor.anonymous()))
                .isInstanceOf(OperatorSignInResult.SignedIn.class);
        assertThat(userdeck.operators().signIn(NEIGHBOUR, PASSWORD, Actor.anonymous()))
                .isInstanceOf(OperatorSignInResult.Refused.class);
    }

    private ImportProgress load(UserImport how, String... emails) throws IOException {
        String file = "email,name\r\n" + String.join(",Imported\r\n", emails) + ",Imported\r\n";
        return userdeck.data()
                .importUsers(
                        new ByteArrayInputStream(file.getBytes(UTF_8)), how, new ImportListener() {}, Actor.system());
    }

    private CreateUserResult create(String email) {
        return userdeck.users().create(NewUser.withEmail(email), Actor.system());
    }

    private List<UserId> find(String text) {
        return userdeck
                .users()
                .list(UserQuery.of(Scope.all()).filter(UserFilter.none().search(text)))
                .items()
                .stream()
                .map(User::id)
                .toList();
    }
}
