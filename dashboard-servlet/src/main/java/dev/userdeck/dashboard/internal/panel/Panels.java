package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.BulkActionDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.AuditTextDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.PermissionTextDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ProfileField;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ProfileHintDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.ColumnDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the recipes add: checked once, drawn for each operator, and kept from harming one another. */
public final class Panels {
    private final List<RunningRecipe> recipes;
    private final CreateForm createForm;
    private final Map<String, Permission> permissions = new LinkedHashMap<>();

    /**
     * Checks each contribution, and all beside each other.
     *
     * @throws ConfigurationException if one could not work
     */
    public Panels(List<RunningRecipe> recipes, Collection<Permission> core) {
        this.recipes = List.copyOf(recipes);
        this.createForm = new CreateForm(recipes);
        core.forEach(permission -> permissions.put(permission.name(), permission));
        for (RunningRecipe recipe : recipes) {
            try {
                PanelChecks.check(recipe.id(), recipe.dashboard());
                recipe.dashboard().permissions().forEach(permission -> add(recipe.id(), permission));
            } catch (NullPointerException e) {
                throw new ConfigurationException(
                        "Recipe %s: something that it adds to the dashboard is null: %s"
                                .formatted(recipe.id(), e.getMessage()),
                        e);
            }
        }
        PanelChecks.checkPages(recipes);
    }

    private void add(RecipeId recipe, Permission permission) {
        Permission other = permissions.putIfAbsent(permission.name(), permission);
        if (other != null && !other.equals(permission)) {
            throw new ConfigurationException("Recipe %s: the permission %s starts at %s, but elsewhere at %s"
                    .formatted(recipe, permission, permission.from(), other.from()));
        }
    }

    /** The names of all permissions, core's and the recipes', that the operator holds. */
    public List<String> permissions(Operator operator) {
        return permissions.values().stream()
                .filter(operator::may)
                .map(Permission::name)
                .toList();
    }

    public List<ColumnDocument> columns(Operator operator) {
        return recipes.stream()
                .flatMap(recipe ->
                        columns(recipe, operator).map(column -> ColumnWriter.usersColumn(recipe.id(), column.column())))
                .toList();
    }

    public List<FilterDocument> filters(Operator operator) {
        return recipes.stream()
                .flatMap(recipe -> recipe.dashboard().filters().stream()
                        .filter(filter -> OperatorRights.offers(operator, filter))
                        .map(filter -> new FilterWriter(recipe.id()).filter(filter)))
                .toList();
    }

    public List<BulkActionDocument> bulkActions(Operator operator) {
        return recipes.stream()
                .flatMap(recipe -> recipe.dashboard().bulkActions().stream()
                        .filter(action ->
                                operator.may(action.permission()) && OperatorRights.allows(operator, action.options()))
                        .map(action -> new BulkActionDocument(
                                PanelIds.global(recipe.id(), action.id()),
                                action.label(),
                                action.icon(),
                                action.keepsToScope(),
                                action.valuesLabel(),
                                RouteAddress.full(recipe.id(), action.options(), RouteAddress.Known.NOTHING))))
                .toList();
    }

    public List<SectionDocument> sections(Operator operator) {
        return recipes.stream()
                .flatMap(recipe -> sections(recipe, operator)
                        .map(section -> new SectionWriter(recipe.id(), operator).section(section)))
                .toList();
    }

    public List<PageShapeDocument> pages(Operator operator) {
        return recipes.stream()
                .flatMap(recipe -> recipe.dashboard().pages().stream()
                        .filter(page -> OperatorRights.allows(operator, page.data()))
                        .map(page -> new PageWriter(recipe.id(), operator).page(page)))
                .toList();
    }

    /** What is asked for when a user is created. */
    public CreateForm createForm() {
        return createForm;
    }

