package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.error.StorageException;
import dev.userdeck.servlet.internal.OutageLog;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edge between the dashboard and a recipe's code: what throws there is logged once, and harms nothing else. */
final class RecipeErrors {
    private static final Logger LOG = LoggerFactory.getLogger("dev.userdeck.dashboard");
    private static final OutageLog OUTAGES = new OutageLog(LOG);

    private RecipeErrors() {}

    /**
     * Does a recipe's work.
     *
     * @param what names it in the log
     * @param otherwise makes the result of a failure from the words to show, which hold the id of the log line
     */
    static <T> T guard(String what, Supplier<T> work, Function<String, T> otherwise) {
        try {
            return work.get();
        } catch (RuntimeException | LinkageError e) {
            String trace =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            if (e instanceof StorageException outage) {
                OUTAGES.failed("The " + what, trace, outage);
            } else {
                LOG.error("[{}] The {} could not be read", trace, what, e);
            }
            return otherwise.apply("This could not be read. The app's log has more under " + trace + ".");
        }
    }
}
