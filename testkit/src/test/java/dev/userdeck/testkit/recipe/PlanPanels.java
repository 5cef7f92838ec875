package dev.userdeck.testkit.recipe;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Add;
import dev.userdeck.dashboard.spi.UserSection.Chip;
import dev.userdeck.dashboard.spi.UserSection.Chips;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.JsonData;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.recipe.Plans.Subscription;
import dev.userdeck.testkit.recipe.Sql.Part;
import dev.userdeck.user.User;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link PlansRecipe} adds to the dashboard. */
final class PlanPanels {
    private static final Text PLANS = Text.of("plans.title", "Plans");
    private static final Text NAME = Text.of("plans.name", "Name");
    private static final Text NONE = Text.of("plans.none", "None yet");

    private final Plans plans;
    private final PlanRoutes routes;
    private final @Nullable Mistake mistake;

    PlanPanels(Plans plans, @Nullable Mistake mistake) {
        this.plans = plans;
        this.routes = new PlanRoutes(plans, mistake);
        this.mistake = mistake;
    }

    private boolean has(Mistake one) {
        return mistake == one;
    }

    DashboardContribution contribution() {
        var builder = DashboardContribution.builder()
                .routes(routes.all())
                .section(UserSection.of("plans", PLANS, "tag", PlanRoutes.READ, chips()))
                .section(UserSection.of(
                        "count",
                        has(Mistake.KEY_OF_OTHERS) ? Text.of("users.count", "Count") : Text.of("plans.count", "Count"),
                        "chart",
                        PlanRoutes.READ,
                        count()))
                .section(UserSection.of("note", Text.of("plans.note", "Note"), "edit", PlanRoutes.READ, note()))
                .page(planPage())
                .page(subscriptionPage())
                .column(column("plans"))
                .filter(new UsersFilter(
                        "plan", PLANS, PlanRoutes.READ, new AnyOf(Choices.from(routes.usedPlans)), this::condition))
                .createFields(createFields())
                .deletionFacts(request -> List.of(Fact.of(
                        mine(request, has(Mistake.DELETION_FACTS_OF_ALL_TENANTS))
                                .size(),
                        "plans.go",
                        "subscription",
                        "subscriptions")))
                .mergeHint(Text.of(
                        "plans.merge",
                        has(Mistake.COUNT_WITHOUT_ONE) ? "{count} plans are kept" : "The plans of both are kept"))
                .auditTexts(AuditText.of("plans.", "Plans"), AuditText.of("plans.subscribed", "Subscribed"));
        new PlanBulk(plans, routes, mistake).actions().forEach(builder::bulkAction);
        if (has(Mistake.TWO_COLUMNS_OF_ONE_ID)) {
            builder.column(column("plans"));
        }
        return builder.build();
    }

    private List<Subscription> mine(SectionRequest request, boolean ofAllTenants) {
        return plans.among(List.of(request.user().id()), ofAllTenants ? Scope.all() : request.scope());
    }

    private Chips chips() {
        var add = new Add(Action.of(Text.of("plans.add", "Add"), routes.subscribe), "plans", routes.planOptions);
        Action remove = Action.of(Text.of("plans.remove", "Remove"), routes.unsubscribe);
        return new Chips(
                true,
                NONE,
                add,
                remove,
                request -> new ChipsData(
                        mine(request, false).stream()
                                .map(one -> new Chip(
                                        has(Mistake.CHIP_WITHOUT_ID) ? "" : one.plan(),
                                        one.plan(),
                                        null,
                                        one.tenant().value(),
                                        null))
                                .toList(),
                        null));
    }

    private FactSheet count() {
        return new FactSheet(List.of(), request -> {
            int count = mine(request, has(Mistake.SECTION_OF_ALL_TENANTS)).size();
            if (has(Mistake.SECTION_OF_TWO_STATEMENTS)) {
                count = mine(request, false).size();
            }
            Text label = Text.of(has(Mistake.KEY_OF_OTHERS_IN_DATA) ? "many" : "plans.many", "Subscriptions");
            Object value = has(Mistake.FACT_OF_WRONG_TYPE) ? String.valueOf(count) : count;
            return new FactSheetData(null, List.of(new FactRow(label, Kind.NUMBER, value)));
        });
    }

    private Json note() {
        Action save = Action.of(Text.of("plans.save", "Save"), routes.saveNote);
        return new Json(
                NONE,
                save,
                "json",
                1000,
                request -> plans.note(request.user().id())
                        .map(note -> new JsonData(note.document(), note.version()))
                        .orElseGet(() -> new JsonData(null, 0)));
    }

