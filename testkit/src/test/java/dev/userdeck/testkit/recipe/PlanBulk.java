package dev.userdeck.testkit.recipe;

import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Foreseen;
import dev.userdeck.dashboard.spi.BulkAction.Task;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.error.FieldError;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.recipe.Plans.Note;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link PlansRecipe} does to many users. */
final class PlanBulk {
    private final Plans plans;
    private final PlanRoutes routes;
    private final @Nullable Mistake mistake;

    PlanBulk(Plans plans, PlanRoutes routes, @Nullable Mistake mistake) {
        this.plans = plans;
        this.routes = routes;
        this.mistake = mistake;
    }

    private boolean has(Mistake one) {
        return mistake == one;
    }

    List<BulkAction> actions() {
        return List.of(
                action("subscribe", "Subscribe", this::subscribe)
                        .keepingToScope()
                        .dryRun(this::foreseen),
                action("unsubscribe", "Unsubscribe", this::unsubscribe).keepingToScope(),
                action("remark", "Write a note", this::remark));
    }

    private BulkAction action(String id, String label, BulkAction.Work work) {
        return new BulkAction(
                id,
                Text.of("plans." + id, label),
                "tag",
                PlanRoutes.WRITE,
                routes.planOptions,
                (values, operator) -> has(Mistake.BULK_REFUSES_ITS_CHOICES)
                        ? List.of(new FieldError("values", "plan-unknown", "There is no such plan"))
                        : List.of(),
                work);
    }

    private static List<TenantId> where(User user, Scope scope) {
        return user.tenants().stream().filter(scope::covers).toList();
    }

    private BulkOutcome subscribe(User user, Task task) {
        boolean isDone = false;
        for (String plan : task.values()) {
            for (TenantId tenant : where(user, task.scope())) {
                isDone |= plans.subscribe(user.id(), tenant, plan, task.actor());
            }
            if (has(Mistake.BULK_IN_OTHER_TENANTS)) {
                plans.subscribe(user.id(), TenantId.PUBLIC, plan, task.actor());
            }
        }
        return isDone ? Done.DONE : Done.UNCHANGED;
    }

    private Foreseen foreseen(List<User> users, Task task) {
        var outcomes = new HashMap<UserId, BulkOutcome>();
        for (User user : users) {
            List<String> has = plans.among(List.of(user.id()), task.scope()).stream()
                    .map(one -> one.tenant() + " " + one.plan())
                    .toList();
            boolean isThere = where(user, task.scope()).stream()
                    .allMatch(tenant -> task.values().stream().allMatch(plan -> has.contains(tenant + " " + plan)));
            if (isThere && !has(Mistake.BULK_FORETELLS_NOTHING)) {
                outcomes.put(user.id(), Done.UNCHANGED);
            }
        }
        if (has(Mistake.BULK_WRITES_TO_FORETELL)) {
            plans.sql().write("update {acme_plan} set version = version + 1");
        }
        return new Foreseen(outcomes, Map.of());
    }

    private BulkOutcome unsubscribe(User user, Task task) {
        Scope scope = has(Mistake.BULK_LOOKS_ELSEWHERE) ? Scope.all() : task.scope();
        boolean isDone = false;
        for (String plan : task.values()) {
            isDone |= plans.unsubscribe(user.id(), scope, plan, task.actor());
        }
        return isDone ? Done.DONE : Done.UNCHANGED;
    }

    /** Of the whole user, whatever the tenant. */
    private BulkOutcome remark(User user, Task task) {
        String document = "{\"plan\": \"" + task.values().get(0) + "\"}";
        Note note = plans.note(user.id()).orElse(null);
        if (note != null && note.document().equals(document) && !has(Mistake.BULK_ALWAYS_DONE)) {
            return Done.UNCHANGED;
        }
        long version = note == null || has(Mistake.BULK_THROWS) ? 0 : note.version();
        if (!plans.write(user.id(), document, version)) {
            throw new IllegalStateException("Somebody else wrote a note");
        }
        return Done.DONE;
    }
}
