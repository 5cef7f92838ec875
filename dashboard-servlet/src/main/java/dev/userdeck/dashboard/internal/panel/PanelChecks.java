package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses a contribution that could not work, when the dashboard is built, and says what to mend. */
final class PanelChecks {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final RecipeId recipe;
    private final DashboardContribution contribution;
    private final Set<Route> routes = Collections.newSetFromMap(new IdentityHashMap<>());

    private PanelChecks(RecipeId recipe, DashboardContribution contribution) {
        this.recipe = recipe;
        this.contribution = contribution;
        routes.addAll(contribution.routes());
    }

    static void check(RecipeId recipe, DashboardContribution contribution) {
        new PanelChecks(recipe, contribution).run();
    }

    /** A page's id is its address, whosever it is. */
    static void checkPages(List<RunningRecipe> recipes) {
        var owners = new HashMap<String, RecipeId>();
        for (RunningRecipe recipe : recipes) {
            for (RecipePage page : recipe.dashboard().pages()) {
                RecipeId other = owners.putIfAbsent(page.id(), recipe.id());
                if (other != null) {
                    throw new ConfigurationException(
                            "The recipes %s and %s both have a page with the id '%s', which is its address: p/%s. Give the one of %s another id, as in '%s'"
                                    .formatted(
                                            other,
                                            recipe.id(),
                                            page.id(),
                                            page.id(),
                                            recipe.id(),
                                            recipe.id() + "-" + page.id()));
                }
            }
        }
    }

    private void run() {
        for (Route route : contribution.routes()) {
            if (route.audience() != Audience.OPERATOR) {
                throw fault("%s is not for operators; return it from authRoutes() instead".formatted(route));
            }
        }
        ids("section", contribution.sections().stream().map(UserSection::id).toList());
        ids("page", contribution.pages().stream().map(RecipePage::id).toList());
        columns(contribution.columns().stream().map(column -> column.column()).toList());
        ids("filter", contribution.filters().stream().map(UsersFilter::id).toList());
        ids(
                "bulk action",
                contribution.bulkActions().stream().map(BulkAction::id).toList());
        contribution.bulkActions().forEach(action -> choosesFrom(action.options()));
        contribution.sections().forEach(this::section);
        createFields(contribution.createFields());
        auditTexts();
        mailKinds();
        contribution.pages().forEach(this::page);
        contribution
                .filters()
                .forEach(filter -> FilterKinds.choices(filter)
                        .map(UsersFilter.Choices::route)
                        .ifPresent(this::choosesFrom));
    }

    /** Another recipe's events are not told by this one. */
    private void auditTexts() {
        var seen = new HashSet<String>();
        for (AuditText text : contribution.auditTexts()) {
            if (!text.action().startsWith(recipe.value() + ".")) {
                throw fault("the action '%s' that a text is for doesn't begin with the recipe's id and a dot"
                        .formatted(text.action()));
            }
            if (!seen.add(text.action())) {
                throw fault("two texts are for the action '%s'".formatted(text.action()));
            }
        }
    }

    private void mailKinds() {
        for (String kind : contribution.mailKinds().keySet()) {
            if (!kind.startsWith(recipe.value() + ".")) {
                throw fault("the kind of mail '%s' doesn't begin with the recipe's id and a dot".formatted(kind));
            }
        }
    }

