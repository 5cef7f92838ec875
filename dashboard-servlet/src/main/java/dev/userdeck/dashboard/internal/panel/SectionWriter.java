package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.AddActionDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.SaveActionDocument;
import dev.userdeck.dashboard.internal.panel.SectionDocument.ChipsSection;
import dev.userdeck.dashboard.internal.panel.SectionDocument.FactsSection;
import dev.userdeck.dashboard.internal.panel.SectionDocument.JsonSection;
import dev.userdeck.dashboard.internal.panel.SectionDocument.TableSection;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Add;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;
import org.jspecify.annotations.Nullable;

/** Writes a recipe's sections of the user page as documents for one operator. */
final class SectionWriter {
    private final RecipeId recipe;
    private final Operator operator;
    private final ActionWriter actions;

    SectionWriter(RecipeId recipe, Operator operator) {
        this.recipe = recipe;
        this.operator = operator;
        this.actions = new ActionWriter(recipe, operator);
    }

    SectionDocument section(UserSection section) {
        UserSection.Content content = section.content();
        if (content instanceof UserSection.Chips chips) {
            return chips(section, chips);
        }
        if (content instanceof UserSection.Table table) {
            return table(section, table);
        }
        if (content instanceof UserSection.Json json) {
            return json(section, json);
        }
        return facts(section, (UserSection.FactSheet) content);
    }

    private ChipsSection chips(UserSection section, UserSection.Chips chips) {
        return new ChipsSection(
                id(section),
                recipe.value(),
                section.title(),
                section.icon(),
                width(section),
                chips.perTenant(),
                chips.empty(),
                add(chips.add()),
                actions.action(chips.remove(), RouteAddress.Known.USER_AND_ROW));
    }

    private TableSection table(UserSection section, UserSection.Table table) {
        return new TableSection(
                id(section),
                recipe.value(),
                section.title(),
                section.icon(),
                width(section),
                table.empty(),
                ColumnWriter.columns(recipe, table.columns()),
                actions.actions(table.rowActions(), RouteAddress.Known.USER_AND_ROW),
                actions.actions(table.actions(), RouteAddress.Known.USER));
    }

    private FactsSection facts(UserSection section, UserSection.FactSheet facts) {
        return new FactsSection(
                id(section),
                recipe.value(),
                section.title(),
                section.icon(),
                width(section),
                actions.actions(facts.actions(), RouteAddress.Known.USER));
    }

    private JsonSection json(UserSection section, UserSection.Json json) {
        return new JsonSection(
                id(section), recipe.value(), section.title(), section.icon(), width(section), json.empty(), save(json));
    }

    private @Nullable SaveActionDocument save(UserSection.Json json) {
        ActionDocument action = actions.action(json.save(), RouteAddress.Known.USER);
        return action == null
                ? null
                : new SaveActionDocument(
                        action.label(),
                        action.method(),
                        action.path(),
                        action.done(),
                        action.wholeUser(),
                        json.field(),
                        json.maxBytes());
    }

    private @Nullable AddActionDocument add(@Nullable Add add) {
        if (add == null || !OperatorRights.allows(operator, add.options())) {
            return null;
        }
        ActionDocument action = actions.action(add.action(), RouteAddress.Known.USER);
        if (action == null) {
            return null;
        }
        return new AddActionDocument(
                action.label(),
                action.icon(),
                action.tone(),
                action.method(),
                action.path(),
                action.form(),
                action.confirm(),
                action.done(),
                action.wholeUser(),
                RouteAddress.full(recipe, add.options(), RouteAddress.Known.USER),
                true,
                add.field());
    }

    private String id(UserSection section) {
        return PanelIds.global(recipe, section.id());
    }

    private static SectionDocument.Width width(UserSection section) {
        return section.half() ? SectionDocument.Width.HALF : SectionDocument.Width.FULL;
    }
}
