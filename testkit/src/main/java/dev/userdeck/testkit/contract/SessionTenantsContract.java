package dev.userdeck.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Duration;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a session of one tenant is none in another, on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SessionTenantsContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final Scope HERE = Scope.of(ACME);
    private static final Scope ELSEWHERE = Scope.of(GLOBEX);
    private static final Actor CLIENT = Actor.anonymous().ip("203.0.113.7");

    private Sessions sessions;
    private Tables tables;
    private IssuedSession issued;

    /** For subclasses. */
    protected SessionTenantsContract() {}

    @BeforeEach
    void signAdaIntoOneOfHerTenants() {
        sessions = userdeck.sessions();
        tables = new Tables(database);
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        userdeck.tenants().create(GLOBEX, "Globex", Actor.system());
        UserId ada = created(userdeck, "ada@example.org").id();
        userdeck.users().addToTenant(ada, ACME, Scope.all(), Actor.system());
        userdeck.users().addToTenant(ada, GLOBEX, Scope.all(), Actor.system());
        issued = sessions.create(ada, SessionOrigin.of("saml").tenant(ACME)).orElseThrow();
    }

    @Test
    void aSessionIsFoundInItsTenantAlone() {
        assertThat(sessions.verify(issued.token(), HERE)).contains(issued.session());
        assertThat(sessions.refresh(issued.token(), HERE, CLIENT)).isPresent();
        assertThat(sessions.verify(issued.token(), ELSEWHERE)).isEmpty();
        assertThat(sessions.refresh(issued.token(), ELSEWHERE, CLIENT)).isEmpty();
        assertThat(sessions.verify(issued.token())).contains(issued.session());
    }

    @Test
    void nothingIsWrittenForASessionOfAnotherTenant() {
        clock.advance(Duration.ofHours(1));
        String before = tables.dump("ud_session") + tables.dump("ud_user");

        assertThat(sessions.verify(issued.token(), ELSEWHERE)).isEmpty();
        assertThat(sessions.refresh(issued.token(), ELSEWHERE, CLIENT)).isEmpty();
        assertThat(sessions.signOut(issued.token(), ELSEWHERE, CLIENT)).isFalse();

        assertThat(tables.dump("ud_session") + tables.dump("ud_user")).isEqualTo(before);
        assertThat(sessions.verify(issued.token(), HERE)).isPresent();
    }

    @Test
    void anOldCopyEndsTheSessionInItsTenantAlone() {
        clock.advance(Duration.ofHours(1));
        String next = requireNonNull(
                sessions.refresh(issued.token(), HERE, CLIENT).orElseThrow().newToken());
        clock.advance(Duration.ofMinutes(1));
        sessions.verify(next, HERE);
        clock.advance(Duration.ofHours(1));

        assertThat(sessions.verify(issued.token(), ELSEWHERE)).isEmpty();
        assertThat(sessions.verify(next, HERE)).isPresent();

        assertThat(sessions.verify(issued.token(), HERE)).isEmpty();
        assertThat(sessions.verify(next, HERE)).isEmpty();
    }

    @Test
    void signingOutEndsItInItsTenant() {
        assertThat(sessions.signOut(issued.token(), HERE, CLIENT)).isTrue();

        assertThat(sessions.verify(issued.token())).isEmpty();
    }
}
