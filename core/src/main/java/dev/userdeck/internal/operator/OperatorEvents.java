package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_ACCESS_CHANGED;
import static dev.userdeck.audit.AuditActions.OPERATOR_PREFERENCES_CHANGED;
import static java.util.stream.Collectors.joining;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Audit events about operators: in no tenant, and with the name of whom they are about, as an id says nothing later. */
final class OperatorEvents {
    /** All tenants, as the name of none. */
    private static final String ALL = "*";

    private OperatorEvents() {}

    static NewAuditEvent of(String action, Actor actor, OperatorAccount about) {
        return about(action, actor, about.id()).change("operator", null, about.displayName());
    }

    /** The same without the name: who does it to themselves is the actor. */
    static NewAuditEvent about(String action, Actor actor, String operatorId) {
        return NewAuditEvent.of(action, actor).target(operatorId);
    }

    static NewAuditEvent accessChanged(Actor actor, OperatorAccount before, OperatorAccount after) {
        NewAuditEvent event = of(OPERATOR_ACCESS_CHANGED, actor, before);
        event = changed(event, "preset", preset(before), preset(after));
        return changed(event, "tenants", tenants(before), tenants(after));
    }

    static NewAuditEvent preferencesChanged(Actor actor, OperatorAccount account, OperatorPreferences after) {
        OperatorPreferences before = account.preferences();
        NewAuditEvent event = about(OPERATOR_PREFERENCES_CHANGED, actor, account.id());
        event = changed(event, "language", StoredPreferences.language(before), StoredPreferences.language(after));
        return changed(event, "timeZone", StoredPreferences.timeZone(before), StoredPreferences.timeZone(after));
    }

    private static NewAuditEvent changed(
            NewAuditEvent event, String field, @Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? event : event.change(field, before, after);
    }

    static String preset(OperatorAccount account) {
        return account.preset().isBuiltIn()
                ? account.preset().id()
                : account.preset().name();
    }

    static @Nullable String tenants(OperatorAccount account) {
        if (account.scope() instanceof Scope.Only only) {
            return only.tenants().stream().map(TenantId::value).sorted().collect(joining(", "));
        }
        return account.scope() == null ? null : ALL;
    }
}
