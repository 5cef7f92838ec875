package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Chips;
import dev.userdeck.dashboard.spi.UserSection.Content;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.Offer;
import dev.userdeck.dashboard.spi.UserSection.Table;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks of what a recipe contributes. */
final class Contributions {
    /** Where a script may be, for each engine. */
    static final List<List<String>> FOLDERS = List.of(
            List.of("common", "h2"),
            List.of("common", "postgresql"),
            List.of("common", "mysql"),
            List.of("common", "mariadb", "mysql"));

    private Contributions() {}

    static void checkRoutes(List<Route> routes) {
        assertThat(routes).extracting(Route::toString).doesNotHaveDuplicates();
        for (Route route : routes) {
            assertThat(route.audience()).as("audience of %s", route).isEqualTo(Audience.OPERATOR);
            assertThat(route.permission()).as("permission of %s", route).isNotNull();
            checkRoute(route);
        }
    }

    static void checkAuthRoutes(List<Route> routes) {
        assertThat(routes).extracting(Route::toString).doesNotHaveDuplicates();
        for (Route route : routes) {
            assertThat(route.audience()).as("audience of %s", route).isNotEqualTo(Audience.OPERATOR);
            checkRoute(route);
        }
    }

    private static void checkRoute(Route route) {
        var inPath = Stream.of(route.path().split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .filter(name -> !route.scopeKind().isOfUser() || !name.equals("userId"))
                .toList();
        assertThat(route.parameters().stream()
                        .filter(parameter -> parameter.in() == Parameter.In.PATH)
                        .map(Parameter::name))
                .as("path parameters declared by %s", route)
                .containsExactlyInAnyOrderElementsOf(inPath);
        if (route.method().isSafe()) {
            assertThat(route.requestType()).as("body of %s", route).isNull();
        }
        for (Class<?> type : bodies(route)) {
            assertThat(type).as("body of %s", route).isPublic();
            Module module = type.getModule();
            assertThat(!module.isNamed() || module.isExported(type.getPackageName()))
                    .as("%s in an exported package", type)
                    .isTrue();
        }
    }

    private static List<Class<?>> bodies(Route route) {
        var types = new ArrayList<Class<?>>();
        if (route.requestType() != null) {
            types.add(route.requestType());
        }
        if (route.responseType() != null) {
            types.add(route.responseItemType() == null ? route.responseType() : route.responseItemType());
        }
        return types;
    }

    /** A permission of one name is one permission: it can't begin at another preset than core's. */
    static void checkPermissions(DashboardContribution dashboard) {
        for (Permission permission : dashboard.permissions()) {
            Permission.core().stream()
                    .filter(core -> core.name().equals(permission.name()))
                    .forEach(core -> assertThat(permission)
                            .as(
                                    "the permission %s, which is core's: use the constant of Permission, or another name",
                                    core)
                            .isEqualTo(core));
        }
    }

    static void checkPanels(DashboardContribution dashboard) {
        PartChecks.checkIds(dashboard.sections().stream().map(UserSection::id).toList());
        PartChecks.checkIds(dashboard.pages().stream().map(RecipePage::id).toList());
        PartChecks.checkIds(
                dashboard.columns().stream().map(column -> column.column().id()).toList());
        List<Route> routes = dashboard.routes();
        for (UserSection section : dashboard.sections()) {
            checkContent(section.content(), routes);
        }
        dashboard.pages().forEach(page -> PageChecks.check(page, routes));
        dashboard.bulkActions().forEach(action -> PartChecks.checkOptions(action.options(), routes));
        if (dashboard.createFields() != null) {
            assertThat(dashboard.createFields().fields())
                    .isNotEmpty()
                    .extracting(field -> field.field().name())
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
        }
        FilterChecks.check(dashboard.filters(), routes);
    }

    private static void checkContent(Content content, List<Route> routes) {
        if (content instanceof Chips chips) {
            if (chips.add() != null) {
                PartChecks.checkActions(List.of(chips.add().action()), routes);
                assertThat(chips.add().action().route().requestType()).isNotNull();
                PartChecks.checkOptions(chips.add().options(), routes);
            }
            PartChecks.checkActions(PartChecks.actions(chips.remove(), List.of()), routes);
        } else if (content instanceof FactSheet sheet) {
            PartChecks.checkActions(sheet.actions(), routes);
            assertThat(sheet.actions())
                    .extracting(action -> action.label().key())
                    .as("labels tell the actions of a section apart")
                    .doesNotHaveDuplicates();
        } else if (content instanceof Table table) {
            PartChecks.checkIds(table.columns().stream().map(Column::id).toList());
            PartChecks.checkActions(table.actions(), routes);
            PartChecks.checkActions(table.rowActions(), routes);
        } else if (content instanceof Json json && json.save() != null) {
            PartChecks.checkActions(List.of(json.save()), routes);
            assertThat(json.save().route().needsIfMatch())
                    .as("%s asks for the version", json.save().route())
                    .isTrue();
            assertThat(json.save().route().requestType()).isNotNull();
        }
    }

    /** All that a user's page shows of it. */
    static List<Object> data(DashboardContribution dashboard, SectionRequest request) {
        var all = new ArrayList<Object>();
        dashboard.sections().forEach(section -> all.add(data(section.content(), request)));
        all.add(dashboard.deletionFacts().apply(request));
        return all;
    }

    static Object data(Content content, SectionRequest request) {
        if (content instanceof Chips chips) {
            return chips.data().apply(request);
        }
        if (content instanceof FactSheet sheet) {
            return sheet.data().apply(request);
        }
        return content instanceof Table table
                ? table.data().apply(request)
                : ((Json) content).data().apply(request);
    }

    static void checkData(DashboardContribution dashboard, SectionRequest request) {
        Set<TenantId> tenants = request.user().tenants();
        for (UserSection section : dashboard.sections()) {
            if (section.content() instanceof Chips chips) {
                var data = chips.data().apply(request);
                assertThat(data.items())
                        .allSatisfy(chip -> assertThat(chip.id())
                                .as("id of a chip of section %s", section.id())
                                .isNotEmpty());
                if (chips.perTenant()) {
                    assertThat(data.items())
                            .allSatisfy(chip -> assertThat(chip.tenant())
                                    .isIn(tenants.stream().map(TenantId::value).toList()));
                }
            } else if (section.content() instanceof FactSheet sheet) {
                var data = sheet.data().apply(request);
                data.rows().forEach(row -> PartChecks.checkValue(row.label().text(), row.kind(), row.value()));
                if (data.offers() != null) {
                    assertThat(sheet.actions())
                            .as("actions of section %s", section.id())
                            .containsAll(
                                    data.offers().stream().map(Offer::action).toList());
                }
            } else if (section.content() instanceof Table table) {
                table.data().apply(request).forEach(row -> PartChecks.checkRow(table.columns(), row));
            } else if (section.content() instanceof Json json) {
                String text = json.data().apply(request).json();
                assertThat(text == null || text.startsWith("{") || text.startsWith("["))
                        .as("JSON of section %s", section.id())
                        .isTrue();
            }
        }
        assertThat(dashboard.deletionFacts().apply(request))
                .allSatisfy(fact -> assertThat(fact.count()).isNotNegative());
    }
}
