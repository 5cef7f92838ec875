package dev.userdeck.testkit.contract.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.VerifiedSession;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.testkit.contract.Tables;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clock that was wrong and is put right: nothing waits for the time that it showed. */
@ExtendWith(TestDatabase.H2.class)
class H2ClockJumpsTest extends EngineContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Operator INES = Operator.of("ines", Preset.ADMIN);

    private final Mailbox mailbox = new Mailbox();

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox).hostOperators(id -> Optional.of(INES));
    }

    @Test
    void nobodyWaitsLongerThanTheLongestWait() {
        signUp("ada@example.org");
        for (Duration jump : List.of(HOUR, HOUR.negated(), DAY, DAY.negated(), Duration.ofMinutes(-10))) {
            clock.advance(jump);
            for (int i = 0; i < 8; i++) {
                if (signIn("wrong") instanceof SignInResult.TooManyAttempts wait) {
                    assertThat(wait.retryAfter()).isBetween(Duration.ofMillis(1), LONGEST_WAIT);
                    clock.advance(wait.retryAfter());
                }
            }
        }

        clock.advance(HOUR.negated());
        assertThat(signIn(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aSessionLivesThroughItAndNotLongerThanItsLifetime() {
        Userdeck strict = start(builder().sessionIdleTimeout(DAY).sessionLifetime(DAY.multipliedBy(3)));
        User ada = created(strict, "ada@example.org");
        Instant end = clock.instant().plus(Duration.ofDays(3));
        String token = strict.sessions()
                .create(ada.id(), SessionOrigin.of("sso"))
                .orElseThrow()
                .token();

        for (Duration jump : List.of(HOUR.negated(), HOUR, Duration.ofHours(23), HOUR.negated(), HOUR)) {
            clock.advance(jump);
            VerifiedSession verified =
                    strict.sessions().refresh(token, Actor.system()).orElseThrow();
            token = Objects.requireNonNullElse(verified.newToken(), token);
            assertThat(strict.sessions().verify(token))
                    .map(Session::expiresAt)
                    .hasValueSatisfying(expiry -> assertThat(expiry).isBeforeOrEqualTo(end));
        }
        clock.advance(DAY);
        assertThat(strict.sessions().verify(token)).as("a day without use").isEmpty();

        String another = strict.sessions()
                .create(ada.id(), SessionOrigin.of("sso"))
                .orElseThrow()
                .token();
        Instant last = clock.instant().plus(Duration.ofDays(3));
        while (clock.instant().isBefore(last)) {
            assertThat(strict.sessions().verify(another)).isPresent();
            clock.advance(HOUR.negated());
            assertThat(strict.sessions().verify(another)).isPresent();
            clock.advance(HOUR.multipliedBy(7));
        }
        assertThat(strict.sessions().verify(another)).isEmpty();
    }

    @Test
    void backgroundWorkGoesOn() {
        Userdeck strict = start(builder().sessionIdleTimeout(HOUR));
        User ada = created(strict, "ada@example.org");
        clock.advance(DAY.multipliedBy(3650));
        strict.runMaintenance();
        clock.advance(DAY.multipliedBy(-3650));
        strict.sessions().create(ada.id(), SessionOrigin.of("sso"));

        clock.advance(HOUR);
        strict.runMaintenance();

        assertThat(new Tables(database).count("ud_session")).isZero();
    }

    @Test
    void aLeaseHoldsThoughTheClocksOfNodesDiffer() {
        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(-4));
        database.statements().reset();

        start(configure(builder())).runMaintenance();

        assertThat(database.statements().statements()).noneMatch(sql -> sql.startsWith("delete"));
    }

    @Test
    void mailIsSent() {
        clock.advance(DAY);
        userdeck.outbox().send(NewEmail.of("test", "ada@example.org", EmailContent.of("Hello")));
        clock.advance(DAY.negated());

        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void aJobWhoseNodeDiedIsGoneOnWith() {
        User ada = signUp("ada@example.org");
        BulkSelection all = BulkSelection.matching(Scope.all(), UserFilter.none());
        BulkJob job = ((StartBulkJobResult.Started)
                        userdeck.bulk().start(NewBulkJob.of(NewBulkJob.END_SESSIONS, all), INES))
                .job();
        new Tables(database)
                .execute("update ud_bulk_job set lease_holder = 'another', lease_expires_at = "
                        + clock.instant().plus(DAY).toEpochMilli());
        userdeck.sessions().create(ada.id(), SessionOrigin.of("sso"));

        userdeck.runMaintenance();

        assertThat(userdeck.bulk().find(job.id(), INES)).map(BulkJob::state).hasValue(BulkJobState.FINISHED);
    }

    @Test
    void eventsTellTheRightTimeAgain() {
        clock.advance(DAY);
        User ada = signUp("ada@example.org");
        clock.advance(DAY.negated());
        User bob = signUp("bob@example.org");
        clock.advance(Duration.ofSeconds(-30));
        userdeck.users().delete(bob.id(), Scope.all(), Actor.system());

        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(bob.id()).size(10))
                        .items())
                .hasSize(2)
                .extracting(AuditEvent::at)
                .allMatch(at -> !at.isAfter(clock.instant().plusSeconds(31)))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(ada.id()).size(10))
                        .items())
                .hasSize(1);
    }

    private SignInResult signIn(String password) {
        return userdeck.users()
                .signIn(
                        "ada@example.org",
                        password,
                        TenantId.PUBLIC,
                        Actor.anonymous().ip("203.0.113.7"));
    }
}
