package dev.userdeck.internal.data;

import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.error.FieldError;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** What became of some rows, by their numbers. */
final class Tally {
    private final Map<Long, List<FieldError>> refusals = new TreeMap<>();
    private final Map<Long, User> created = new TreeMap<>();
    private final Map<Long, User> updated = new TreeMap<>();
    private final Map<Long, ImportNotes> notes = new HashMap<>();
    private final Set<TenantId> tenants = new HashSet<>();

    void refuse(long row, List<FieldError> errors) {
        refusals.put(row, errors);
    }

    void create(long row, User user) {
        created.put(row, user);
    }

    /** Nothing for one that was created. */
    void update(long row, User user) {
        if (!created.containsKey(row)) {
            updated.put(row, user);
        }
    }

    void note(long row, ImportNotes its) {
        if (!its.equals(ImportNotes.none())) {
            notes.put(row, its);
        }
    }

    void touch(Set<TenantId> some) {
        tenants.addAll(some);
    }

    void add(Tally more) {
        refusals.putAll(more.refusals);
        created.putAll(more.created);
        updated.putAll(more.updated);
        notes.putAll(more.notes);
        tenants.addAll(more.tenants);
    }

    /** In the order of their numbers. */
    List<RefusedRow> refusals() {
        return refusals.entrySet().stream()
                .map(row -> new RefusedRow(row.getKey(), row.getValue()))
                .toList();
    }

    int created() {
        return created.size();
    }

    int updated() {
        return updated.size();
    }

    /** As the last of these rows left them, in the order of their first. */
    Collection<User> createdUsers() {
        Map<UserId, User> users = byId(created);
        byId(updated).forEach((id, user) -> users.computeIfPresent(id, (same, before) -> user));
        return users.values();
    }

    /** The same of those that none of these rows created. */
    Collection<User> updatedUsers() {
        Map<UserId, User> users = byId(updated);
        users.keySet().removeAll(byId(created).keySet());
        return users.values();
    }

    private static Map<UserId, User> byId(Map<Long, User> rows) {
        var users = new LinkedHashMap<UserId, User>();
        rows.values().forEach(user -> users.put(user.id(), user));
        return users;
    }

    Set<TenantId> tenants() {
        return tenants;
    }

    /** What was done before and these rows. */
    ImportProgress added(ImportProgress before, int rows, boolean isLast) {
        return added(before, rows, isLast, row -> true);
    }

    /**
     * The same with some of these rows.
     *
     * @param rows how many
     */
    ImportProgress added(ImportProgress before, int rows, boolean isLast, LongPredicate some) {
        long made = count(created.keySet(), some);
        long changed = count(updated.keySet(), some);
        long refused = count(refusals.keySet(), some);
        ImportNotes all = before.notes();
        for (Map.Entry<Long, ImportNotes> note : notes.entrySet()) {
            all = some.test(note.getKey()) ? all.plus(note.getValue()) : all;
        }
        return new ImportProgress(
                before.rows() + rows,
                before.created() + made,
                before.updated() + changed,
                before.unchanged() + rows - made - changed - refused,
                before.refused() + refused,
                isLast,
                all);
    }

    private static long count(Set<Long> rows, LongPredicate some) {
        return rows.stream().mapToLong(Long::longValue).filter(some).count();
    }
}
