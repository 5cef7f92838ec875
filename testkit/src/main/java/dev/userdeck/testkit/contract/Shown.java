package dev.userdeck.testkit.contract;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.UserExport;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator of some tenants is shown of a recipe, by where it is shown: to be compared with what is shown later. */
final class Shown {
    private static final String TENANT = "tenant";

    private final Userdeck userdeck;
    private final DashboardContribution dashboard;
    private final Operator operator;

    Shown(Userdeck userdeck, DashboardContribution dashboard, Operator operator) {
        this.userdeck = userdeck;
        this.dashboard = dashboard;
        this.operator = operator;
    }

    private Scope scope() {
        return operator.scope();
    }

    private List<User> users() {
        return userdeck.users().list(UserQuery.of(scope())).items();
    }

    /** The sections of each user, and what goes with the user. */
    Map<String, Object> sections() {
        var shown = new TreeMap<String, Object>();
        for (User user : users()) {
            var request = new SectionRequest(user, scope(), operator);
            for (UserSection section : dashboard.sections()) {
                Object data = Contributions.data(section.content(), request);
                shown.put(
                        "section " + section.id() + " of " + user.email(),
                        data instanceof ChipsData chips ? chips(chips, scope()) : data.toString());
            }
            shown.put(
                    "deletion facts of " + user.email(),
                    dashboard.deletionFacts().apply(request).toString());
        }
        return shown;
    }

    /** Of chips, the dashboard leaves out those of other tenants. */
    private static String chips(ChipsData chips, Scope scope) {
        Stream<Object> items = chips.items().stream()
                .filter(chip -> isWithin(scope, chip.tenant()))
                .map(chip -> chip);
        Stream<Object> more = Stream.ofNullable(chips.more())
                .flatMap(others -> others.items().stream())
                .filter(item -> isWithin(scope, item.tenant()))
                .map(item -> item);
        return Stream.concat(items, more).toList().toString();
    }

    private static boolean isWithin(Scope scope, @Nullable String tenant) {
        return tenant == null || scope.covers(new TenantId(tenant));
    }

    /** The values of each column. */
    Map<String, Object> columns() {
        var shown = new TreeMap<String, Object>();
        for (UsersColumn column : dashboard.columns()) {
            Map<?, ?> values = column.values().valuesFor(users(), scope());
            for (User user : users()) {
                shown.put(
                        "column " + column.column().id() + " of " + user.email(),
                        String.valueOf(values.get(user.id())));
            }
        }
        return shown;
    }

    /** The users whom each choice of a filter finds; of those that a route offers, by whatever is offered in all tenants. */
    Map<String, Object> filters() {
        var shown = new TreeMap<String, Object>();
        for (UsersFilter filter : dashboard.filters()) {
            for (UsersFilter.Chosen chosen : FilterChecks.choicesOf(filter, scope())) {
                var query = UserQuery.of(scope()).matching(filter.condition().apply(chosen));
                shown.put(
                        "filter " + filter.id() + " with " + chosen.values() + chosen.from() + chosen.to(),
                        userdeck.users().list(query).items().stream()
                                .map(User::email)
                                .sorted()
                                .toList());
            }
        }
        return shown;
    }

    /** The file that an export writes. */
    Map<String, Object> export() {
        var what = UserExport.of(UserQuery.of(scope()), DataFormat.JSON_LINES);
        return Map.of("export", Exports.lines(Exports.of(userdeck, what)));
    }

    /** The answers of all GET routes that such an operator may call, and that need no more than a user. */
    Map<String, Object> routes() {
        var shown = new TreeMap<String, Object>();
        for (Route route : Gets.of(dashboard)) {
            if (route.scopeKind().isOfUser()) {
                users().forEach(user -> shown.put(
                        route + " of " + user.email(),
                        answer(TestRequest.to(route).about(user))));
            } else if (TenantWalls.keepsToScope(route)) {
                shown.put(route.toString(), answer(TestRequest.to(route)));
            }
        }
        return shown;
    }

    private Object answer(TestRequest request) {
        if (Gets.takes(request.route(), TENANT)) {
            request.with(
                    TENANT, ((Scope.Only) scope()).tenants().iterator().next().value());
        }
        try {
            return String.valueOf(request.as(operator).send().body());
        } catch (ProblemException refused) {
            return refused.problem().toString();
        }
    }
}
