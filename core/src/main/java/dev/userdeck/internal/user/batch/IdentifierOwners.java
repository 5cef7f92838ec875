package dev.userdeck.internal.user.batch;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.InKeys;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.Identifiers.Identifier;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who has the ids and identifiers of a batch already: a statement for each sort of them. The index still decides. */
final class IdentifierOwners {
    private final Set<String> ids;
    private final Map<Held, String> byIdentifier;

    private record Held(String tenant, Identifier identifier) {}

    private IdentifierOwners(Set<String> ids, Map<Held, String> byIdentifier) {
        this.ids = ids;
        this.byIdentifier = byIdentifier;
    }

    static IdentifierOwners of(DSLContext db, Collection<Incoming> batch) {
        var u = UD_USER;
        var ownIds = new ArrayList<String>();
        for (Incoming incoming : batch) {
            if (incoming.hasOwnId()) {
                ownIds.add(incoming.user().id().value());
            }
        }
        return new IdentifierOwners(
                ownIds.isEmpty()
                        ? Set.of()
                        : db.select(u.ID)
                                .from(u)
                                .where(InKeys.in(db, u.ID, ownIds))
                                .fetchSet(u.ID),
                identifiers(db, batch));
    }

    private static Map<Held, String> identifiers(DSLContext db, Collection<Incoming> batch) {
        var i = UD_IDENTIFIER;
        Set<String> tenants = new TreeSet<>();
        batch.forEach(incoming -> incoming.user().tenants().forEach(tenant -> tenants.add(tenant.value())));
        Map<String, Set<String>> byKind = batch.stream()
                .flatMap(incoming -> Identifiers.of(incoming.user()).stream())
                .collect(groupingBy(Identifier::kind, mapping(Identifier::value, toCollection(TreeSet::new))));
        var held = new HashMap<Held, String>();
        byKind.forEach((kind, values) -> db.select(i.TENANT_ID, i.IDENTIFIER, i.USER_ID)
                .from(i)
                .where(i.TENANT_ID.in(tenants))
                .and(i.KIND.eq(kind))
                .and(InKeys.in(db, i.IDENTIFIER, values))
                .forEach(row -> held.put(new Held(row.value1(), new Identifier(kind, row.value2())), row.value3())));
        return held;
    }

    /** The user whom a row is about, by what tells best; null for a new one. */
    @Nullable
    String whom(Incoming incoming) {
        User user = incoming.user();
        if (incoming.hasOwnId()) {
            return ids.contains(user.id().value()) ? user.id().value() : null;
        }
        var inOrder = new ArrayList<Identifier>();
        if (user.externalId() != null) {
            inOrder.add(new Identifier(Identifiers.EXTERNAL_ID, user.externalId()));
        }
        inOrder.addAll(Identifiers.of(user));
        for (Identifier identifier : inOrder) {
            for (String tenant :
                    user.tenants().stream().map(TenantId::value).sorted().toList()) {
                String holder = byIdentifier.get(new Held(tenant, identifier));
                if (holder != null) {
                    return holder;
                }
            }
        }
        return null;
    }

    /** The key of an id, beside those of identifiers. */
    static String keyOfId(String id) {
        return "id " + id;
    }

    /** By row: the keys of everyone who has something that the row has, too; of more than that one where several are met. */
    List<Set<String>> heldBeside(DSLContext db, List<Incoming> batch) {
        List<Set<String>> met = batch.stream().map(this::met).toList();
        var all = new TreeSet<String>();
        met.forEach(all::addAll);
        var i = UD_IDENTIFIER;
        Map<String, List<String>> keys = all.isEmpty()
                ? Map.of()
                : db.selectDistinct(i.USER_ID, i.KIND, i.IDENTIFIER)
                        .from(i)
                        .where(InKeys.in(db, i.USER_ID, all))
                        .fetchGroups(i.USER_ID, row -> new Identifier(row.value2(), row.value3()).toString());
        return met.stream()
                .map(users -> {
                    Set<String> held = new HashSet<>();
                    for (String user : users) {
                        held.add(keyOfId(user));
                        held.addAll(keys.getOrDefault(user, List.of()));
                    }
                    return held;
                })
                .toList();
    }

    private Set<String> met(Incoming incoming) {
        var met = new HashSet<String>();
        if (incoming.hasOwnId() && ids.contains(incoming.user().id().value())) {
            met.add(incoming.user().id().value());
        }
        for (Identifier identifier : Identifiers.of(incoming.user())) {
            for (TenantId tenant : incoming.user().tenants()) {
                String holder = byIdentifier.get(new Held(tenant.value(), identifier));
                if (holder != null) {
                    met.add(holder);
                }
            }
        }
        return met;
    }

    /** Those who have something of a row whose id nobody has. */
    Set<String> mistaken(Incoming incoming) {
        return incoming.hasOwnId() && !ids.contains(incoming.user().id().value()) ? met(incoming) : Set.of();
    }

    /** What someone other than {@code own} has. */
    List<FieldError> taken(Incoming incoming, @Nullable String own) {
        User user = incoming.user();
        var errors = new ArrayList<FieldError>();
        if (own == null && incoming.hasOwnId() && ids.contains(user.id().value())) {
            errors.add(orOfAnEarlierRow(new FieldError("id", "id-taken", "Another user has this id.")));
        }
        var kinds = new HashSet<String>();
        for (Identifier identifier : Identifiers.of(user)) {
            for (TenantId tenant : user.tenants()) {
                String has = byIdentifier.get(new Held(tenant.value(), identifier));
                if (has != null && !Objects.equals(has, own) && kinds.add(identifier.kind())) {
                    errors.add(orOfAnEarlierRow(IdentifierConflict.error(identifier.kind())));
                }
            }
        }
        return errors;
    }

    /** Who looks for that user after a dry run finds nobody. */
    private static FieldError orOfAnEarlierRow(FieldError taken) {
        String message = taken.message().substring(0, taken.message().length() - 1) + ", maybe of an earlier row.";
        return new FieldError(taken.field(), taken.code(), message);
    }
}
