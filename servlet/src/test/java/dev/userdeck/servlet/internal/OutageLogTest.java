package dev.userdeck.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.error.StorageException;
import dev.userdeck.testkit.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogTest {
    private static final StorageException OUTAGE =
            new StorageException("find a session", true, new SQLException("ada@example.org", "08006"));

    private final TestClock clock = TestClock.create();
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLogTest.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final OutageLog outages = new OutageLog(logger, clock);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void theFirstIsWholeAndTheNextAreALine() {
        outages.failed("GET /users", "a1", OUTAGE);
        outages.failed("GET /users", "a2", OUTAGE);

        assertThat(log.list.get(0).getThrowableProxy()).isNotNull();
        assertThat(log.list.get(1).getThrowableProxy()).isNull();
        assertThat(log.list.get(1).getFormattedMessage())
                .isEqualTo("GET /users failed for want of the database, trace a2: Could not find a session"
                        + " (SQLException 08006)");
    }

    @Test
    void aLaterOutageIsWholeAgain() {
        outages.failed("GET /users", "a1", OUTAGE);
        clock.advance(Duration.ofMinutes(10));

        outages.failed("GET /users", "a2", OUTAGE);

        assertThat(log.list.get(1).getThrowableProxy()).isNotNull();
    }
}
