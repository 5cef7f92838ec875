package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a request is answered whose statement does not end in time, on every engine. */
@Tag("slow")
abstract class StatementTimeoutApiContract {
    private static final int REQUESTS = 3;

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.userdeck");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestDatabase database;
    private DashboardFixture world;
    private Client admin;
    private User ada;

    @BeforeEach
    final void start(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(database, builder -> builder.statementTimeout(Duration.ofSeconds(1)));
        admin = world.as(Preset.ADMIN);
        ada = world.user("ada@example.org");
        admin.get("api/users"); // the first request warns of a connection without TLS
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    final void stop() {
        logger.detachAppender(log);
        world.close();
    }

    @Test
    void aChangeThatWaitsForALockIsUnavailableForNowAndNothingIsLeftBehind() throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update ud_user set name = 'Held' where id = '" + ada.id() + "'");
            for (int i = 0; i < REQUESTS; i++) {
                HttpResponse<String> answer = rename();

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(slug(answer)).isEqualTo("storage-unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(answer.body()).doesNotContain("SQL").doesNotContain("ud_user");
            }
            other.rollback();
            other.setAutoCommit(true);
        }

        assertThat(rename().statusCode()).isEqualTo(200);
        assertThat(world.userdeck.users().find(ada.id()).orElseThrow().name()).isEqualTo("Ada");
        assertThat(log.list)
                .hasSize(REQUESTS)
                .allSatisfy(event -> assertThat(event.getFormattedMessage())
                        .startsWith("PATCH /users/{userId} failed for want of the database")
                        .doesNotContain(ada.id().value()));
        // the first with the whole exception, and no other one for a while
        assertThat(log.list.get(0).getThrowableProxy()).isNotNull();
        assertThat(log.list.subList(1, REQUESTS)).allSatisfy(event -> {
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage()).contains("it did not answer in time");
        });
    }

    private HttpResponse<String> rename() {
        User now = world.userdeck.users().find(ada.id()).orElseThrow();
        return admin.with("If-Match", "\"" + now.version() + "\"")
                .send("PATCH", "api/users/" + ada.id(), "{\"name\": \"Ada\"}");
    }
}
