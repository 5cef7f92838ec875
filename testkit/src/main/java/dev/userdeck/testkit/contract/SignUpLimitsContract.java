package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_SIGN_UPS_LIMITED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.SignUpAttempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** How many may try to sign up, on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SignUpLimitsContract extends EngineContract {
    private static final int PER_ADDRESS = 5;
    private static final int IN_ALL = 12;
    private static final String HOME = "203.0.113.7";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SignUpAttempt ALLOWED = new SignUpAttempt.Allowed();

    /** For subclasses. */
    protected SignUpLimitsContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.signUpLimits(PER_ADDRESS, IN_ALL);
    }

    @Test
    void oneAddressHasSoManyAnHour() {
        fill(HOME);
        assertThat(attempt(HOME)).isEqualTo(mustWait(HOUR));
        assertThat(attempt("198.51.100.1")).isEqualTo(ALLOWED);

        clock.advance(Duration.ofMinutes(20));
        assertThat(attempt(HOME)).isEqualTo(mustWait(Duration.ofMinutes(40)));

        clock.advance(Duration.ofMinutes(40));
        fill(HOME);
        assertThat(attempt(HOME)).isEqualTo(mustWait(HOUR));
    }

    @Test
    void allTogetherHaveSoManyAnHour() {
        for (int i = 0; i < IN_ALL; i++) {
            assertThat(attempt("198.51.100." + i)).isEqualTo(ALLOWED);
        }
        assertThat(attempt(HOME)).isEqualTo(mustWait(HOUR));
        assertThat(userdeck.users().attemptSignUp(Actor.anonymous())).isEqualTo(mustWait(HOUR));

        clock.advance(HOUR);
        assertThat(attempt(HOME)).isEqualTo(ALLOWED);
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(attempt("2001:db8:1:2::" + i)).isEqualTo(ALLOWED);
        }

        assertThat(attempt("2001:0db8:1:2:ffff::1")).isEqualTo(mustWait(HOUR));
        assertThat(attempt("2001:db8:1:3::1")).isEqualTo(ALLOWED);
    }

    @Test
    void whoIsRefusedCostsOneStatementAndWritesNothing() {
        fill(HOME);
        var tables = new Tables(database);
        String before = tables.dump("ud_throttle");
        int events = tables.count("ud_audit_event");

        assertThat(statements(() -> attempt(HOME))).isEqualTo(1);

        assertThat(tables.dump("ud_throttle")).isEqualTo(before).doesNotContain(HOME);
        assertThat(tables.count("ud_audit_event")).isEqualTo(events);
    }

    @Test
    void thatALimitWasReachedIsOneEventAnHour() {
        for (int i = 0; i < IN_ALL + 5; i++) {
            attempt("198.51.100." + i % 3);
        }

        assertThat(events(USER_SIGN_UPS_LIMITED)).singleElement().satisfies(event -> {
            assertThat(event.changes()).containsExactly(new AuditEvent.Change("inAll", null, "12"));
            assertThat(event.actor().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
            assertThat(event.actor().ip()).isEqualTo("198.51.100.2");
            assertThat(event.user()).isNull();
        });

        clock.advance(HOUR);
        fill(HOME);
        attempt(HOME);
        attempt(HOME);
        assertThat(events(USER_SIGN_UPS_LIMITED))
                .extracting(AuditEvent::changes)
                .startsWith(List.of(new AuditEvent.Change("perAddress", null, "5")))
                .hasSize(2);
    }

    @Test
    void twoNodesCountTogether() {
        Userdeck other = start(configure(builder()));
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(attempt(i % 2 == 0 ? userdeck : other, HOME)).isEqualTo(ALLOWED);
        }

        assertThat(attempt(userdeck, HOME)).isEqualTo(mustWait(HOUR));
        assertThat(attempt(other, HOME)).isEqualTo(mustWait(HOUR));
    }

    @Test
    void theFirstTwoAtOnceAreBothCounted() {
        assertThat(AtOnce.run(() -> attempt(HOME), () -> attempt(HOME))).containsOnly(ALLOWED);

        for (int i = 2; i < PER_ADDRESS; i++) {
            assertThat(attempt(HOME)).isEqualTo(ALLOWED);
        }
        assertThat(attempt(HOME)).isEqualTo(mustWait(HOUR));
    }

    @Test
    void ofAThousandAtOnceNoMoreGetThrough() {
        Userdeck many = start(builder().signUpLimits(10, 50));
        List<Callable<List<SignUpAttempt>>> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String ip = "198.51.100." + i;
            crowd.add(() -> Collections.nCopies(64, ip).stream()
                    .map(each -> attempt(many, each))
                    .toList());
        }

        List<SignUpAttempt> results =
                AtOnce.run(crowd).stream().flatMap(List::stream).toList();

        assertThat(results).hasSize(1_024).filteredOn(ALLOWED::equals).hasSize(50);
        assertThat(events(USER_SIGN_UPS_LIMITED))
                .filteredOn(event -> event.changes().get(0).field().equals("inAll"))
                .hasSize(1);
    }

    @Test
    void aClockPutBackBlocksNobodyForLonger() {
        fill(HOME);

        clock.advance(Duration.ofDays(-1));

        fill(HOME);
        assertThat(attempt(HOME)).isEqualTo(mustWait(HOUR));
    }

    @Test
    void signingUpByItselfCountsNothing() {
        fill(HOME);

        assertThat(userdeck.users().signUp("ada@example.org", PASSWORD)).isNotNull();

        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isPresent();
    }

    @Test
    void whatIsCountedIsNotPartOfTheHostsTransaction() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> userdeck.inTransaction(connection, () -> attempt(HOME)))
                    .isInstanceOf(IllegalStateException.class);
            connection.rollback();
        }
    }

    @Test
    void whatIsOverIsSwept() {
        attempt(HOME);
        assertThat(new Tables(database).count("ud_throttle")).isEqualTo(2);

        clock.advance(HOUR);
        userdeck.runMaintenance();

        assertThat(new Tables(database).count("ud_throttle")).isZero();
    }

    @Test
    void limitsOutOfBoundsAreRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder().signUpLimits(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().signUpLimits(10, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().signUpLimits(1, 1_000_000_001));
    }

    private void fill(String ip) {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(attempt(ip)).isEqualTo(ALLOWED);
        }
    }

    private SignUpAttempt attempt(String ip) {
        return attempt(userdeck, ip);
    }

    private static SignUpAttempt attempt(Userdeck node, String ip) {
        return node.users().attemptSignUp(Actor.anonymous().ip(ip));
    }

    private static SignUpAttempt mustWait(Duration duration) {
        return new SignUpAttempt.TooManyAttempts(duration);
    }
}