    private RecipePage planPage() {
        Text name = has(Mistake.KEY_OF_TWO_WORDS) ? Text.of("plans.name", "Plan's name") : NAME;
        Field field = Field.required("name", Field.Kind.TEXT, NAME);
        Field first = has(Mistake.FIELD_NOT_IN_BODY) ? Field.required("title", Field.Kind.TEXT, NAME) : field;
        Text remove = Text.of("plans.delete", "Delete plan");
        Preview preview = Preview.of(routes.show)
                .edit(Action.of(Text.of("plans.edit", "Edit"), routes.edit).form(field))
                .actions(Action.of(remove, routes.delete)
                        .confirm(new Confirm(Text.of("plans.sure", "Delete {label}?"), null, routes.facts, remove)))
                .part("names", NAME, new Preview.Chips(NONE, null));
        return page(
                        "plans",
                        PLANS,
                        List.of(
                                Column.of("name", Kind.TITLE, name),
                                Column.of("version", Kind.NUMBER, Text.of("plans.version", "Version"))),
                        routes.planPage)
                .search(Text.of("plans.search", "Search plans"))
                .create(Action.of(Text.of("plans.create", "New plan"), routes.create)
                        .form(first))
                .preview(preview);
    }

    private RecipePage subscriptionPage() {
        return page(
                "subscriptions",
                Text.of("plans.subscriptions", "Subscriptions"),
                List.of(
                        Column.of("plan", Kind.TITLE, NAME),
                        Column.of("tenant", Kind.TENANTS, Text.of("plans.tenant", "Tenant"))),
                routes.subscriptionPage);
    }

    private static RecipePage page(String id, Text title, List<Column> columns, Route data) {
        return RecipePage.of(id, title, "box", columns, data, new RecipePage.Empty(NONE, NONE, null));
    }

    private UsersColumn column(String id) {
        return new UsersColumn(Column.of(id, Kind.CHIPS, PLANS), PlanRoutes.READ, this::values);
    }

    private Map<UserId, ?> values(List<User> users, Scope given) {
        Scope scope = has(Mistake.COLUMN_OF_ALL_TENANTS) ? Scope.all() : given;
        List<UserId> ids = users.stream().map(User::id).toList();
        var found = new ArrayList<Subscription>();
        if (has(Mistake.COLUMN_BY_USER)) {
            ids.forEach(id -> found.addAll(plans.among(List.of(id), scope)));
        } else {
            found.addAll(plans.among(ids, scope));
        }
        var values = new HashMap<UserId, List<Object>>();
        found.forEach(one -> values.computeIfAbsent(one.user(), user -> new ArrayList<>())
                .add(has(Mistake.COLUMN_OF_WRONG_TYPE) ? one.plan() : new ChipValue(one.plan())));
        return values;
    }

    private UserCondition condition(Chosen chosen) {
        Part within = Sql.within("s.tenant_id", has(Mistake.FILTER_OF_ALL_TENANTS) ? Scope.all() : chosen.scope());
        Part among = Sql.among("s.plan_id", chosen.values());
        var binds = new ArrayList<>(among.values());
        binds.addAll(within.values());
        String which = among.sql() + " and " + within.sql();
        if (has(Mistake.FILTER_WITH_VALUES_IN_SQL)) {
            which = "s.plan_id = '" + chosen.value() + "' and " + within.sql();
            binds.removeAll(among.values());
        }
        String others = has(Mistake.FILTER_SELECTS_OTHERS) ? "not " : "";
        String sql = "exists (select 1 from {acme_subscription} s where s.user_id = {user} and " + which + ")";
        String ids = "select distinct s.user_id from {acme_subscription} s where " + others + "(" + which + ")";
        return UserCondition.of(plans.sql().text(sql), binds.toArray())
                .ids(plans.sql().text(ids));
    }

    private CreateFields createFields() {
        Field plan = Field.optional("plans", Field.Kind.NAMES, PLANS).suggestions(routes.planOptions);
        Field note = Field.optional("note", Field.Kind.LONG, Text.of("plans.note", "Note"));
        return new CreateFields(
                List.of(CreateField.of(plan, PlanRoutes.WRITE), CreateField.of(note, PlanRoutes.WRITE)), this::create);
    }

    private List<FieldError> create(Creation creation) {
        if (has(Mistake.CREATION_FORGETS)) {
            return List.of();
        }
        for (String plan : creation.tags("plans")) {
            if (plans.find(plan).isEmpty() && !has(Mistake.CREATION_THROWS)) {
                String field = has(Mistake.CREATION_REFUSES_BY_OTHER_NAME) ? "plan" : "plans";
                return List.of(new FieldError(field, "plan-unknown", "There is no plan " + plan));
            }
            plans.subscribe(creation.user().id(), creation.tenant(), plan, creation.actor());
        }
        String note = creation.text("note");
        if (note != null && !note.startsWith("{")) {
            return List.of(new FieldError("note", "json-syntax", "Write an object"));
        }
        if (note != null) {
            plans.write(creation.user().id(), note, 0);
        }
        return List.of();
    }
}
