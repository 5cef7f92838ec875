package dev.userdeck.internal.user.batch;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.edit.UserCreation;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a row can't be written, as things are. */
final class RowRefusals {
    private RowRefusals() {}

    /** Empty if it can; {@code before} is who it is about, null for a new user. */
    static List<FieldError> of(
            Incoming incoming,
            @Nullable User before,
            Map<String, String> methodsOff,
            IdentifierOwners holders,
            BatchRules rules) {
        List<FieldError> beyond = beyond(incoming, methodsOff, rules.scope());
        if (!beyond.isEmpty()) {
            // nothing more is said: it could tell who is there
            return beyond;
        }
        return before == null
                ? ofNew(incoming, methodsOff, holders, rules)
                : ofChange(incoming, before, holders, rules);
    }

    private static List<FieldError> ofNew(
            Incoming incoming, Map<String, String> methodsOff, IdentifierOwners holders, BatchRules rules) {
        var errors = new ArrayList<FieldError>();
        if (incoming.isOfSomeoneThere()) {
            String hint = rules.isSpreadsheet() ? AlteredText.hint(incoming) : "";
            errors.add(new FieldError(
                    "email",
                    "email-missing",
                    "Nobody here has this id, and a new user needs an email, a phone or a login." + hint));
        }
        for (TenantId tenant : incoming.user().tenants()) {
            String off = Objects.requireNonNull(methodsOff.get(tenant.value()));
            UserCreation.methodOff(off, incoming.user()).ifPresent(errors::add);
        }
        List<FieldError> taken = holders.taken(incoming, null);
        if (rules.isSpreadsheet()) {
            List<FieldError> altered = AlteredText.ofNew(incoming.user(), holders.mistaken(incoming));
            errors.addAll(altered.isEmpty() ? taken : altered);
        } else {
            errors.addAll(taken);
        }
        return errors;
    }

    private static List<FieldError> ofChange(
            Incoming incoming, User before, IdentifierOwners holders, BatchRules rules) {
        if (!rules.scope().coversAll(before.tenants())) {
            return List.of(new FieldError(
                    "tenants", "partly-out-of-scope", "The user is in a tenant, too, that is out of your reach."));
        }
        List<FieldError> altered = rules.isSpreadsheet() ? AlteredText.ofChange(incoming, before) : List.of();
        if (!altered.isEmpty()) {
            return altered;
        }
        var errors = new ArrayList<FieldError>();
        if (incoming.said().tenants() || !incoming.hasOwnId()) {
            errors.addAll(holders.taken(incoming, before.id().value()));
        }
        errors.addAll(strangers(incoming.user(), before));
        if (incoming.said().suspension().state() == StatedSuspension.State.OVER && before.suspension() != null) {
            errors.add(
                    new FieldError(
                            "suspension",
                            "suspension-over",
                            "The row's suspension has ended, and the user is suspended anew: say active to lift that, or until when."));
        }
        return errors;
    }

    /** What an importer of some tenants may not ask for, whoever is there: ids of all users, and other tenants. */
    private static List<FieldError> beyond(Incoming incoming, Map<String, String> methodsOff, Scope scope) {
        var errors = new ArrayList<FieldError>();
        if (incoming.hasOwnId() && !(scope instanceof Scope.All)) {
            errors.add(new FieldError(
                    "id", "id-not-yours", "Ids are given by who looks after all tenants. Leave the id out."));
        }
        for (TenantId tenant : incoming.user().tenants()) {
            if (!methodsOff.containsKey(tenant.value()) || !scope.covers(tenant)) {
                errors.add(new FieldError("tenants", "tenant-unknown", "There is no tenant '" + tenant + "'."));
            }
        }
        return errors;
    }

    private static List<FieldError> strangers(User row, User before) {
        boolean isOther = row.externalId() != null
                && before.externalId() != null
                && !row.externalId().equals(before.externalId())
                && !row.id().equals(before.id());
        return isOther
                ? List.of(new FieldError(
                        "externalId", "external-id-differs", "The user with this address has another external id."))
                : List.of();
    }
}
