package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.PlainText;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Who works in the dashboard, for one request: a person, or a program by its API key; what this one may do, and in which tenants.
 *
 * @param kind how this one is known
 * @param id stable id of the person or the key, for the audit trail
 * @param name what people see; what it hides, as from a login of the host's, is seen as {@code U+FFFD}
 * @param email the address this person signs in to the dashboard with, null with a login of the host's and for a key
 * @param preset what this one may do
 * @param scope in which tenants
 * @param readOnly whether this person may change nothing now, whatever the preset
 * @param preferences language and time zone, for who signs in to the dashboard
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Operator(
        Kind kind,
        String id,
        String name,
        @Nullable String email,
        Preset preset,
        Scope scope,
        boolean readOnly,
        OperatorPreferences preferences) {

    /** How an operator is known. */
    public enum Kind {
        /** By the host's own login. */
        HOST,
        /** By signing in to the dashboard. */
        BUILT_IN,
        /** By an {@linkplain dev.userdeck.apikey.ApiKey API key}: a program. */
        API_KEY;

        /** Such an operator as the actor of audit events. */
        public Actor actor(String id, String name) {
            return this == API_KEY ? Actor.apiKey(id, name) : Actor.operator(id, name);
        }
    }

    /** Checks that all is there, and shows what the name hides. */
    public Operator {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(preferences, "preferences");
        if (id.isBlank() || id.length() > 128) {
            throw new IllegalArgumentException("An operator's id has 1 to 128 characters");
        }
        if (name.isBlank() || name.length() > 255) {
            throw new IllegalArgumentException("An operator's name has 1 to 255 characters");
        }
        name = PlainText.shown(name);
    }

    /** An operator for all tenants whose name is the id, as hosts with their own login have it. */
    public static Operator of(String name, Preset preset) {
        return new Operator(Kind.HOST, name, name, null, preset, Scope.all(), false, OperatorPreferences.NONE);
    }

    /** The same, in fewer tenants. */
    public Operator scope(Scope newScope) {
        return new Operator(kind, id, name, email, preset, newScope, readOnly, preferences);
    }

    /** The same, who may change nothing for now. */
    public Operator asReadOnly() {
        return new Operator(kind, id, name, email, preset, scope, true, preferences);
    }

    /** Tells whether this operator holds {@code permission}; who is read-only holds {@linkplain Permission#isReading reading ones} alone. */
    public boolean may(Permission permission) {
        return (!readOnly || permission.isReading()) && preset.holds(permission);
    }

    /** What this operator may do, and where. */
    public Access access() {
        return new Access(preset, scope);
    }

    /** This operator as the actor of audit events. */
    public Actor actor() {
        return kind.actor(id, name);
    }
}
