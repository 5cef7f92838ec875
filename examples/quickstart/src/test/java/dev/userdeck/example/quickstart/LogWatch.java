package dev.userdeck.example.quickstart;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What the dashboard logs while this is open. */
public final class LogWatch implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.userdeck.dashboard");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Begins to watch. */
    public LogWatch() {
        lines.start();
        logger.addAppender(lines);
    }

    /** The link to set-up that the log shows. */
    public String setUpLink() {
        return lines.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("setup#"))
                .map(line -> line.substring(line.indexOf("http")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}
