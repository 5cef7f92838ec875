package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.text.Look;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The roles of users in files, as in {@code [{"role": "admin", "tenants": ["public"]}]}; without tenants in all of the
 * user's. Also names alone, in a list or with commas between.
 */
public final class RoleData implements UserDataField {
    private static final String FIELD = "roles";
    private static final String OTHERS = "userRoles";

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqAssignments assignments;

    RoleData(JooqDatabase jooq, Clock clock, JooqAssignments assignments) {
        this.jooq = jooq;
        this.clock = clock;
        this.assignments = assignments;
    }

    @Override
    public String field() {
        return FIELD;
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of(OTHERS);
    }

    @Override
    public Map<UserId, Object> export(Collection<User> users, Scope scope) {
        List<UserId> ids = users.stream().map(User::id).toList();
        var exported = new HashMap<UserId, Object>();
        jooq.read(db -> assignments.of(db, ids, scope)).forEach((user, held) -> exported.put(user, json(held)));
        return exported;
    }

    private static List<Map<String, Object>> json(List<RoleAssignment> held) {
        var tenants = new TreeMap<String, List<String>>();
        held.forEach(one -> tenants.computeIfAbsent(one.role(), role -> new ArrayList<>())
                .add(one.tenant().value()));
        var roles = new ArrayList<Map<String, Object>>();
        tenants.forEach((role, where) -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("role", role);
            json.put("tenants", where);
            roles.add(json);
        });
        return roles;
    }

    /** A role to be held: in these tenants, or in all of the user's if there are none. */
    private record Wanted(String role, Set<TenantId> tenants) {}

    /** All roles of a row, and by what name of the field. */
    private record AllWanted(String field, List<Wanted> roles) {}

    @Override
    public FieldReading read(Map<String, Object> row) {
        String field = row.containsKey(FIELD) ? FIELD : OTHERS;
        Object value = row.get(field);
        if (value == null) {
            return new FieldReading.Nothing();
        }
        List<?> list = value instanceof String names ? List.of(names.split(",", -1)) : null;
        if (value instanceof List<?> given) {
            list = given;
        }
        if (list == null) {
            return invalid(field);
        }
        var wanted = new ArrayList<Wanted>();
        for (Object element : list) {
            Wanted one = wanted(element);
            if (one == null || !RoleRules.isName(one.role())) {
                return invalid(field);
            }
            wanted.add(one);
        }
        return wanted.isEmpty()
                ? new FieldReading.Nothing()
                : new FieldReading.Value(new AllWanted(field, List.copyOf(wanted)));
    }

    private static FieldReading invalid(String field) {
        return FieldReading.Refused.of(
                field,
                "roles-invalid",
                "Roles are a list as in [{\"role\": \"admin\", \"tenants\": [\"public\"]}], or names with commas"
                        + " between.");
    }

    private static @Nullable Wanted wanted(@Nullable Object element) {
        if (element instanceof String name) {
            return new Wanted(RoleRules.trim(name), Set.of());
        }
        if (!(element instanceof Map<?, ?> members)
                || !(members.get("role") instanceof String name)
                || !Set.of("role", "tenants", "tenantIds").containsAll(members.keySet())) {
            return null;
        }
        Object where = members.get("tenants") == null ? members.get("tenantIds") : members.get("tenants");
        var tenants = new HashSet<TenantId>();
        if (where instanceof List<?> ids) {
            for (Object id : ids) {
                if (!(id instanceof String text) || !TenantId.isValid(text)) {
                    return null;
                }
                tenants.add(new TenantId(text));
            }
        } else if (where != null) {
            return null;
        }
        return new Wanted(RoleRules.trim(name), tenants);
    }

    @Override
    public Written write(List<ImportedField> batch) {
        return jooq.join(db -> {
            Map<UserId, Set<Assigned>> wanted = new LinkedHashMap<>();
            batch.forEach(part -> wanted.put(part.user().id(), assigned(part)));
            Set<String> names = new TreeSet<>();
            wanted.values().forEach(all -> all.forEach(one -> names.add(one.role())));
            Set<String> known = assignments.known(db, names);
            names.removeAll(known);
            Map<String, String> meant = names.isEmpty() ? Map.of() : assignments.lookingLike(db, names);
            Map<UserId, List<FieldError>> refused = refused(batch, wanted, known, meant);
            return refused.isEmpty() ? insert(db, batch, wanted) : new Written(refused, Set.of());
        });
    }

    /** A role in one tenant. */
    record Assigned(String role, TenantId tenant) {}

    private static Set<Assigned> assigned(ImportedField part) {
        var all = new HashSet<Assigned>();
        for (Wanted wanted : ((AllWanted) part.value()).roles()) {
            Set<TenantId> where = wanted.tenants().isEmpty() ? part.user().tenants() : wanted.tenants();
            where.forEach(tenant -> all.add(new Assigned(wanted.role(), tenant)));
        }
        return all;
    }

    private static Map<UserId, List<FieldError>> refused(
            List<ImportedField> batch,
            Map<UserId, Set<Assigned>> wanted,
            Set<String> known,
            Map<String, String> meant) {
        var refused = new HashMap<UserId, List<FieldError>>();
        for (ImportedField part : batch) {
            String field = ((AllWanted) part.value()).field();
            for (Assigned one : wanted.getOrDefault(part.user().id(), Set.of())) {
                if (!known.contains(one.role())) {
                    refused.put(part.user().id(), List.of(unknown(field, one.role(), meant)));
                } else if (!part.user().tenants().contains(one.tenant())) {
                    refused.put(
                            part.user().id(),
                            List.of(new FieldError(
                                    field,
                                    "not-a-member",
                                    "The user is not in the tenant '%s', in which the role '%s' is to be held."
                                            .formatted(one.tenant(), one.role()))));
                }
            }
        }
        return refused;
    }

    private static FieldError unknown(String field, String role, Map<String, String> meant) {
        String other = meant.get(Look.key(role));
        return new FieldError(
                field,
                "role-unknown",
                "There is no role '%s': %s"
                        .formatted(
                                role,
                                other == null
                                        ? "create it before the import, or mend its name."
                                        : "did you mean '%s'?".formatted(other)));
    }

    private Written insert(DSLContext db, List<ImportedField> batch, Map<UserId, Set<Assigned>> wanted) {
        List<UserId> old = batch.stream()
                .filter(part -> !part.isNew())
                .map(part -> part.user().id())
                .toList();
        if (!old.isEmpty()) {
            assignments.of(db, old, Scope.all()).forEach((user, held) -> {
                Set<Assigned> its = wanted.getOrDefault(user, new HashSet<>());
                held.forEach(one -> its.remove(new Assigned(one.role(), one.tenant())));
            });
        }
        wanted.values().removeIf(Set::isEmpty);
        assignments.insertAll(db, wanted, RoleRules.now(clock));
        return new Written(Map.of(), wanted.keySet());
    }
}
