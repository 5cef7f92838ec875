package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.OPERATOR_SET_UP;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_IN;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_OUT;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGN_IN_FAILED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.tenant.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Operators} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OperatorsContract extends EngineContract {
    private static final String EMAIL = "Ines@Example.org";
    private static final NewOperator INES = new NewOperator(EMAIL, "Ines Marchetti", PASSWORD);
    private static final Actor STRANGER = Actor.anonymous().ip("203.0.113.7");

    private static final OperatorSignInResult REFUSED = new OperatorSignInResult.Refused();

    private Operators operators;
    private Tables tables;

    /** For subclasses. */
    protected OperatorsContract() {}

    @BeforeEach
    void takeOperators() {
        operators = userdeck.operators();
        tables = new Tables(database);
    }

    @Test
    void atFirstThereIsNoOperatorAndNoToken() {
        assertThat(operators.exist()).isFalse();
        assertThat(operators.setUpTokenPending()).isFalse();
        assertThat(operators.verify(null)).isEmpty();
    }

    @Test
    void theSetUpTokenMakesTheFirstOperatorAndSignsIn() {
        String token = operators.issueSetUpToken().orElseThrow();
        assertThat(operators.setUpTokenPending()).isTrue();

        var result = operators.setUp(token, INES, STRANGER);

        assertThat(result).isInstanceOfSatisfying(SetUpResult.Done.class, done -> {
            Operator ines = done.session().operator();
            assertThat(ines.name()).isEqualTo("Ines Marchetti");
            assertThat(ines.preset()).isEqualTo(Preset.OWNER);
            assertThat(ines.scope()).isEqualTo(Scope.all());
            assertThat(operators.verify(done.session().token()))
                    .map(OperatorSession::operator)
                    .contains(ines);
            assertThat(event(OPERATOR_SET_UP).actor()).isEqualTo(ines.actor().ip("203.0.113.7"));
        });
        assertThat(operators.exist()).isTrue();
        assertThat(operators.setUpTokenPending()).isFalse();
    }

    @Test
    void onceThereIsAnOperatorSetUpIsOver() {
        String token = operators.issueSetUpToken().orElseThrow();
        setUp(token);

        assertThat(operators.setUp(token, INES, STRANGER)).isEqualTo(new SetUpResult.AlreadyDone());
        assertThat(operators.issueSetUpToken()).isEmpty();
        assertThat(operators.setUpTokenPending()).isFalse();
        assertThat(tables.count("ud_operator")).isEqualTo(1);
    }

    @Test
    void aWrongTokenIsRefusedAndTheRightOneStaysGood() {
        String token = operators.issueSetUpToken().orElseThrow();

        for (String wrong : List.of("", "x", token + "x", "é", "\u0000", "x".repeat(1_000_000))) {
            assertThat(operators.setUp(wrong, INES, STRANGER)).isEqualTo(new SetUpResult.TokenInvalid());
        }

        assertThat(operators.exist()).isFalse();
        setUp(token);
    }

    @Test
    void aTokenIsGoodForAnHour() {
        String token = operators.issueSetUpToken().orElseThrow();

        clock.advance(Duration.ofHours(1));

        assertThat(operators.setUpTokenPending()).isFalse();
        assertThat(operators.setUp(token, INES, STRANGER)).isEqualTo(new SetUpResult.TokenInvalid());
    }

    @Test
    void aNewTokenMakesTheLastOneVoid() {
        String last = operators.issueSetUpToken().orElseThrow();
        String token = operators.issueSetUpToken().orElseThrow();

        assertThat(operators.setUp(last, INES, STRANGER)).isEqualTo(new SetUpResult.TokenInvalid());
        setUp(token);
    }

    @Test
    void aRefusedInputNamesItsFieldsAndLeavesTheTokenGood() {
        String token = operators.issueSetUpToken().orElseThrow();

        var result = operators.setUp(token, new NewOperator("ines", " ", "short"), STRANGER);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SetUpResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("email", "name", "password"));
        setUp(token);
    }

    @Test
    void ofTwoSetUpsAtOnceOneSucceeds() {
        String token = operators.issueSetUpToken().orElseThrow();
        var eve = new NewOperator("eve@example.org", "Eve", PASSWORD);

        List<SetUpResult> results =
                AtOnce.run(() -> operators.setUp(token, INES, STRANGER), () -> operators.setUp(token, eve, STRANGER));

        assertThat(results).filteredOn(SetUpResult.Done.class::isInstance).hasSize(1);
        assertThat(tables.count("ud_operator")).isEqualTo(1);
    }

    @Test
    void ofTwoTokensMadeAtOnceOneIsGood() {
        var otherNode = start(builder()).operators();

        List<Optional<String>> tokens = AtOnce.run(operators::issueSetUpToken, otherNode::issueSetUpToken);

        List<SetUpResult> results = tokens.stream()
                .map(token -> operators.setUp(token.orElseThrow(), INES, STRANGER))
                .toList();
        assertThat(results).hasAtLeastOneElementOfType(SetUpResult.Done.class);
        assertThat(tables.count("ud_operator")).isEqualTo(1);
    }

    @Test
    void emailAndPasswordOpenASession() {
        setUp(operators.issueSetUpToken().orElseThrow());

        IssuedOperatorSession session = signIn(" ines@EXAMPLE.org ");

        assertThat(operators.verify(session.token()))
                .map(OperatorSession::operator)
                .contains(session.operator());
        assertThat(event(OPERATOR_SIGNED_IN).actor())
                .isEqualTo(session.operator().actor().ip("203.0.113.7"));
    }

    @Test
    void whoIsUnknownWrongOrDisabledGetsOneAnswer() {
        Operator ines = setUp(operators.issueSetUpToken().orElseThrow()).operator();

        assertThat(operators.signIn("eve-typed-a-secret@example.org", PASSWORD, STRANGER))
                .isEqualTo(REFUSED);
        assertThat(event(OPERATOR_SIGN_IN_FAILED).target()).isNull();
        assertThat(operators.signIn("no address", PASSWORD, STRANGER)).isEqualTo(REFUSED);
        assertThat(operators.signIn(EMAIL, PASSWORD + "x", STRANGER)).isEqualTo(REFUSED);
        assertThat(operators.signIn(EMAIL, "x".repeat(1_000_000), STRANGER)).isEqualTo(REFUSED);
        tables.execute("update ud_operator set status = 'disabled'");
        assertThat(operators.signIn(EMAIL, PASSWORD, STRANGER)).isEqualTo(REFUSED);

        AuditEvent last = event(OPERATOR_SIGN_IN_FAILED);
        assertThat(last.actor()).isEqualTo(STRANGER);
        assertThat(last.target()).isEqualTo(ines.id());
        assertThat(tables.dump("ud_audit_event")).doesNotContain("typed-a-secret");
        assertThat(tables.count("ud_operator_session")).isEqualTo(1);
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        String setUpToken = operators.issueSetUpToken().orElseThrow();
        assertThat(tables.dump("ud_setup_token")).doesNotContain(setUpToken);

        IssuedOperatorSession session = setUp(setUpToken);

        for (String table : List.of("ud_operator", "ud_operator_session", "ud_audit_event", "ud_audit_event_change")) {
            assertThat(tables.dump(table)).doesNotContain(session.token(), setUpToken, PASSWORD);
        }
        assertThat(session.toString()).doesNotContain(session.token());
    }

    @Test
    void anUnusedSessionEndsAfterHalfAnHour() {
        String token = setUp(operators.issueSetUpToken().orElseThrow()).token();

        clock.advance(Duration.ofMinutes(29));
        assertThat(operators.verify(token)).isPresent();
        clock.advance(Duration.ofMinutes(29));
        assertThat(operators.verify(token)).isPresent();
        clock.advance(Duration.ofMinutes(30));

        assertThat(operators.verify(token)).isEmpty();
    }

    @Test
    void aSessionInUseEndsAfterTwelveHours() {
        String token = setUp(operators.issueSetUpToken().orElseThrow()).token();

        for (int minute = 20; minute < 12 * 60; minute += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(operators.verify(token)).isPresent();
        }
        clock.advance(Duration.ofMinutes(20));

        assertThat(operators.verify(token)).isEmpty();
    }

    @Test
    void checkingIsOneStatementAndAWriteOnceAMinute() {
        String token = setUp(operators.issueSetUpToken().orElseThrow()).token();

        assertThat(statements(() -> operators.verify(token))).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(statements(() -> operators.verify(token))).isEqualTo(2);
        assertThat(statements(() -> operators.verify(token))).isEqualTo(1);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        String good = setUp(operators.issueSetUpToken().orElseThrow()).token();
        List<@Nullable String> bad =
                new ArrayList<>(List.of("", " ", good + "x", good.substring(1), "é".repeat(43), "\u0000".repeat(43)));
        bad.add("A".repeat(43));
        bad.add("x".repeat(1_000_000));
        bad.add(null);

        for (@Nullable String token : bad) {
            assertThat(operators.verify(token)).isEmpty();
            operators.signOut(token, STRANGER);
        }

        assertThat(operators.verify(good)).isPresent();
    }

    @Test
    void aDisabledOperatorIsOutAtOnce() {
        String token = setUp(operators.issueSetUpToken().orElseThrow()).token();

        tables.execute("update ud_operator set status = 'disabled'");

        assertThat(operators.verify(token)).isEmpty();
    }

    @Test
    void signingOutEndsThisSessionAlone() {
        IssuedOperatorSession desk = setUp(operators.issueSetUpToken().orElseThrow());
        IssuedOperatorSession phone = signIn(EMAIL);

        operators.signOut(desk.token(), STRANGER);
        operators.signOut(desk.token(), STRANGER);

        assertThat(operators.verify(desk.token())).isEmpty();
        assertThat(operators.verify(phone.token())).isPresent();
        assertThat(events(OPERATOR_SIGNED_OUT))
                .singleElement()
                .satisfies(event -> assertThat(event.actor())
                        .isEqualTo(desk.operator().actor().ip("203.0.113.7")));
    }

    @Test
    void signInIsRefusedInsideAHostTransaction() throws SQLException {
        setUp(operators.issueSetUpToken().orElseThrow());

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(
                            () -> userdeck.inTransaction(connection, () -> operators.signIn(EMAIL, PASSWORD, STRANGER)))
                    .isInstanceOf(IllegalStateException.class);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void theSweepRemovesWhatHasEnded() {
        setUp(operators.issueSetUpToken().orElseThrow());
        clock.advance(Duration.ofMinutes(30));
        String fresh = signIn(EMAIL).token();

        userdeck.runMaintenance();

        assertThat(tables.count("ud_operator_session")).isEqualTo(1);
        assertThat(operators.verify(fresh)).isPresent();
    }

    private IssuedOperatorSession setUp(String token) {
        if (operators.setUp(token, INES, STRANGER) instanceof SetUpResult.Done done) {
            return done.session();
        }
        throw new AssertionError("Could not set the first operator up");
    }

    private IssuedOperatorSession signIn(String email) {
        if (operators.signIn(email, PASSWORD, STRANGER) instanceof OperatorSignInResult.SignedIn signedIn) {
            return signedIn.session();
        }
        throw new AssertionError("Could not sign in");
    }

    private AuditEvent event(String action) {
        return events(action).stream().findFirst().orElseThrow();
    }
}
