package dev.userdeck.testkit.contract.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.VerifiedSession;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.AtOnce;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.testkit.contract.Tables;
import dev.userdeck.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the contracts of throttle, jobs, imports and mail leave open of two nodes that do the same at once. */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresTwoNodesTest extends EngineContract {
    private static final int ROUNDS = 10;
    private Userdeck other;

    @BeforeEach
    void startTheOther() {
        other = start(builder());
    }

    @Test
    void aTokenIsReplacedOnce() {
        User ada = created(userdeck, "ada@example.org");
        for (int i = 0; i < ROUNDS; i++) {
            String token = userdeck.sessions()
                    .create(ada.id(), SessionOrigin.of("sso"))
                    .orElseThrow()
                    .token();
            clock.advance(Duration.ofHours(1));

            List<VerifiedSession> both = AtOnce.run(() -> refreshed(userdeck, token), () -> refreshed(other, token));

            List<String> replaced = both.stream()
                    .map(VerifiedSession::newToken)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(replaced).hasSize(1);
            assertThat(other.sessions().verify(replaced.get(0))).isPresent();
        }
    }

    @Test
    void whatEndedIsSweptAndUsersAreCountedOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            User user = created(userdeck, "user" + i + "@example.org");
            userdeck.sessions().create(user.id(), SessionOrigin.of("sso"));
        }
        clock.advance(Duration.ofDays(60));
        database.statements().reset();

        AtOnce.run(() -> maintained(userdeck), () -> maintained(other));

        assertThat(database.statements().statements())
                .filteredOn(sql -> sql.startsWith("delete from ud_session"))
                .hasSize(1);
        assertThat(new Tables(database).count("ud_session")).isZero();
        assertThat(new Tables(database).count("ud_daily_statistics")).isEqualTo(1);
    }

    private static VerifiedSession refreshed(Userdeck node, String token) {
        return node.sessions().refresh(token, Actor.system()).orElseThrow();
    }

    private static boolean maintained(Userdeck node) {
        node.runMaintenance();
        return true;
    }
}
