package dev.userdeck.testkit.recipe;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.recipe.Sql.Part;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans of the app, and who has subscribed to which in which tenant; a note on each user; seats in each tenant. */
final class Plans {
    private final Sql sql;
    private final RecipeContext context;
    private final AuditTrail audit;
    private final @Nullable Mistake mistake;

    Plans(RecipeContext context, @Nullable Mistake mistake) {
        this.mistake = mistake;
        this.context = context;
        this.sql = new Sql(context.database());
        this.audit = context.audit();
    }

    /** A plan that users subscribe to. */
    record Plan(String id, String name, long version) {}

    /** That a user has a plan in a tenant. */
    record Subscription(UserId user, TenantId tenant, String plan) {
        Subscription of(UserId other) {
            return new Subscription(other, tenant, plan);
        }

        String key() {
            return user + "~" + tenant + "~" + plan;
        }
    }

    /** A JSON object about a user. */
    record Note(String document, long version) {}

    Sql sql() {
        return sql;
    }

    /** Does nothing if it is there. */
    void create(String id, String name) {
        if (find(id).isEmpty()) {
            sql.write("insert into {acme_plan} (id, name, version) values (?, ?, 1)", id, name);
        }
    }

    Optional<Plan> find(String id) {
        return plans("where id = ?", id).stream().findFirst();
    }

    /** By words in the name; null for all. */
    List<Plan> named(@Nullable String words) {
        return words == null
                ? plans("order by id")
                : plans("where lower(name) like ? escape '!' order by id", pattern(words));
    }

    private static String pattern(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private List<Plan> plans(String which, Object... values) {
        return sql.select(
                row -> new Plan(row.getString(1), row.getString(2), row.getLong(3)),
                "select id, name, version from {acme_plan} " + which,
                values);
    }

    Page<Plan> page(@Nullable String words, int size, @Nullable String cursor) {
        Cursor from = Cursor.read("plans " + words, cursor, 1);
        var values = new ArrayList<Object>(List.of(pattern(words == null ? "" : words)));
        String beyond = "";
        if (from.hasKey()) {
            beyond = "and id " + (from.isBackwards() ? "<" : ">") + " ? ";
            values.add(from.text(0));
        }
        String order = "order by id " + (from.isBackwards() ? "desc" : "asc") + " limit " + (size + 1);
        List<Plan> found = plans("where lower(name) like ? escape '!' " + beyond + order, values.toArray());
        return from.page(found, size, plan -> List.of(plan.id()));
    }

    /** False when it is of another version by now. */
    boolean rename(String id, String name, long version) {
        return sql.write(
                        "update {acme_plan} set name = ?, version = version + 1 where id = ? and version = ?",
                        name,
                        id,
                        version)
                == 1;
    }

    void delete(String id) {
        sql.write("delete from {acme_subscription} where plan_id = ?", id);
        sql.write("delete from {acme_plan} where id = ?", id);
    }

    /** False when the user has it there. */
    boolean subscribe(UserId user, TenantId tenant, String plan, Actor actor) {
        return context.database().write(connection -> {
            boolean isNew = among(List.of(user), Scope.of(tenant)).stream()
                    .noneMatch(one -> one.plan().equals(plan));
            if (isNew) {
                insert(new Subscription(user, tenant, plan));
                if (mistake != Mistake.ROUTE_WITHOUT_EVENT) {
                    audit.record(NewAuditEvent.of("plans.subscribed", actor)
                            .user(user)
                            .tenant(tenant)
                            .target(plan));
                }
            }
            return isNew;
        });
    }

    private void insert(Subscription one) {
        sql.write(
                "insert into {acme_subscription} (user_id, tenant_id, plan_id) values (?, ?, ?)",
                one.user().value(),
                one.tenant().value(),
                one.plan());
    }

    /** False when the user has it in none of these tenants. */
    boolean unsubscribe(UserId user, Scope scope, String plan, Actor actor) {
        Part within = Sql.within("tenant_id", scope);
        return context.database().write(connection -> {
            List<TenantId> where = among(List.of(user), scope).stream()
                    .filter(one -> one.plan().equals(plan))
                    .map(Subscription::tenant)
                    .toList();
            sql.write(
                    "delete from {acme_subscription} where user_id = ? and plan_id = ? and " + within.sql(),
                    values(within, user.value(), plan));
            if (!where.isEmpty()) {
                audit.record(NewAuditEvent.of("plans.unsubscribed", actor)
                        .user(user)
                        .tenant(where)
                        .target(plan));
            }
            return !where.isEmpty();
        });
    }

    private static Object[] values(Part part, Object... first) {
        var all = new ArrayList<Object>(List.of(first));
        all.addAll(part.values());
        return all.toArray();
    }

    /** The subscriptions of some users within a scope; of all users if there are none. */
    List<Subscription> among(Collection<UserId> users, Scope scope) {
        Part within = Sql.within("tenant_id", scope);
        Part of = users.isEmpty()
                ? new Part("1 = 1", List.of())
                : Sql.among("user_id", users.stream().map(UserId::value).toList());
        return sql.select(
                row -> new Subscription(new UserId(row.getString(1)), new TenantId(row.getString(2)), row.getString(3)),
                "select user_id, tenant_id, plan_id from {acme_subscription} where " + of.sql() + " and " + within.sql()
                        + " order by user_id, tenant_id, plan_id",
                values(within, of.values().toArray()));
    }

    Optional<Note> note(UserId user) {
        return sql
                .select(
                        row -> new Note(row.getString(1), row.getLong(2)),
                        "select document, version from {acme_note} where user_id = ?",
                        user.value())
                .stream()
                .findFirst();
    }

    /** False when it is of another version by now; 0 for none. */
    boolean write(UserId user, String document, long version) {
        if (version == 0 && note(user).isEmpty()) {
            return sql.write(
                            "insert into {acme_note} (user_id, document, version) values (?, ?, 1)",
                            user.value(),
                            document)
                    == 1;
        }
        return sql.write(
                        "update {acme_note} set document = ?, version = version + 1 where user_id = ? and version = ?",
                        document,
                        user.value(),
                        version)
                == 1;
    }

    void limit(TenantId tenant) {
        if (sql.select(row -> 1, "select 1 from {acme_limit} where tenant_id = ?", tenant.value())
                .isEmpty()) {
            sql.write("insert into {acme_limit} (tenant_id, seats) values (?, 5)", tenant.value());
        }
    }

    /** Moves what {@code into} lacks, and leaves nothing of {@code from}. */
    void merge(UserId into, UserId from) {
        for (Subscription one : among(List.of(from), Scope.all())) {
            boolean isLacking = !among(List.of(into), Scope.of(one.tenant())).contains(one.of(into));
            if (mistake != Mistake.MERGE_LOSES && (isLacking || mistake == Mistake.MERGE_MOVES_WHAT_IS_THERE)) {
                insert(one.of(into));
            }
        }
        sql.write("delete from {acme_subscription} where user_id = ?", from.value());
        if (note(into).isEmpty()) {
            sql.write("update {acme_note} set user_id = ? where user_id = ?", into.value(), from.value());
        }
        sql.write("delete from {acme_note} where user_id = ?", from.value());
    }
}
