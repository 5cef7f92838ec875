package dev.userdeck.testkit.contract.postgresql;

import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobQuery;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.DyingNode;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.User;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a node was at that died in the middle, as by a power failure, another one finishes. */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresKilledNodeTest extends EngineContract {
    private static final int USERS = 110;
    /** In the third batch of 25. */
    private static final int DIES_AT = 60;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.hostOperators(id -> Optional.of(DyingNode.INES));
    }

    @Test
    void aJobIsGoneOnWithAndDoesEachUserOnce() throws Exception {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add(created(userdeck, "user" + i + "@example.org"));
        }
        killInTheMiddle();
        BulkJob job =
                userdeck.bulk().list(BulkJobQuery.of(DyingNode.INES)).items().get(0);
        assertThat(job.state()).isEqualTo(BulkJobState.RUNNING);
        assertThat(job.done()).as("two batches of 25").isEqualTo(50);

        clock.advance(Duration.between(clock.instant(), Instant.now().plusSeconds(60)));
        userdeck.runMaintenance();

        BulkJob end = userdeck.bulk().find(job.id(), DyingNode.INES).orElseThrow();
        assertThat(end.state()).isEqualTo(BulkJobState.FINISHED);
        assertThat(end.done()).isEqualTo(USERS);
        assertThat(users)
                .allSatisfy(user -> assertThat(userdeck.audit()
                                .list(AuditQuery.of(Scope.all()).user(user.id()).size(10))
                                .items())
                        .extracting(AuditEvent::action)
                        .containsOnlyOnce(USER_SUSPENDED));
    }

    private void killInTheMiddle() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingNode.class.getName(),
                        database.jdbcUrl(),
                        Integer.toString(DIES_AT))
                .redirectErrorStream(true)
                .start();
        var output = new ArrayList<String>();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.equals(DyingNode.STANDS)) {
                output.add(line);
                line = lines.readLine();
            }
            assertThat(line).as(String.join("\n", output)).isNotNull();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
