package dev.userdeck.testkit.contract;

import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contracts about sessions: a user who has signed up, and a second tenant's id. */
abstract class AdasSessions extends EngineContract {
    static final TenantId OTHER = new TenantId("other");
    static final SessionOrigin PASSWORD_LOGIN = SessionOrigin.of("password");
    static final Duration IDLE = Duration.ofDays(14);

    Sessions sessions;
    Tables tables;
    UserId ada;

    @BeforeEach
    final void signAdaUp() {
        sessions = userdeck.sessions();
        tables = new Tables(database);
        ada = signUp("ada@example.org").id();
        database.statements().reset();
    }

    final IssuedSession open(UserId user) {
        return sessions.create(user, PASSWORD_LOGIN).orElseThrow();
    }
}
