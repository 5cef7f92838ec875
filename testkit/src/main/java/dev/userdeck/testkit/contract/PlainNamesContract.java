package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.tenant.CreateTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.UpdateTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** Names show all that they hold, wherever they come in. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class PlainNamesContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final String TURNED = "Ada \u202Egnik";

    private static final Map<String, String> HIDING = Map.of(
            "a\u0000b",
            "U+0000",
            TURNED,
            "U+202E",
            "Ada\u2066King\u2069",
            "U+2066",
            "Ada\u200BKing",
            "U+200B",
            "Ada\u200DKing",
            "U+200D",
            "Ada\uFEFF King",
            "U+FEFF",
            "\u3164",
            "U+3164",
            "Ada\uDB40\uDC41",
            "U+E0041",
            "Ada\u2028King",
            "U+2028");

    private static final List<String> SHOWN = List.of(
            "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627",
            "\u0D85\u0DB1\u0DCA\u200D\u0DB4\u0DCA\u200D\u0DBB",
            "\uD83D\uDC69\u200D\uD83D\uDE80 Ada",
            "O\u2019Brien",
            "\u05D3\u05D5\u05D3 Ada");

    /** For subclasses. */
    protected PlainNamesContract() {}

    @Test
    void aUsersNameIsRefusedWithTheCharacterThatHides() {
        User ada = created(userdeck, "ada@example.org");

        HIDING.forEach((name, character) -> {
            var created =
                    userdeck.users().create(NewUser.withEmail("new@example.org").name(name), Actor.system());
            var updated = userdeck.users()
                    .update(ada.id(), UserChange.unconditional().name(name), Scope.all(), Actor.system());

            assertRefusal(((CreateUserResult.Refused) created).errors(), "name", "name-invalid", character);
            assertRefusal(((UpdateUserResult.Refused) updated).errors(), "name", "name-invalid", character);
        });
        assertThat(userdeck.users().find(ada.id())).contains(ada);
    }

    @Test
    void aNameOfNothingThatIsSeenIsRefused() {
        for (String name : List.of("\u2800", "\u2800 \u2800", "\u0301")) {
            var result =
                    userdeck.users().create(NewUser.withEmail("new@example.org").name(name), Actor.system());
            assertRefusal(((CreateUserResult.Refused) result).errors(), "name", "name-invalid", "seen");
        }
    }

    @Test
    void whatALanguageIsWrittenWithIsKept() {
        for (int i = 0; i < SHOWN.size(); i++) {
            var result = userdeck.users()
                    .create(NewUser.withEmail("a" + i + "@example.org").name(SHOWN.get(i)), Actor.system());
            assertThat(((CreateUserResult.Created) result).user().name()).isEqualTo(SHOWN.get(i));
        }
    }

    @Test
    void spaceAroundAndSoftHyphensAreLeftOut() {
        var result = userdeck.users()
                .create(NewUser.withEmail("ada@example.org").name("\u00A0Soft\u00ADline\u3000"), Actor.system());

        assertThat(((CreateUserResult.Created) result).user().name()).isEqualTo("Softline");
    }

    @Test
    void aRowWithSuchANameIsRefusedAlone() {
        var refused = load("email,name", "ada@example.org," + TURNED, "bea@example.org,Bea");

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).row()).isEqualTo(2);
        assertRefusal(refused.get(0).errors(), "name", "name-invalid", "U+202E");
        assertThat(userdeck.users().findByEmail("bea@example.org", TenantId.PUBLIC))
                .isPresent();
    }

    @Test
    void aRowThatJoinedInTheFutureIsRefused() {
        String soon = clock.instant().plus(Duration.ofHours(23)).toString();
        String late = clock.instant().plus(Duration.ofDays(3650)).toString();

        var refused = load(
                "email,joinedAt,lastSeenAt",
                "ada@example.org," + soon + ",",
                "bea@example.org," + late + ",",
                "cas@example.org,," + late);

        assertThat(refused).extracting(RefusedRow::row).containsExactly(3L, 4L);
        assertRefusal(refused.get(0).errors(), "joinedAt", "time-invalid", "future");
        assertRefusal(refused.get(1).errors(), "lastSeenAt", "time-invalid", "future");
    }

    @Test
    void aTenantsNameIsRefused() {
        userdeck.tenants().create(ACME, " Acme\u00A0", Actor.system());

        assertThat(userdeck.tenants().find(ACME).orElseThrow().name()).isEqualTo("Acme");
        assertThat(userdeck.tenants().create(new TenantId("b"), TURNED, Actor.system()))
                .isInstanceOfSatisfying(
                        CreateTenantResult.Refused.class,
                        refused -> assertRefusal(refused.errors(), "name", "tenant-name-invalid", "U+202E"));
        assertThat(userdeck.tenants().rename(ACME, "A\u200Bcme", Actor.system()))
                .isInstanceOfSatisfying(
                        UpdateTenantResult.Refused.class,
                        refused -> assertRefusal(refused.errors(), "name", "tenant-name-invalid", "U+200B"));
    }

    @Test
    void anOperatorsNameIsRefusedAndAHostsIsShown() {
        String token = userdeck.operators().issueSetUpToken().orElseThrow();

        var result = userdeck.operators()
                .setUp(token, new NewOperator("olga@example.org", TURNED, PASSWORD), Actor.anonymous());

        assertRefusal(((SetUpResult.Refused) result).errors(), "name", "name-invalid", "U+202E");
        assertThat(Operator.of(TURNED, Preset.ADMIN).name()).isEqualTo("Ada \uFFFDgnik");
    }

    @Test
    void aReasonIsRefused() {
        User ada = created(userdeck, "ada@example.org");

        var result =
                userdeck.users().suspend(ada.id(), NewSuspension.of("Spam\n" + TURNED), Scope.all(), Actor.system());

        assertRefusal(((SuspendUserResult.Refused) result).errors(), "reason", "reason-invalid", "U+202E");
    }

    @Test
    void theNameOfTheAppIsRefused() {
        assertThatThrownBy(() -> builder().appName("Sh\u2060op"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+2060");
    }

    private List<RefusedRow> load(String columns, String... rows) {
        var refused = new ArrayList<RefusedRow>();
        byte[] file = (columns + "\n" + String.join("\n", rows)).getBytes(UTF_8);
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                refused.add(row);
            }
        };
        try {
            userdeck.data()
                    .importUsers(
                            new ByteArrayInputStream(file), UserImport.of(DataFormat.CSV), listener, Actor.system());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return refused;
    }

    private static void assertRefusal(List<FieldError> errors, String field, String code, String word) {
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).field()).isEqualTo(field);
        assertThat(errors.get(0).code()).isEqualTo(code);
        assertThat(errors.get(0).message()).contains(word);
    }
}