    /** What there is to say of changes to a profile. */
    public List<ProfileHintDocument> profileHints() {
        return recipes.stream()
                .flatMap(recipe -> recipe.dashboard().profileHints().stream())
                .map(hint -> new ProfileHintDocument(ProfileField.of(hint.field()), hint.text()))
                .toList();
    }

    /** What becomes of recipes' own things when two users are made one. */
    public List<Text> mergeHints() {
        return recipes.stream()
                .flatMap(recipe -> recipe.dashboard().mergeHints().stream())
                .toList();
    }

    /** How to tell of the recipes' events, to whom may read of them. */
    public List<AuditTextDocument> auditTexts(Operator operator) {
        return recipes.stream()
                .filter(recipe -> operator.may(Permission.AUDIT_READ))
                .flatMap(recipe -> recipe.dashboard().auditTexts().stream())
                .map(text -> new AuditTextDocument(text.action(), text.label(), text.sentences()))
                .toList();
    }

    /** What the recipes' permissions allow. */
    public List<PermissionTextDocument> permissionTexts() {
        return recipes.stream()
                .flatMap(recipe -> recipe.dashboard().permissionTexts().entrySet().stream())
                .map(entry -> new PermissionTextDocument(entry.getKey().name(), entry.getValue()))
                .sorted(Comparator.comparing(PermissionTextDocument::name))
                .toList();
    }

    /** The cells of one page of the users list: each column is asked once; one that throws fails alone. */
    public Cells cells(Operator operator, List<User> users, Scope scope) {
        var cells = new Cells(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (users.isEmpty()) {
            return cells;
        }
        for (RunningRecipe recipe : recipes) {
            columns(recipe, operator).forEach(column -> {
                String id = PanelIds.global(recipe.id(), column.column().id());
                Map<UserId, CellValueDocument> values = RecipeErrors.guard(
                        "column " + id,
                        () -> converted(column.column(), column.values().valuesFor(users, scope)),
                        words -> {
                            cells.errors().put(id, words);
                            return Map.of();
                        });
                cells.byColumn().put(id, values);
            });
        }
        return cells;
    }

    private static Map<UserId, CellValueDocument> converted(Column column, Map<UserId, ?> values) {
        var converted = new HashMap<UserId, CellValueDocument>(2 * values.size());
        values.forEach((user, value) -> {
            CellValueDocument cell = CellValues.cell(column.id(), column.kind(), value);
            if (cell != null) {
                converted.put(user, cell);
            }
        });
        return converted;
    }

    /** Each section's data, or its error. */
    public Map<String, PanelResult> sectionData(SectionRequest request) {
        var data = new LinkedHashMap<String, PanelResult>();
        for (RunningRecipe recipe : recipes) {
            var links = new Links(recipe.id(), recipe.dashboard(), request.operator());
            sections(recipe, request.operator()).forEach(section -> {
                String id = PanelIds.global(recipe.id(), section.id());
                data.put(
                        id,
                        RecipeErrors.guard(
                                "section " + id,
                                () -> PanelResult.of(SectionData.of(section, request, links)),
                                PanelResult::failed));
            });
        }
        return data;
    }

    /** What goes with the user; a recipe that can't say doesn't keep a user from deletion, but it is told. */
    public List<Fact> deletionFacts(SectionRequest request, Collection<String> errors) {
        var facts = new ArrayList<Fact>();
        for (RunningRecipe recipe : recipes) {
            facts.addAll(RecipeErrors.guard(
                    "deletion facts of " + recipe.id(),
                    () -> List.copyOf(recipe.dashboard().deletionFacts().apply(request)),
                    words -> {
                        errors.add(words);
                        return List.of();
                    }));
        }
        return facts;
    }

    private static Stream<UsersColumn> columns(RunningRecipe recipe, Operator operator) {
        return recipe.dashboard().columns().stream().filter(column -> operator.may(column.permission()));
    }

    private static Stream<UserSection> sections(RunningRecipe recipe, Operator operator) {
        return recipe.dashboard().sections().stream().filter(section -> operator.may(section.permission()));
    }
}
