package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.OperatorPreferences;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Language and time zone of an operator in {@code ud_operator}. */
final class StoredPreferences {
    private StoredPreferences() {}

    static OperatorPreferences of(UdOperatorRecord row) {
        String language = row.getLanguage();
        return new OperatorPreferences(
                language == null ? null : Locale.forLanguageTag(language), zone(row.getTimeZone()));
    }

    /** A zone that this JDK doesn't know, as it was chosen on a newer one, is none. */
    private static @Nullable ZoneId zone(@Nullable String id) {
        return id != null && ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : null;
    }

    static List<FieldError> check(OperatorPreferences preferences) {
        var errors = new ArrayList<FieldError>();
        if (preferences.language() != null && !isLanguage(preferences.language())) {
            errors.add(new FieldError("language", "language-invalid", "That is no language: give one as in \"de\"."));
        }
        ZoneId zone = preferences.timeZone();
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            errors.add(new FieldError(
                    "timeZone", "time-zone-invalid", "That is no time zone: give one as in \"Europe/Berlin\"."));
        }
        return errors;
    }

    private static boolean isLanguage(Locale language) {
        try {
            new Locale.Builder().setLocale(language);
        } catch (IllformedLocaleException e) {
            return false;
        }
        return !language.getLanguage().isEmpty()
                && language.toLanguageTag().length()
                        <= UD_OPERATOR.LANGUAGE.getDataType().length();
    }

    static void write(DSLContext db, String operatorId, OperatorPreferences preferences) {
        db.update(UD_OPERATOR)
                .set(UD_OPERATOR.LANGUAGE, language(preferences))
                .set(UD_OPERATOR.TIME_ZONE, timeZone(preferences))
                .where(UD_OPERATOR.ID.eq(operatorId))
                .execute();
    }

    static @Nullable String language(OperatorPreferences preferences) {
        return preferences.language() == null ? null : preferences.language().toLanguageTag();
    }

    static @Nullable String timeZone(OperatorPreferences preferences) {
        return Objects.toString(preferences.timeZone(), null);
    }
}
