package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_ACTIVATED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link dev.userdeck.user.Users#suspend} and {@code activate} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserSuspensionsContract extends UserEdits {
    private static final NewSuspension SPAM = NewSuspension.of("Sends spam");

    /** For subclasses. */
    protected UserSuspensionsContract() {}

    @Test
    void aSuspendedUserHasNoSessionsAndCannotSignIn() {
        User ada = signUp("ada@example.org");
        IssuedSession first = open(ada).orElseThrow();
        IssuedSession second = open(ada).orElseThrow();

        SuspendUserResult result = suspend(ada, SPAM);

        assertThat(result).isInstanceOfSatisfying(SuspendUserResult.Suspended.class, suspended -> {
            assertThat(suspended.endedSessions()).isEqualTo(2);
            assertThat(suspended.user()).isEqualTo(found(ada));
        });
        assertThat(found(ada).status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(found(ada).suspension()).isEqualTo(new Suspension("Sends spam", null, clock.instant(), "Ines"));
        assertThat(userdeck.sessions().verify(first.token())).isEmpty();
        assertThat(userdeck.sessions().verify(second.token())).isEmpty();
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(open(ada)).isEmpty();
    }

    @Test
    void anActiveUserGoesOn() {
        User ada = signUp("ada@example.org");
        suspend(ada, SPAM);

        User active = updated(userdeck.users().activate(ada.id(), Scope.all(), INES));

        assertThat(active).isEqualTo(found(ada));
        assertThat(active.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(active.suspension()).isNull();
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(open(ada)).isPresent();
        assertThat(active.version()).isGreaterThan(ada.version());
    }

    @Test
    void whenTheEndHasComeTheUserMaySignInAgain() {
        User ada = signUp("ada@example.org");
        Instant until = clock.instant().plus(Duration.ofDays(3));
        suspend(ada, SPAM.until(until));
        assertThat(found(ada).suspension())
                .extracting(suspension -> suspension.until())
                .isEqualTo(until);

        clock.advance(Duration.ofDays(3).minusMillis(1));
        assertThat(found(ada).status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(open(ada)).isEmpty();
        clock.advance(Duration.ofMillis(1));

        assertThat(found(ada).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(found(ada).suspension()).isNull();
        assertThat(userdeck.users().list(UserQuery.of(Scope.all())).items())
                .extracting(User::status)
                .containsExactly(UserStatus.ACTIVE);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        IssuedSession session = open(ada).orElseThrow();
        assertThat(userdeck.sessions().verify(session.token())).isPresent();
    }

    @Test
    void aClockSetBackDoesNotBringBackWhatHasEnded() {
        User ada = signUp("ada@example.org");
        suspend(ada, SPAM.until(clock.instant().plusSeconds(60)));
        clock.advance(Duration.ofMinutes(2));
        IssuedSession session = open(ada).orElseThrow();

        clock.advance(Duration.ofMinutes(-2));

        assertThat(userdeck.sessions().verify(session.token())).isPresent();
    }

    @Test
    void whoWasInvitedIsInvitedAgain() {
        User ada = create("ada@example.org");
        suspend(ada, SPAM);

        assertThat(updated(userdeck.users().activate(ada.id(), Scope.all(), INES))
                        .status())
                .isEqualTo(UserStatus.INVITED);
    }

    @Test
    void suspendingAgainReplacesReasonAndEnd() {
        User ada = signUp("ada@example.org");
        suspend(ada, SPAM.until(clock.instant().plusSeconds(60)));

        suspend(ada, NewSuspension.of(" Still\nspam "));

        assertThat(found(ada).suspension()).isEqualTo(new Suspension("Still\nspam", null, clock.instant(), "Ines"));
    }

    @Test
    void activatingWhoIsNotSuspendedChangesNothing() {
        User ada = signUp("ada@example.org");

        assertThat(updated(userdeck.users().activate(ada.id(), Scope.all(), INES)))
                .isEqualTo(ada);
        assertThat(events(USER_ACTIVATED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "a\u0000b", "a\u001bb"})
    void aReasonIsNeeded(String reason) {
        User ada = signUp("ada@example.org");

        assertThat(suspend(ada, NewSuspension.of(reason)))
                .isInstanceOfSatisfying(
                        SuspendUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .extracting(error -> error.field())
                                .isEqualTo("reason"));
        assertThat(found(ada)).isEqualTo(ada);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        User ada = signUp("ada@example.org");

        var result = suspend(ada, NewSuspension.of("x".repeat(501)).until(clock.instant()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SuspendUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.code())
                                .containsExactly("reason-too-long", "until-past"));
        assertThat(suspend(ada, NewSuspension.of("é".repeat(500)).until(Instant.MAX)))
                .isInstanceOf(SuspendUserResult.Suspended.class);
        assertThat(found(ada).status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void aWholeUserNeedsAScopeOverAllTenants() {
        User ada = create("ada@example.org");
        addToOther(ada);
        var users = userdeck.users();

        assertThat(users.suspend(ada.id(), SPAM, Scope.of(OTHER), INES))
                .isEqualTo(new SuspendUserResult.PartlyOutOfScope());
        assertThat(users.suspend(ada.id(), SPAM, Scope.of(new TenantId("third")), INES))
                .isEqualTo(new SuspendUserResult.Unknown());
        assertThat(users.suspend(NOBODY, SPAM, Scope.all(), INES)).isEqualTo(new SuspendUserResult.Unknown());
        suspend(ada, SPAM);
        assertThat(users.activate(ada.id(), Scope.of(OTHER), INES)).isEqualTo(new UpdateUserResult.PartlyOutOfScope());
        assertThat(users.activate(NOBODY, Scope.all(), INES)).isEqualTo(new UpdateUserResult.Unknown());
        assertThat(found(ada).status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void aSessionOpenedAtTheSameTimeEndsToo() {
        User ada = signUp("ada@example.org");

        List<Object> results = AtOnce.run(() -> open(ada), () -> suspend(ada, SPAM));

        assertThat(results.get(1)).isInstanceOf(SuspendUserResult.Suspended.class);
        assertThat(userdeck.sessions()
                        .list(SessionQuery.of(ada.id(), Scope.all()).size(10))
                        .items())
                .isEmpty();
    }

    @Test
    void theEventsTellWhoAndWhy() {
        User ada = signUp("ada@example.org");
        Instant until = clock.instant().plusSeconds(60);

        suspend(ada, SPAM.until(until));
        userdeck.users().activate(ada.id(), Scope.all(), Actor.system());

        assertThat(events(USER_SUSPENDED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(INES);
            assertThat(event.tenant()).isEqualTo(TenantId.PUBLIC);
            assertThat(event.changes())
                    .containsExactlyInAnyOrder(
                            new Change("reason", null, "Sends spam"), new Change("until", null, until.toString()));
        });
        assertThat(events(USER_ACTIVATED)).hasSize(1);
    }

    @Test
    void verifyingTakesOneStatementAsBefore() {
        User ada = signUp("ada@example.org");
        IssuedSession session = open(ada).orElseThrow();
        database.statements().reset();

        userdeck.sessions().verify(session.token());

        assertThat(database.statements().statements()).hasSize(1);
    }

    private SuspendUserResult suspend(User user, NewSuspension suspension) {
        return userdeck.users().suspend(user.id(), suspension, Scope.all(), INES);
    }

    private Optional<IssuedSession> open(User user) {
        return userdeck.sessions().create(user.id(), SessionOrigin.of("password"));
    }
}
