package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.OPERATOR_CODE_REFUSED;
import static dev.userdeck.audit.AuditActions.OPERATOR_FACTORS_RESET;
import static dev.userdeck.audit.AuditActions.OPERATOR_FACTOR_ADDED;
import static dev.userdeck.audit.AuditActions.OPERATOR_RECOVERY_CODE_USED;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_IN;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_OUT;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.AddFactorResult;
import dev.userdeck.operator.BeginTotpResult;
import dev.userdeck.operator.ChangeOperatorResult;
import dev.userdeck.operator.GiveCodeResult;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorFactor;
import dev.userdeck.operator.OperatorFactors;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.PendingSignIn;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.ReauthenticationResult;
import dev.userdeck.operator.RecoveryCodes;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.operator.SignInStep;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.AuthenticatorApp;
import dev.userdeck.testkit.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link OperatorFactors} and the sign-in that asks for them must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OperatorFactorsContract extends EngineContract {
    private static final Actor CLIENT = Actor.anonymous().ip("203.0.113.7").userAgent("Firefox");
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final SecretKey KEY = key(1);
    private static final GiveCodeResult WRONG = new GiveCodeResult.WrongCode();

    private Operators operators;
    private OperatorFactors factors;
    private Tables tables;
    private Operator ines;

    /** For subclasses. */
    protected OperatorFactorsContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.secretKey(KEY);
    }

    @BeforeEach
    void setUpTheFirst() {
        operators = userdeck.operators();
        factors = operators.factors();
        tables = new Tables(database);
        String token = operators.issueSetUpToken().orElseThrow();
        var done = operators.setUp(token, new NewOperator("ines@example.org", "Ines", PASSWORD), CLIENT);
        ines = ((SetUpResult.Done) done).session().operator();
    }

    /** An app that was added, and what came with it. */
    private record Phone(AuthenticatorApp app, RecoveryCodes recoveryCodes, String token, OperatorFactor factor) {}

    @Test
    void aSignInTakesTheCodeOfAnAppThatWasAdded() {
        String elsewhere = token(signIn());
        Phone phone = addPhone();
        clock.advance(STEP);

        assertThat(operators.verify(elsewhere)).isEmpty();
        assertThat(operators.verify(phone.token())).isPresent();
        assertThat(factors.list(ines.id())).containsExactly(phone.factor());
        assertThat(operators
                        .accounts()
                        .find(ines.id(), Scope.all())
                        .orElseThrow()
                        .hasSecondFactor())
                .isTrue();
        assertThat(events(OPERATOR_FACTOR_ADDED).get(0).changes()).containsExactly(new Change("factor", null, "Phone"));

        int before = events(OPERATOR_SIGNED_IN).size();
        String pending = pendingToken();
        assertThat(operators.verify(pending)).isEmpty();
        assertThat(events(OPERATOR_SIGNED_IN)).hasSize(before);
        assertThat(operators.sessions().list(ines.id())).hasSize(1);

        String token = signedIn(factors.giveCode(pending, spaced(code(phone)), CLIENT));

        assertThat(operators.verify(pending)).isEmpty();
        assertThat(factors.pending(pending)).isEmpty();
        OperatorSession session = operators.verify(token).orElseThrow();
        assertThat(session.secondFactorAt()).isEqualTo(clock.instant());
        assertThat(session.provedAt()).isEqualTo(clock.instant());
        assertThat(events(OPERATOR_SIGNED_IN)).hasSize(before + 1);
        assertThat(factors.list(ines.id()).get(0).lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aPendingSignInIsGoodForTenMinutesAndForNothingElse() {
        Phone phone = addPhone();
        clock.advance(STEP);
        String pending = pendingToken();

        assertThat(factors.pending(pending))
                .contains(new PendingSignIn(
                        ines, SignInStep.GIVE_CODE, clock.instant().plus(Duration.ofMinutes(10))));
        assertThat(factors.beginTotp(pending)).isEqualTo(new BeginTotpResult.SessionEnded());
        assertThat(factors.confirmTotp(pending, "Mine", "123456", CLIENT)).isEqualTo(new AddFactorResult.NotBegun());

        clock.advance(Duration.ofMinutes(10));
        assertThat(factors.pending(pending)).isEmpty();
        assertThat(factors.giveCode(pending, code(phone), CLIENT)).isEqualTo(new GiveCodeResult.SessionEnded());

        String left = pendingToken();
        operators.signOut(left, CLIENT);
        assertThat(factors.pending(left)).isEmpty();
        assertThat(events(OPERATOR_SIGNED_OUT)).isEmpty();
        for (String junk : new String[] {null, "", "x", phone.token()}) {
            assertThat(factors.pending(junk)).isEmpty();
            assertThat(factors.giveCode(junk, code(phone), CLIENT)).isEqualTo(new GiveCodeResult.SessionEnded());
        }
    }

    @Test
    void aCodeCountsOnce() {
        Phone phone = addPhone();
        assertThat(factors.giveCode(pendingToken(), code(phone), CLIENT)).isEqualTo(WRONG);

        clock.advance(STEP);
        String code = code(phone);
        signedIn(factors.giveCode(pendingToken(), code, CLIENT));

        assertThat(factors.giveCode(pendingToken(), code, CLIENT)).isEqualTo(WRONG);
        assertThat(events(OPERATOR_CODE_REFUSED)).hasSize(2);
        clock.advance(STEP);
        signedIn(factors.giveCode(pendingToken(), code(phone), CLIENT));
    }

    @Test
    void ofTwoWhoGiveOneCodeAtOnceOneIsIn() {
        Phone phone = addPhone();
        clock.advance(STEP);
        String recovery = phone.recoveryCodes().codes().get(0);

        for (String code : List.of(code(phone), recovery)) {
            List<Callable<GiveCodeResult>> calls = Stream.generate(this::pendingToken)
                    .limit(3)
                    .map(pending -> (Callable<GiveCodeResult>) () -> factors.giveCode(pending, code, CLIENT))
                    .toList();

            assertThat(AtOnce.run(calls))
                    .filteredOn(GiveCodeResult.SignedIn.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void aClockThatIsWrongByAStepIsForgivenAndOneByTwoMinutesNot() {
        Phone phone = addPhone();
        clock.advance(Duration.ofMinutes(5));

        for (Duration off : List.of(Duration.ofMinutes(2), Duration.ofMinutes(-2), STEP.multipliedBy(2))) {
            String code = phone.app().code(clock.instant().plus(off));
            assertThat(factors.giveCode(pendingToken(), code, CLIENT)).isEqualTo(WRONG);
        }
        signedIn(factors.giveCode(
                pendingToken(), phone.app().code(clock.instant().minus(STEP)), CLIENT));
        signedIn(factors.giveCode(
                pendingToken(), phone.app().code(clock.instant().plus(STEP)), CLIENT));
    }

    @Test
    void whoLostThePhoneComesInByARecoveryCodeAndAddsAnother() {
        Phone lost = addPhone();
        assertThat(lost.recoveryCodes().codes())
                .hasSize(RecoveryCodes.COUNT)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        String code = lost.recoveryCodes().codes().get(3);

        String token = signedIn(factors.giveCode(pendingToken(), spaced(code.toUpperCase(Locale.ROOT)), CLIENT));

        assertThat(factors.recoveryCodesLeft(ines.id())).isEqualTo(9);
        assertThat(events(OPERATOR_RECOVERY_CODE_USED).get(0).changes()).containsExactly(new Change("left", null, "9"));
        assertThat(factors.giveCode(pendingToken(), code, CLIENT)).isEqualTo(WRONG);

        OperatorSession here = operators.verify(token).orElseThrow();
        assertThat(factors.remove(here, lost.factor().id(), ines.actor())).isTrue();
        assertThat(factors.remove(here, lost.factor().id(), ines.actor())).isFalse();
        assertThat(tables.count("ud_operator_recovery_code")).isZero();
        assertThat(operators.verify(token).orElseThrow().secondFactorAt()).isNull();
        Phone found = add(token, "New phone");
        assertThat(factors.list(ines.id())).containsExactly(found.factor());
        assertThat(found.recoveryCodes().codes()).doesNotContain(code);
    }

    @Test
    void recoveryCodesAreMadeAnew() {
        Phone phone = addPhone();
        OperatorSession here = operators.verify(phone.token()).orElseThrow();

        RecoveryCodes renewed = factors.renewRecoveryCodes(here, ines.actor()).orElseThrow();

        assertThat(factors.giveCode(
                        pendingToken(), phone.recoveryCodes().codes().get(0), CLIENT))
                .isEqualTo(WRONG);
        signedIn(factors.giveCode(pendingToken(), renewed.codes().get(0), CLIENT));
        assertThat(renewed.toString()).doesNotContain(renewed.codes().get(1));
        factors.reset(ines.id(), Access.full(), Actor.system());
        assertThat(factors.renewRecoveryCodes(here, ines.actor())).isEmpty();
    }

    @Test
    void aSecondAppKeepsTheRecoveryCodesAndEitherCounts() {
        Phone first = addPhone();
        Begun begun = begin(first.token());
        var added = (AddFactorResult.Added) factors.confirmTotp(first.token(), "Tablet", begun.code(), CLIENT);
        clock.advance(STEP);

        assertThat(added.recoveryCodes()).isEmpty();
        assertThat(factors.recoveryCodesLeft(ines.id())).isEqualTo(RecoveryCodes.COUNT);
        signedIn(factors.giveCode(pendingToken(), code(first), CLIENT));
        signedIn(factors.giveCode(pendingToken(), begun.app().code(clock.instant()), CLIENT));

        String token = added.session().token();
        OperatorSession here = operators.verify(token).orElseThrow();
        factors.remove(here, first.factor().id(), ines.actor());
        assertThat(factors.recoveryCodesLeft(ines.id())).isEqualTo(RecoveryCodes.COUNT);
        for (int i = 1; i < OperatorFactors.MAX_FACTORS; i++) {
            token = addFurther(token);
        }
        assertThat(factors.beginTotp(token)).isEqualTo(new BeginTotpResult.TooMany());
    }

    @Test
    void whatIsWrongWithANewFactorIsSaidAndItsSecretStays() {
        String token = token(signIn());
        assertThat(factors.confirmTotp(token, "Phone", "123456", CLIENT)).isEqualTo(new AddFactorResult.NotBegun());
        Begun begun = begin(token);

        var refused = (AddFactorResult.Refused) factors.confirmTotp(token, " ", "12345", CLIENT);

        assertThat(refused.errors()).extracting(FieldError::code).containsExactly("name-missing", "code-wrong");
        assertThat(((AddFactorResult.Refused) factors.confirmTotp(token, "x".repeat(81), begun.code(), CLIENT))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("name-too-long");
        assertThat(factors.list(ines.id())).isEmpty();
        assertThat(factors.confirmTotp(token, "Phone", begun.code(), CLIENT)).isInstanceOf(AddFactorResult.Added.class);
    }

    @Test
    void ofTwoSessionsThatAddAFactorAtOnceOneDoes() {
        List<Callable<AddFactorResult>> calls = Stream.generate(() -> token(signIn()))
                .limit(2)
                .map(token -> {
                    Begun begun = begin(token);
                    return (Callable<AddFactorResult>) () -> factors.confirmTotp(token, "Phone", begun.code(), CLIENT);
                })
                .toList();

        assertThat(AtOnce.run(calls)).containsOnlyOnce(new AddFactorResult.NotBegun());
        assertThat(factors.list(ines.id())).hasSize(1);
        assertThat(factors.recoveryCodesLeft(ines.id())).isEqualTo(RecoveryCodes.COUNT);
    }

    @Test
    void wrongCodesSlowDownAndARightPasswordForgivesNone() {
        Phone phone = addPhone();
        clock.advance(STEP);
        for (int i = 0; i < 5; i++) {
            assertThat(factors.giveCode(pendingToken(), "000000", CLIENT)).isEqualTo(WRONG);
        }

        assertThat(factors.giveCode(pendingToken(), code(phone), CLIENT))
                .isInstanceOf(GiveCodeResult.TooManyAttempts.class);
        clock.advance(STEP);
        signedIn(factors.giveCode(pendingToken(), code(phone), CLIENT));
    }

    @Test
    void freshProofTakesPasswordAndCode() {
        Phone phone = addPhone();
        OperatorSession here = operators.verify(phone.token()).orElseThrow();
        clock.advance(Operators.FRESH_PROOF);

        assertThat(prove(here, "wrong", code(phone))).isEqualTo(new ReauthenticationResult.WrongPassword());
        assertThat(prove(here, PASSWORD, null)).isEqualTo(new ReauthenticationResult.WrongCode());
        assertThat(prove(here, PASSWORD, "000000")).isEqualTo(new ReauthenticationResult.WrongCode());
        assertThat(operators.verify(phone.token()).orElseThrow().provedAt()).isBefore(clock.instant());
        assertThat(prove(here, PASSWORD, code(phone))).isEqualTo(new ReauthenticationResult.Reauthenticated());
        assertThat(operators.verify(phone.token()).orElseThrow().provedAt()).isEqualTo(clock.instant());
        assertThat(prove(here, PASSWORD, code(phone))).isEqualTo(new ReauthenticationResult.WrongCode());
    }

    @Test
    void aColleagueOrTheAppResetsWhoIsLockedOut() {
        Phone phone = addPhone();
        Operator tom = invite("tom@example.org", Preset.SUPPORT);

        assertThat(factors.reset(ines.id(), tom.access(), tom.actor()))
                .isEqualTo(new ChangeOperatorResult.OutOfReach());
        assertThat(factors.reset("nobody", Access.full(), Actor.system()))
                .isEqualTo(new ChangeOperatorResult.Unknown());
        var reset = (ChangeOperatorResult.Changed) factors.reset(ines.id(), Access.full(), Actor.system());
        factors.reset(ines.id(), Access.full(), Actor.system());

        assertThat(reset.account().hasSecondFactor()).isFalse();
        assertThat(operators.verify(phone.token())).isEmpty();
        assertThat(tables.count("ud_operator_factor") + tables.count("ud_operator_recovery_code"))
                .isZero();
        assertThat(events(OPERATOR_FACTORS_RESET)).hasSize(1);
        assertThat(signIn()).isInstanceOf(OperatorSignInResult.SignedIn.class);
    }

    @Test
    void aNewPasswordByLinkLeavesTheFactor() {
        Phone phone = addPhone();
        clock.advance(STEP);
        String link = operators
                .issueResetLink(ines.id(), Actor.system())
                .orElseThrow()
                .link();
        String password = "amber glacier trumpet 88";
        operators.links().reset(link.substring(link.indexOf('#') + 1), password, CLIENT);

        var result = operators.signIn("ines@example.org", password, CLIENT);

        String pending = ((OperatorSignInResult.Pending) result).session().token();
        signedIn(factors.giveCode(pending, code(phone), CLIENT));
    }

    @Test
    void whereAllNeedOneWhoHasNoneAddsItFirst() {
        Userdeck strict = start(builder().secretKey(KEY).requireOperatorSecondFactor());
        Operators there = strict.operators();
        String before = token(signIn());
        assertThat(there.verify(before)).isEmpty();

        var result = there.signIn("ines@example.org", PASSWORD, CLIENT);

        var pending = (OperatorSignInResult.Pending) result;
        assertThat(pending.step()).isEqualTo(SignInStep.ADD_FACTOR);
        String token = pending.session().token();
        assertThat(there.verify(token)).isEmpty();
        assertThat(there.factors().giveCode(token, "123456", CLIENT)).isEqualTo(new GiveCodeResult.SessionEnded());
        Begun begun = begin(there.factors().beginTotp(token));
        var added = (AddFactorResult.Added) there.factors().confirmTotp(token, "Phone", begun.code(), CLIENT);
        assertThat(there.verify(token)).isEmpty();
        assertThat(there.verify(added.session().token())).isPresent();

        clock.advance(Duration.ofMinutes(10));
        factors.reset(ines.id(), Access.full(), Actor.system());
        String late = token(signIn());
        clock.advance(Duration.ofMinutes(10));
        assertThat(there.factors().pending(late)).isEmpty();
        assertThatThrownBy(() -> builder().requireOperatorSecondFactor().start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("secretKey");
    }

    @Test
    void operatorsAreToldByMail() {
        var mailbox = new Mailbox();
        Userdeck mailing = start(builder()
                .secretKey(KEY)
                .emailSender(mailbox)
                .appName("Harbour Rail")
                .dashboardAddress(URI.create("https://rail.example/admin/")));
        operators = mailing.operators();
        factors = operators.factors();

        Phone phone = addPhone();
        signedIn(factors.giveCode(pendingToken(), phone.recoveryCodes().codes().get(0), CLIENT));
        OperatorSession here = operators.verify(phone.token()).orElseThrow();
        factors.renewRecoveryCodes(here, ines.actor());
        factors.remove(here, phone.factor().id(), ines.actor());
        addPhone();
        factors.reset(ines.id(), Access.full(), Actor.system());
        mailing.runMaintenance();

        assertThat(mailbox.mails())
                .extracting(mail -> mail.subject())
                .containsExactlyInAnyOrder(
                        "A second factor for the dashboard of Harbour Rail was added",
                        "A second factor for the dashboard of Harbour Rail was added",
                        "A recovery code for the dashboard of Harbour Rail was used",
                        "You have new recovery codes for the dashboard of Harbour Rail",
                        "A second factor for the dashboard of Harbour Rail was removed",
                        "Your second factor for the dashboard of Harbour Rail was reset");
    }

    @Test
    void theDatabaseKnowsNoSecretAndTheKeyIsChanged() {
        Begun begun = begin(token(signIn()));
        assertThat(tables.dump("ud_operator_session")).doesNotContain(begun.secret());
        Phone phone = addPhone();
        String dump = tables.dump("ud_operator_factor") + tables.dump("ud_operator_recovery_code");
        assertThat(dump).doesNotContain(phone.recoveryCodes().codes());
        clock.advance(STEP);

        assertThatThrownBy(() -> builder().start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("secretKey(…)");
        assertThatThrownBy(() -> builder().secretKey(key(2)).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("earlier");
        start(builder().secretKey(key(2), KEY)).close();
        Userdeck rotated = start(builder().secretKey(key(2)));

        assertThat(tables.dump("ud_operator_factor")).isNotEqualTo(dump);
        signedIn(rotated.operators().factors().giveCode(pendingToken(), code(phone), CLIENT));
        clock.advance(STEP);
        assertThat(factors.giveCode(pendingToken(), code(phone), CLIENT)).isEqualTo(WRONG);
    }

    @Test
    void aSecretOpensForItsOperatorAlone() {
        Phone phone = addPhone();
        Operator tom = invite("tom@example.org", Preset.SUPPORT);
        clock.advance(STEP);
        tables.execute("update ud_operator_factor set operator_id = '" + tom.id() + "'");

        var result = (OperatorSignInResult.Pending) operators.signIn("tom@example.org", PASSWORD, CLIENT);

        assertThat(factors.giveCode(result.session().token(), code(phone), CLIENT))
                .isEqualTo(WRONG);
    }

    @Test
    void withoutAKeyNoneIsAdded() {
        Userdeck keyless = start(builder());

        assertThat(keyless.operators().factors().canBeAdded()).isFalse();
        assertThat(keyless.operators().factors().beginTotp(token(signIn())))
                .isEqualTo(new BeginTotpResult.NoSecretKey());
        assertThat(factors.canBeAdded()).isTrue();
    }

    @Test
    void askingForACodeCostsNoStatement() {
        String token = token(signIn());
        operators.verify(token);

        assertThat(statements(() -> operators.verify(token))).isEqualTo(1);
    }

    private record Begun(String secret, AuthenticatorApp app, String code) {}

    private Begun begin(String token) {
        return begin(factors.beginTotp(token));
    }

    private Begun begin(BeginTotpResult result) {
        var begun = (BeginTotpResult.Begun) result;
        assertThat(begun.uri().toString()).contains("secret=" + begun.secret(), "ines%40example.org");
        assertThat(begun.toString()).doesNotContain(begun.secret());
        var app = new AuthenticatorApp(begun.secret());
        return new Begun(begun.secret(), app, app.code(clock.instant()));
    }

    private Phone addPhone() {
        return add(token(signIn()), "Phone");
    }

    private Phone add(String token, String name) {
        Begun begun = begin(token);
        var added = (AddFactorResult.Added) factors.confirmTotp(token, name, begun.code(), CLIENT);
        return new Phone(
                begun.app(),
                added.recoveryCodes().orElseThrow(),
                added.session().token(),
                added.factor());
    }

    private String addFurther(String token) {
        var added = (AddFactorResult.Added)
                factors.confirmTotp(token, "Further", begin(token).code(), CLIENT);
        return added.session().token();
    }

    private String code(Phone phone) {
        return phone.app().code(clock.instant());
    }

    /** As people type them. */
    private static String spaced(String code) {
        return " " + code.substring(0, 3) + " " + code.substring(3) + " ";
    }

    private OperatorSignInResult signIn() {
        return operators.signIn("ines@example.org", PASSWORD, CLIENT);
    }

    private static String token(OperatorSignInResult result) {
        return result instanceof OperatorSignInResult.Pending pending
                ? pending.session().token()
                : ((OperatorSignInResult.SignedIn) result).session().token();
    }

    private String pendingToken() {
        return ((OperatorSignInResult.Pending) signIn()).session().token();
    }

    private static String signedIn(GiveCodeResult result) {
        assertThat(result).isInstanceOf(GiveCodeResult.SignedIn.class);
        IssuedOperatorSession session = ((GiveCodeResult.SignedIn) result).session();
        return session.token();
    }

    private ReauthenticationResult prove(OperatorSession session, String password, @Nullable String code) {
        return operators.reauthenticate(session, password, code, ines.actor());
    }

    private Operator invite(String email, Preset preset) {
        var invitation = new NewInvitation(email, new Access(preset, Scope.all()));
        var invited =
                (InviteOperatorResult.Invited) operators.accounts().invite(invitation, Access.full(), ines.actor());
        String link = ((OperatorLink.HandOver) invited.link()).link();
        operators.links().accept(link.substring(link.indexOf('#') + 1), "Tom", PASSWORD, CLIENT);
        return operators.find(invited.account().id()).orElseThrow();
    }

    private static SecretKey key(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, "AES");
    }
}
