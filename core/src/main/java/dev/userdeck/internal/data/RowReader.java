package dev.userdeck.internal.data;

import dev.userdeck.data.UserImport;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.user.batch.ImportedUsers;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.batch.StatedSuspension;
import dev.userdeck.internal.user.batch.StatedSuspension.State;
import dev.userdeck.internal.user.batch.UserDraft;
import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> SUSPENSION = Set.of("reason", "until", "since", "by");
    private static final Set<String> STATUSES = Set.of("active", "invited", "suspended");

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
        Map<String, Object> fields = values(row);
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
        errors.addAll(drafts.check(draft, how.mode() == UserImport.Mode.UPSERT));
        return errors.isEmpty()
                ? new Read(row, drafts.incoming(draft), ofParts, List.of())
                : new Read(row, null, Map.of(), errors);
    }

    /** What a row says, without what is to be ignored. */
    Map<String, Object> values(ImportRow row) {
        var fields = new LinkedHashMap<>(row.values());
        fields.keySet().removeAll(how.ignored());
        return fields;
    }

    private UserDraft draft(RowFields row, List<FieldError> errors) {
        var methods = new MethodReader(errors);
        methods.read(row);
        String email = or(row.text("email"), methods.email());
        String phone = or(row.text("phone"), methods.phone());
        if (methods.methods().isEmpty()) {
            methods.readShort(row, email, phone);
        }
        Set<TenantId> tenants = tenants(row, methods, errors);
        return new UserDraft(
                row.text("id"),
                row.text("externalId", "externalUserId"),
                row.text("name"),
                null,
                email,
                phone,
                suspension(row, errors),
                row.time("joinedAt"),
                row.time("lastSeenAt"),
                tenants.isEmpty() ? Set.of(how.tenant()) : tenants,
                !tenants.isEmpty(),
                methods.methods());
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /** Those that the row names. */
    private static Set<TenantId> tenants(RowFields row, MethodReader methods, List<FieldError> errors) {
        var names = new HashSet<>(row.words("tenants"));
        names.addAll(methods.tenants());
        var tenants = new HashSet<TenantId>();
        for (String name : names) {
            if (TenantId.isValid(name)) {
                tenants.add(new TenantId(name));
            } else {
                errors.add(new FieldError(
                        "tenants",
                        "tenant-invalid",
                        RowFields.shown(name)
                                + " is no id of a tenant: that has 1 to 64 characters of a-z, 0-9 and '-'."));
            }
        }
        return tenants;
    }

    private StatedSuspension suspension(RowFields row, List<FieldError> errors) {
        State status = status(row);
        if (!row.has("suspension")) {
            return StatedSuspension.of(status);
        }
        if (!(row.value("suspension") instanceof Map<?, ?> members)) {
            row.wrong(
                    "suspension",
                    "suspension-invalid",
                    "A suspension is an object as in {\"reason\": \"Owes money\"}.");
            return StatedSuspension.of(status);
        }
        var values = new RowFields("suspension.", members, errors);
        values.expect(SUSPENSION);
        Instant until = values.time("until");
        boolean isOver = until != null && !until.isAfter(StoredTime.now(clock));
        if (status == State.ACTIVE && !isOver) {
            row.wrong(
                    "status",
                    "status-contradicts",
                    "The row says that the user is not suspended, and has a suspension: leave one of them out.");
        }
        State state = isOver ? State.OVER : State.SUSPENDED;
        return new StatedSuspension(
                status == State.ACTIVE ? status : state,
                true,
                values.text("reason"),
                until,
                values.time("since"),
                values.text("by"));
    }

    private static State status(RowFields row) {
        String status = row.text("status");
        if (status == null) {
            return State.UNSAID;
        }
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (!STATUSES.contains(word)) {
            row.wrong(
                    "status",
                    "status-invalid",
                    RowFields.shown(status) + " is no status: a user is active, invited or suspended.");
        }
        return word.equals("suspended") ? State.SUSPENDED : State.ACTIVE;
    }
}
