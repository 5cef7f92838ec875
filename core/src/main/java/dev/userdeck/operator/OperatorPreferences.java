package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.ZoneId;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * In which language an operator reads the dashboard and its mails, and by which clock.
 *
 * @param language null for that of the browser
 * @param timeZone one of {@link ZoneId#getAvailableZoneIds}, null for that of the browser
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OperatorPreferences(
        @Nullable Locale language, @Nullable ZoneId timeZone) {

    /** All as the browser has it. */
    public static final OperatorPreferences NONE = new OperatorPreferences(null, null);

    /** The same in another language. */
    public OperatorPreferences language(@Nullable Locale newLanguage) {
        return new OperatorPreferences(newLanguage, timeZone);
    }

    /** The same by another clock. */
    public OperatorPreferences timeZone(@Nullable ZoneId newTimeZone) {
        return new OperatorPreferences(language, newTimeZone);
    }
}
