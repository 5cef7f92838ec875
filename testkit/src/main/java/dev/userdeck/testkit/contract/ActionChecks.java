package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that panels and the routes that they use fit together. */
final class ActionChecks {
    private static final String TENANT = "tenant";

    private final DashboardContribution dashboard;

    ActionChecks(DashboardContribution dashboard) {
        this.dashboard = dashboard;
    }

    /** Each field of each form is a member of the body that its route takes. */
    void forms() {
        for (Action action : actions()) {
            action.form().forEach(field -> isMember(field.name(), action.route()));
        }
        for (UserSection section : dashboard.sections()) {
            if (section.content() instanceof UserSection.Json json && json.save() != null) {
                isMember(json.field(), json.save().route());
            } else if (section.content() instanceof UserSection.Chips chips && chips.add() != null) {
                Route route = chips.add().action().route();
                isMember(chips.add().field(), route);
                if (chips.perTenant()) {
                    isMember(TENANT, route);
                }
            }
        }
    }

    private static void isMember(String field, Route route) {
        Class<?> body = route.requestType();
        assertThat(body == null ? List.of() : members(body))
                .as(
                        "the members of the body of %s, to which a form sends the field “%s”: each request would be refused",
                        route, field)
                .contains(field);
    }

    private static List<String> members(Class<?> body) {
        RecordComponent[] components = body.getRecordComponents();
        return components == null
                ? List.of()
                : Stream.of(components).map(RecordComponent::getName).toList();
    }

    /** Each route answers what the panel that uses it awaits. */
    void answers() {
        for (Action action : actions()) {
            if (action.confirm() != null) {
                answers(action.confirm().facts(), Facts.class, null);
            }
            action.form().forEach(this::suggestions);
        }
        if (dashboard.createFields() != null) {
            dashboard.createFields().fields().stream().map(CreateField::field).forEach(this::suggestions);
        }
        for (RecipePage page : dashboard.pages()) {
            answers(page.data(), Page.class, TableRow.class);
            if (page.preview() != null) {
                answers(page.preview().data(), PreviewData.class, null);
                tables(page.preview()).forEach(table -> answers(table.more(), Page.class, TableRow.class));
            }
        }
        for (UserSection section : dashboard.sections()) {
            if (section.content() instanceof UserSection.Chips chips && chips.add() != null) {
                options(chips.add().options());
            }
        }
        dashboard.bulkActions().stream().map(BulkAction::options).forEach(this::options);
        dashboard.filters().forEach(filter -> options(optionsOf(filter)));
    }

    private void suggestions(Field field) {
        options(field.suggestions());
    }

    private void options(@Nullable Route route) {
        answers(route, Options.class, null);
        if (route != null) {
            assertThat(Gets.takes(route, "q"))
                    .as("%s offers what can be chosen, and takes the query parameter q: add it by parameters(…)", route)
                    .isTrue();
        }
    }

    private static @Nullable Route optionsOf(UsersFilter filter) {
        if (filter.kind() instanceof UsersFilter.OneOf one) {
            return one.choices().route();
        }
        return filter.kind() instanceof UsersFilter.AnyOf any ? any.choices().route() : null;
    }

    private static void answers(@Nullable Route route, Class<?> type, @Nullable Class<?> item) {
        if (route != null) {
            assertThat(route.responseType())
                    .as("what %s says that it answers", route)
                    .isEqualTo(type);
            assertThat(route.responseItemType())
                    .as("of what %s says that it answers a page", route)
                    .isEqualTo(item);
        }
    }

    private static List<Preview.Table> tables(Preview preview) {
        return preview.parts().stream()
                .filter(part -> part.content() instanceof Preview.Table)
                .map(part -> (Preview.Table) part.content())
                .toList();
    }

    /** All actions but those that a section of JSON or chips brings, which have no form. */
    List<Action> actions() {
        var actions = new ArrayList<Action>();
        for (UserSection section : dashboard.sections()) {
            if (section.content() instanceof UserSection.FactSheet sheet) {
                actions.addAll(sheet.actions());
            } else if (section.content() instanceof UserSection.Table table) {
                actions.addAll(table.actions());
                actions.addAll(table.rowActions());
            } else if (section.content() instanceof UserSection.Chips chips && chips.remove() != null) {
                actions.add(chips.remove());
            }
        }
        for (RecipePage page : dashboard.pages()) {
            actions.addAll(PartChecks.actions(page.create(), page.actions()));
            actions.addAll(page.rowActions());
            if (page.preview() != null) {
                actions.addAll(
                        PartChecks.actions(page.preview().edit(), page.preview().actions()));
            }
        }
        return actions;
    }
}
