package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.SignInResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How wrong passwords slow the next tries down, on every engine. */
@Tag("slow")
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SignInThrottleContract extends EngineContract {
    private static final String ADA = "ada@example.org";
    private static final String HOME = "203.0.113.7";
    private static final String STRANGER = "198.51.100.9";
    private static final SignInResult REFUSED = new SignInResult.Refused();

    private Tables tables;

    /** For subclasses. */
    protected SignInThrottleContract() {}

    @BeforeEach
    void signUpAda() {
        tables = new Tables(database);
        signUp(ADA);
    }

    @Test
    void fiveTriesAreFreeThenTheWaitDoubles() {
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(ADA, HOME)).isEqualTo(REFUSED);
        }
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
            assertThat(wrong(ADA, HOME)).isEqualTo(mustWait(seconds));
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(wrong(ADA, HOME)).isEqualTo(new SignInResult.TooManyAttempts(Duration.ofMillis(1)));
            clock.advance(Duration.ofMillis(1));
            assertThat(wrong(ADA, HOME)).isEqualTo(REFUSED);
        }
    }

    @Test
    void whileItWaitsTheRightPasswordIsNotLookedAtAndNothingIsWritten() {
        fail(5, ADA, HOME);
        String before = tables.dump("ud_throttle");
        int events = tables.count("ud_audit_event");
        database.statements().reset();

        assertThat(right(ADA, HOME)).isEqualTo(mustWait(1));

        assertThat(database.statements().count()).isEqualTo(1);
        assertThat(tables.dump("ud_throttle")).isEqualTo(before);
        assertThat(tables.count("ud_audit_event")).isEqualTo(events);
    }

    @Test
    void unknownAccountsAreSlowedDownAlikeAndNotKept() {
        for (String nobody : List.of("nobody@example.org", "no address", "")) {
            fail(5, nobody, HOME);
            assertThat(wrong(nobody, HOME)).isEqualTo(mustWait(1));
        }

        assertThat(wrong(" NOBODY@Example.org ", HOME)).isEqualTo(mustWait(1));
        assertThat(tables.dump("ud_throttle")).doesNotContain("nobody", "no address", HOME);
    }

    @Test
    void knownAndUnknownAccountsTakeTheSameStatements() {
        for (int i = 0; i < 7; i++) {
            assertThat(statements(() -> wrong(ADA, HOME)))
                    .isEqualTo(statements(() -> wrong("bob@example.org", STRANGER)));
        }
    }

    @Test
    void aSuccessForgetsTheWrongOnes() {
        fail(4, ADA, HOME);

        assertSignedIn(right(ADA, HOME));

        fail(5, ADA, HOME);
        assertThat(wrong(ADA, HOME)).isEqualTo(mustWait(1));
    }

    @Test
    void aQuietHourForgetsTheWrongOnes() {
        fail(5, ADA, HOME);
        clock.advance(Duration.ofHours(1));

        fail(5, ADA, HOME);

        assertThat(wrong(ADA, HOME)).isEqualTo(mustWait(1));
    }

    @Test
    void aStrangerCannotLockTheOwnerOut() {
        fail(5, ADA, STRANGER);
        assertThat(wrong(ADA, STRANGER)).isEqualTo(mustWait(1));

        assertSignedIn(right(ADA, HOME));

        assertThat(wrong(ADA, STRANGER)).isEqualTo(mustWait(1));
    }

    @Test
    void manyStrangersCannotLockTheOwnerOut() {
        assertSignedIn(right(ADA, HOME));

        for (int i = 0; i < 50; i++) {
            assertThat(wrong(ADA, "198.51.100." + i)).isEqualTo(REFUSED);
        }

        assertThat(wrong(ADA, "198.51.100.99")).isEqualTo(mustWait(1));
        assertSignedIn(right(ADA, HOME));
    }

    @Test
    void wherePasswordsOfManyAreTriedAllWaitButWhoIsKnownThere() {
        assertSignedIn(right(ADA, STRANGER));

        for (int i = 0; i < 100; i++) {
            assertThat(wrong("user" + i + "@example.org", STRANGER)).isEqualTo(REFUSED);
        }

        assertThat(wrong("other@example.org", STRANGER)).isEqualTo(mustWait(1));
        assertThat(wrong("other@example.org", HOME)).isEqualTo(REFUSED);
        assertSignedIn(right(ADA, STRANGER));
        assertThat(wrong("other@example.org", STRANGER)).isEqualTo(mustWait(1));
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(ADA, "2001:db8:1:2::" + i)).isEqualTo(REFUSED);
        }

        assertThat(wrong(ADA, "2001:0db8:1:2:ffff::1")).isEqualTo(mustWait(1));
        assertThat(wrong(ADA, "2001:db8:1:3::1")).isEqualTo(REFUSED);
    }

    @Test
    void withoutAnAddressOnlyTheAccountCounts() {
        for (int i = 0; i < 50; i++) {
            assertThat(userdeck.users().signIn(ADA, "wrong")).isEqualTo(REFUSED);
        }

        assertThat(userdeck.users().signIn(ADA, PASSWORD)).isEqualTo(mustWait(1));
    }

    @Test
    void twoNodesCountTogether() {
        Userdeck other = start(builder());
        fail(3, ADA, HOME);

        for (int i = 0; i < 2; i++) {
            assertThat(signIn(other, ADA, "wrong", HOME)).isEqualTo(REFUSED);
        }

        assertThat(wrong(ADA, HOME)).isEqualTo(mustWait(1));
        assertThat(signIn(other, ADA, PASSWORD, HOME)).isEqualTo(mustWait(1));
    }

    @Test
    void ofManyAtOnceNoMoreGetThrough() {
        Userdeck other = start(builder());
        List<Callable<SignInResult>> tries = new ArrayList<>();
        tries.addAll(Collections.nCopies(6, () -> wrong(ADA, HOME)));
        tries.addAll(Collections.nCopies(6, () -> signIn(other, ADA, "wrong", HOME)));

        List<SignInResult> results = AtOnce.run(tries.toArray(SignInThrottleContract::callables));

        assertThat(results).filteredOn(REFUSED::equals).hasSize(5);
        assertThat(results).filteredOn(mustWait(1)::equals).hasSize(7);
    }

    @Test
    void atOnceFromManyAddressesNoTryIsLost() {
        List<Callable<SignInResult>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String ip = "198.51.100." + i;
            tries.add(() -> wrong(ADA, ip));
        }
        AtOnce.run(tries.toArray(SignInThrottleContract::callables));
        for (int i = 8; i < 50; i++) {
            assertThat(wrong(ADA, "198.51.100." + i)).isEqualTo(REFUSED);
        }

        assertThat(wrong(ADA, "198.51.100.99")).isEqualTo(mustWait(1));
    }

    @Test
    void whatIsForgottenIsSweptAndKnownAddressesStayAMonth() {
        assertSignedIn(right(ADA, HOME));
        fail(2, "bob@example.org", STRANGER);
        assertThat(tables.count("ud_throttle")).isEqualTo(6);

        clock.advance(Duration.ofHours(1));
        userdeck.runMaintenance();
        assertThat(tables.count("ud_throttle")).isEqualTo(1);

        clock.advance(Duration.ofDays(30));
        userdeck.runMaintenance();
        assertThat(tables.count("ud_throttle")).isZero();
    }

    @Test
    void tenantsAndOperatorsAreCountedApart() {
        TenantId blue = new TenantId("blue");
        userdeck.tenants().create(blue, "Blue", Actor.system());
        fail(5, ADA, HOME);

        var there = userdeck.users().signIn(ADA, "wrong", blue, from(HOME));
        var operator = userdeck.operators().signIn(ADA, "wrong", from(HOME));

        assertThat(there).isEqualTo(REFUSED);
        assertThat(operator).isEqualTo(new OperatorSignInResult.Refused());
    }

    @Test
    void operatorsAreSlowedDownToo() {
        var operators = userdeck.operators();
        operators.setUp(operators.issueSetUpToken().orElseThrow(), new NewOperator(ADA, "Ada", PASSWORD), from(HOME));
        for (int i = 0; i < 5; i++) {
            assertThat(operators.signIn(ADA, "wrong", from(STRANGER))).isEqualTo(new OperatorSignInResult.Refused());
        }

        assertThat(operators.signIn(ADA, PASSWORD, from(STRANGER)))
                .isEqualTo(new OperatorSignInResult.TooManyAttempts(Duration.ofSeconds(1)));
        assertThat(operators.signIn(ADA, PASSWORD, from(HOME))).isInstanceOf(OperatorSignInResult.SignedIn.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(operators.signIn(ADA, PASSWORD, from(STRANGER))).isInstanceOf(OperatorSignInResult.SignedIn.class);
    }

    private void fail(int times, String email, String ip) {
        for (int i = 0; i < times; i++) {
            assertThat(wrong(email, ip)).isEqualTo(REFUSED);
        }
    }

    private SignInResult wrong(String email, String ip) {
        return signIn(userdeck, email, "wrong", ip);
    }

    private SignInResult right(String email, String ip) {
        return signIn(userdeck, email, PASSWORD, ip);
    }

    private static SignInResult signIn(Userdeck node, String email, String password, String ip) {
        return node.users().signIn(email, password, TenantId.PUBLIC, from(ip));
    }

    private static Actor from(String ip) {
        return Actor.anonymous().ip(ip);
    }

    private static SignInResult mustWait(int seconds) {
        return new SignInResult.TooManyAttempts(Duration.ofSeconds(seconds));
    }

    private static void assertSignedIn(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no array of a generic type
    private static Callable<SignInResult>[] callables(int size) {
        return new Callable[size];
    }
}
