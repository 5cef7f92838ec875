package dev.userdeck.internal.data;

import dev.userdeck.data.UserImport;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.user.batch.ImportedUsers;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.batch.UserDraft;
import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.Suspension;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes users of rows. */
final class RowReader {
    /** The fields whose cells in CSV are text, whatever they begin with. */
    static final Set<String> PLAIN = Set.of(
            "id",
            "externalId",
            "externalUserId",
            "name",
            "email",
            "phone",
            "status",
            "joinedAt",
            "lastSeenAt",
            "passwordHash",
            "passwordless",
            "provider",
            "subject");

    static final Set<String> STRUCTURED = Set.of("tenants", "suspension", MethodReader.FIELD);

    private static final String SUSPENDED = "Suspended where the user came from";

    private final UserImport how;
    private final List<UserDataField> parts;
    private final ImportedUsers drafts;
    private final Clock clock;
    private final Set<String> known = new HashSet<>();

    RowReader(UserImport how, List<UserDataField> parts, ImportedUsers drafts, Clock clock) {
        this.how = how;
        this.parts = parts;
        this.drafts = drafts;
        this.clock = clock;
        known.addAll(PLAIN);
        known.addAll(STRUCTURED);
        for (UserDataField part : parts) {
            known.add(part.field());
            known.addAll(part.alsoReads());
        }
        known.addAll(how.ignored());
    }

    /** All fields that a row may have. */
    Set<String> known() {
        return known;
    }

    /** Those that may be JSON in a cell. */
    Set<String> structured() {
        var structured = new HashSet<>(known);
        structured.removeAll(PLAIN);
        return structured;
    }

    /**
     * A row that was read.
     *
     * @param incoming null if there are errors
     * @param parts what recipes made of it
     */
    record Read(
            ImportRow row, @Nullable Incoming incoming, Map<UserDataField, Object> parts, List<FieldError> errors) {}

    Read read(ImportRow row) {
        if (!row.errors().isEmpty()) {
            return new Read(row, null, Map.of(), row.errors());
        }
        var errors = new ArrayList<FieldError>();
        var fields = new LinkedHashMap<>(row.values());
        fields.keySet().removeAll(how.ignored());
        var values = new RowFields("", fields, errors);
        values.expect(known);
        UserDraft draft = draft(values, errors);
        var ofParts = new LinkedHashMap<UserDataField, Object>();
        for (UserDataField part : parts) {
            FieldReading reading = part.read(fields);
            if (reading instanceof FieldReading.Value value) {
                ofParts.put(part, value.value());
                draft = part.name(value.value()).map(draft::orNamed).orElse(draft);
            } else if (reading instanceof FieldReading.Refused refused) {
                errors.addAll(refused.errors());
            }
        }
        errors.addAll(drafts.check(draft));
        return errors.isEmpty()
                ? new Read(row, drafts.incoming(draft), ofParts, List.of())
                : new Read(row, null, Map.of(), errors);
    }

    private UserDraft draft(RowFields row, List<FieldError> errors) {
        var methods = new MethodReader(errors);
        methods.read(row);
        String email = or(row.text("email"), methods.email());
        String phone = or(row.text("phone"), methods.phone());
        if (methods.methods().isEmpty()) {
            methods.readShort(row, email, phone);
        }
        return new UserDraft(
                row.text("id"),
                row.text("externalId", "externalUserId"),
                row.text("name"),
                null,
                email,
                phone,
                suspension(row, errors),
                or(row.time("joinedAt"), joined(methods)),
                row.time("lastSeenAt"),
                tenants(row, methods, errors),
                methods.methods());
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private static @Nullable Instant joined(MethodReader methods) {
        Instant first = null;
        for (UserDraft.Method method : methods.methods()) {
            Instant at = method.createdAt();
            if (at != null && (first == null || at.isBefore(first))) {
                first = at;
            }
        }
        return first;
    }

    private Set<TenantId> tenants(RowFields row, MethodReader methods, List<FieldError> errors) {
        var names = new HashSet<>(row.words("tenants"));
        names.addAll(methods.tenants());
        var tenants = new HashSet<TenantId>();
        for (String name : names) {
            if (TenantId.isValid(name)) {
                tenants.add(new TenantId(name));
            } else {
                errors.add(new FieldError(
                        "tenants", "tenant-invalid", "A tenant's id has 1 to 64 characters of a-z, 0-9 and '-'."));
            }
        }
        return tenants.isEmpty() ? Set.of(how.tenant()) : tenants;
    }

    /** One that is over by now is none. */
    private @Nullable Suspension suspension(RowFields row, List<FieldError> errors) {
        String status = row.text("status");
        if (status != null && !Set.of("active", "invited", "suspended").contains(status)) {
            row.wrong("status", "status-invalid", "A status is active, invited or suspended.");
        }
        Instant now = StoredTime.now(clock);
        if (!row.has("suspension")) {
            return "suspended".equals(status) ? new Suspension(SUSPENDED, null, now, null) : null;
        }
        if (!(row.value("suspension") instanceof Map<?, ?> members)) {
            row.wrong("suspension", "suspension-invalid", "A suspension is an object with a reason.");
            return null;
        }
        var values = new RowFields("suspension.", members, errors);
        values.expect(Set.of("reason", "until", "since", "by"));
        Instant until = values.time("until");
        Instant since = values.time("since");
        if (until != null && !until.isAfter(now)) {
            return null;
        }
        String reason = values.text("reason");
        return new Suspension(
                reason == null ? SUSPENDED : reason.strip(), until, since == null ? now : since, values.text("by"));
    }
}
