package dev.userdeck.testkit.recipe;

import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subscriptions in files, as in {@code {"public": ["gold"]}}. */
final class PlanData implements UserDataField {
    private final Plans plans;
    private final Database database;
    private final @Nullable Mistake mistake;

    PlanData(Plans plans, Database database, @Nullable Mistake mistake) {
        this.plans = plans;
        this.database = database;
        this.mistake = mistake;
    }

    @Override
    public String field() {
        return "plans";
    }

    @Override
    public Map<UserId, Object> export(Collection<User> users, Scope scope) {
        var exported = new HashMap<UserId, Map<String, List<String>>>();
        Scope kept = mistake == Mistake.EXPORT_OF_ALL_TENANTS ? Scope.all() : scope;
        for (var one : plans.among(users.stream().map(User::id).toList(), kept)) {
            exported.computeIfAbsent(one.user(), user -> new TreeMap<>())
                    .computeIfAbsent(one.tenant().value(), tenant -> new ArrayList<>())
                    .add(one.plan());
        }
        return new HashMap<>(exported);
    }

    @Override
    public FieldReading read(Map<String, Object> row) {
        Object value = row.get(field());
        if (value == null) {
            return new FieldReading.Nothing();
        }
        if (!(value instanceof Map<?, ?> byTenant)
                || !byTenant.keySet().stream().allMatch(id -> TenantId.isValid((String) id))
                || !byTenant.values().stream().allMatch(List.class::isInstance)) {
            return FieldReading.Refused.of(field(), "plans-invalid", "Plans are named by tenant, in lists.");
        }
        return new FieldReading.Value(byTenant);
    }

    @Override
    public Written write(List<ImportedField> batch) {
        if (mistake == Mistake.IMPORT_FORGETS) {
            return new Written(Map.of(), Set.of());
        }
        return database.write(connection -> {
            var changed = new HashSet<UserId>();
            for (ImportedField part : batch) {
                UserId user = part.user().id();
                boolean isChanged = false;
                for (Map.Entry<?, ?> one : ((Map<?, ?>) part.value()).entrySet()) {
                    for (Object plan : (List<?>) one.getValue()) {
                        plans.create((String) plan, (String) plan);
                        isChanged |= plans.subscribe(
                                user, new TenantId((String) one.getKey()), (String) plan, Actor.system());
                    }
                }
                if (mistake == Mistake.IMPORT_WRITES_AGAIN) {
                    plans.sql().write("update {acme_note} set version = version + 1 where user_id = ?", user.value());
                }
                if (isChanged || mistake == Mistake.IMPORT_CHANGES_ALL) {
                    changed.add(user);
                }
            }
            return new Written(Map.of(), changed);
        });
    }
}
