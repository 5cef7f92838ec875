package dev.userdeck.internal.user.edit;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.text.PlainText;
import dev.userdeck.user.NewLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a user's plain fields. */
public final class UserFields {
    private static final int MAX_LENGTH = 255;
    private static final int MAX_REASON_LENGTH = 500;
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9._-]{1,64}");

    private UserFields() {}

    /** The name as it is kept, '' for none. */
    public static String name(@Nullable String raw) {
        return raw == null ? "" : PlainText.tidy(raw);
    }

    /** The refusal of a name, if there is one. */
    public static Optional<FieldError> checkName(@Nullable String raw) {
        String name = name(raw);
        if (name.length() > MAX_LENGTH) {
            return refusal("name", "name-too-long", "A name has at most 255 characters, not " + name.length() + ".");
        }
        return PlainText.problemOfLine("A name", name).flatMap(problem -> refusal("name", "name-invalid", problem));
    }

    /** The host's id as it is kept: without surrounding space, null for none. */
    public static @Nullable String externalId(@Nullable String raw) {
        String id = raw == null ? "" : raw.strip();
        return id.isEmpty() ? null : id;
    }

    /** The refusal of the host's id, if there is one. */
    public static Optional<FieldError> checkExternalId(@Nullable String raw) {
        String id = JooqUserRows.orEmpty(externalId(raw));
        if (id.length() > MAX_LENGTH) {
            return refusal(
                    "externalId",
                    "external-id-too-long",
                    "An external id has at most 255 characters, not " + id.length() + ".");
        }
        return isUnprintable(id)
                ? refusal("externalId", "external-id-invalid", "An external id has no control characters.")
                : Optional.empty();
    }

    /** The refusal of a reason, if there is one. */
    public static Optional<FieldError> checkReason(String raw) {
        String reason = raw.strip();
        if (reason.isEmpty()) {
            return refusal("reason", "reason-missing", "Say why: other operators will want to know.");
        }
        if (reason.length() > MAX_REASON_LENGTH) {
            return refusal(
                    "reason", "reason-too-long", "A reason has at most 500 characters, not " + reason.length() + ".");
        }
        return PlainText.problemOfLines("A reason", reason)
                .flatMap(problem -> refusal("reason", "reason-invalid", problem));
    }

    /** What is wrong with a login of the host's. */
    public static List<FieldError> checkLogin(NewLogin login) {
        var errors = new ArrayList<FieldError>();
        if (!PROVIDER.matcher(login.provider()).matches()) {
            errors.add(new FieldError(
                    "provider",
                    "provider-invalid",
                    "A provider is named by 1 to 64 characters of a-z, 0-9, '.', '_' and '-'."));
        }
        String subject = login.subject();
        if (subject.isBlank() || subject.length() > MAX_LENGTH || isUnprintable(subject)) {
            errors.add(new FieldError(
                    "subject", "subject-invalid", "A subject has 1 to 255 characters and no control characters."));
        }
        if (login.email() != null) {
            EmailAddress.check("email", login.email()).ifPresent(errors::add);
        }
        return errors;
    }

    private static boolean isUnprintable(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static Optional<FieldError> refusal(String field, String code, String message) {
        return Optional.of(new FieldError(field, code, message));
    }
}