    private void createFields(@Nullable CreateFields create) {
        if (create == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (CreateFields.CreateField field : create.fields()) {
            if (!seen.add(field.field().name())) {
                throw fault("two fields for creating a user are called '%s'"
                        .formatted(field.field().name()));
            }
            suggestions(List.of(field.field()));
        }
    }

    private void section(UserSection section) {
        if (section.content() instanceof UserSection.Chips chips) {
            if (chips.add() != null) {
                action(chips.add().action(), RouteAddress.Known.USER);
                reads(chips.add().options(), RouteAddress.Known.USER);
            }
            action(chips.remove(), RouteAddress.Known.USER_AND_ROW);
        } else if (section.content() instanceof UserSection.Table table) {
            columns(table.columns());
            table.actions().forEach(action -> action(action, RouteAddress.Known.USER));
            table.rowActions().forEach(action -> action(action, RouteAddress.Known.USER_AND_ROW));
        } else if (section.content() instanceof UserSection.FactSheet facts) {
            facts.actions().forEach(action -> action(action, RouteAddress.Known.USER));
        } else if (section.content() instanceof UserSection.Json json && json.save() != null) {
            action(json.save(), RouteAddress.Known.USER);
            if (!json.save().route().needsIfMatch()) {
                throw fault("%s saves JSON without asking for a version; call needsIfMatch()"
                        .formatted(json.save().route()));
            }
        }
    }

    private void page(RecipePage page) {
        if (page.columns().isEmpty()) {
            throw fault("page %s needs a column: the first names the row".formatted(page.id()));
        }
        columns(page.columns());
        reads(page.data(), RouteAddress.Known.NOTHING);
        page.filters().forEach(filter -> filter(page, filter));
        action(page.create(), RouteAddress.Known.NOTHING);
        page.actions().forEach(action -> action(action, RouteAddress.Known.NOTHING));
        page.rowActions().forEach(action -> action(action, RouteAddress.Known.ROW));
        if (page.preview() != null) {
            preview(page.preview());
        }
    }

    private void filter(RecipePage page, RecipePage.Filter filter) {
        boolean isTaken = page.data().parameters().stream()
                .anyMatch(each -> each.in() == Parameter.In.QUERY && each.name().equals(filter.parameter()));
        if (!isTaken) {
            throw fault("page %s filters by '%s', which %s doesn't take; add it by parameters(…)"
                    .formatted(page.id(), filter.parameter(), page.data()));
        }
        if (filter.choices().isEmpty()) {
            throw fault("the filter '%s' of page %s needs a choice".formatted(filter.parameter(), page.id()));
        }
    }

    private void preview(Preview preview) {
        reads(preview.data(), RouteAddress.Known.ROW);
        preview.actions().forEach(action -> action(action, RouteAddress.Known.ROW));
        ids("part", preview.parts().stream().map(Preview.Part::id).toList());
        for (Preview.Part part : preview.parts()) {
            if (part.content() instanceof Preview.Table table) {
                columns(table.columns());
                if (table.more() != null) {
                    reads(table.more(), RouteAddress.Known.ROW);
                }
            }
        }
        Action edit = preview.edit();
        if (edit == null) {
            return;
        }
        action(edit, RouteAddress.Known.ROW);
        if (edit.form().isEmpty()) {
            throw fault("the edit of a preview needs a form");
        }
        if (!edit.route().needsIfMatch()) {
            throw fault("%s edits a row without asking for a version; call needsIfMatch()".formatted(edit.route()));
        }
    }

    private void action(@Nullable Action action, RouteAddress.Known known) {
        if (action == null) {
            return;
        }
        if (action.route().method().isSafe()) {
            throw fault("an action calls POST, PUT, PATCH or DELETE, not %s".formatted(action.route()));
        }
        known(action.route(), known);
        suggestions(action.form());
        if (action.confirm() != null && action.confirm().facts() != null) {
            reads(action.confirm().facts(), known);
        }
    }

    private void suggestions(List<Field> fields) {
        for (Field field : fields) {
            Route route = field.suggestions();
            if (field.kind() == Field.Kind.NAMES) {
                if (route == null) {
                    throw fault("the field %s takes names of what is there already; say what there is by suggestions(…)"
                            .formatted(field.name()));
                }
                choosesFrom(route);
            } else if (route != null) {
                reads(route, RouteAddress.Known.NOTHING);
            }
        }
    }

    /** What is chosen is kept as an id, and shown by its label. */
    private void choosesFrom(Route options) {
        reads(options, RouteAddress.Known.NOTHING);
        if (options.parameters().stream()
                .noneMatch(parameter -> parameter.name().equals("id"))) {
            throw fault(
                    "%s offers what can be chosen, and has no query parameter id, by which the label of what is chosen is asked for; add it by parameters(…)"
                            .formatted(options));
        }
    }

    private void reads(Route route, RouteAddress.Known known) {
        if (!route.method().isSafe()) {
            throw fault("what is shown comes from a GET, not from %s".formatted(route));
        }
        known(route, known);
    }

    private void known(Route route, RouteAddress.Known known) {
        if (!routes.contains(route)) {
            throw fault("a panel uses %s, which is not among its routes; add it by routes(…)".formatted(route));
        }
        RouteAddress.full(recipe, route, known);
    }

    private void columns(List<Column> columns) {
        ids("column", columns.stream().map(Column::id).toList());
    }

    private void ids(String what, List<String> ids) {
        var seen = new HashSet<String>();
        for (String id : ids) {
            if (!ID.matcher(id).matches()) {
                throw fault("the %s id '%s' is not of the form [a-z][a-z0-9-]*".formatted(what, id));
            }
            if (!seen.add(id)) {
                throw fault("two %ss have the id '%s'".formatted(what, id));
            }
        }
    }

    private ConfigurationException fault(String what) {
        return new ConfigurationException("Recipe " + recipe + ": " + what);
    }
}
