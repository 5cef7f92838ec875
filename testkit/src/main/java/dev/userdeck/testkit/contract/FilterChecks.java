package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choice;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.dashboard.spi.UsersFilter.OneOf;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks of a recipe's filters of the users list. */
final class FilterChecks {
    /** A value with all that breaks SQL that is put together by hand. */
    private static final String ODD = "o'dd \"%_\\ ünïcode ? :x {0}";

    private FilterChecks() {}

    static void check(List<UsersFilter> filters, List<Route> routes) {
        PartChecks.checkIds(filters.stream().map(UsersFilter::id).toList());
        for (UsersFilter filter : filters) {
            Choices choices = choices(filter);
            if (choices != null && choices.route() != null) {
                PartChecks.checkRead(Objects.requireNonNull(choices.route()), routes);
                assertThat(choices.route().parameters())
                        .as("parameters of %s", choices.route())
                        .extracting(parameter -> parameter.name())
                        .contains("q", "id");
            }
        }
    }

    private static @Nullable Choices choices(UsersFilter filter) {
        if (filter.kind() instanceof OneOf one) {
            return one.choices();
        }
        return filter.kind() instanceof AnyOf any ? any.choices() : null;
    }

    /** Runs each condition with values of its kind, for operators of all and of some tenants. */
    static void run(Userdeck userdeck, UsersFilter filter) {
        for (Scope scope : List.of(Scope.all(), Scope.of(TenantId.PUBLIC), Scope.of(List.of(new TenantId("other"))))) {
            for (Chosen chosen : samples(filter, scope)) {
                List<User> users = found(userdeck, scope, filter, chosen);
                assertThat(users)
                        .as("users by filter %s within %s", filter.id(), scope)
                        .allSatisfy(user -> assertThat(user.tenants().stream().anyMatch(scope::covers))
                                .isTrue());
            }
        }
    }

    /** Of users whom the condition finds, none may be missing from the select of their ids. */
    static void compare(Userdeck userdeck, TestDatabase database, UsersFilter filter) {
        for (Chosen chosen : choicesOf(filter, Scope.all())) {
            UserCondition condition = filter.condition().apply(chosen);
            String ids = condition.ids();
            if (ids != null) {
                var bySql = new UserCondition(condition.sql(), condition.binds(), null);
                assertThat(selected(database, ids, condition.binds()))
                        .as(
                                "the users that ids(…) of filter %s with %s selects, beside those of whom its condition is true",
                                filter.id(), chosen.values())
                        .doesNotHaveDuplicates()
                        .containsAll(found(userdeck, Scope.all(), bySql).stream()
                                .map(user -> user.id().value())
                                .toList());
            }
        }
    }

    private static List<User> found(Userdeck userdeck, Scope scope, UsersFilter filter, Chosen chosen) {
        try {
            return found(userdeck, scope, filter.condition().apply(chosen));
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "The condition of filter %s does not run with %s: bind each value, and write none into the SQL"
                            .formatted(filter.id(), chosen.values()),
                    e);
        }
    }

    private static List<User> found(Userdeck userdeck, Scope scope, UserCondition condition) {
        return userdeck.users().list(UserQuery.of(scope).matching(condition)).items();
    }

    private static List<String> selected(TestDatabase database, String sql, List<Object> binds) {
        var ids = new ArrayList<String>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < binds.size(); i++) {
                select.setObject(i + 1, binds.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new AssertionError("Could not run " + sql, e);
        }
    }

    /** What can be chosen, each alone: of a route what it offers, of a span all time up to now and from now on. */
    static List<Chosen> choicesOf(UsersFilter filter, Scope scope) {
        Choices choices = choices(filter);
        if (choices == null || choices.route() == null) {
            return samples(filter, scope);
        }
        return Gets.options(TestRequest.to(choices.route())).items().stream()
                .map(option -> of(scope, option.id()))
                .toList();
    }

    private static List<Chosen> samples(UsersFilter filter, Scope scope) {
        if (filter.kind() instanceof YesNo) {
            return List.of(of(scope, "yes"), of(scope, "no"));
        }
        Choices choices = choices(filter);
        if (choices == null) {
            Instant now = Instant.ofEpochMilli(1_700_000_000_000L);
            return List.of(
                    new Chosen(List.of(), now, null, scope),
                    new Chosen(List.of(), null, now, scope),
                    new Chosen(List.of(), now, now.plusSeconds(1), scope));
        }
        List<Choice> fixed = choices.fixed();
        if (fixed != null) {
            return fixed.stream().map(choice -> of(scope, choice.id())).toList();
        }
        return filter.kind() instanceof AnyOf
                ? List.of(of(scope, ODD), of(scope, ODD, "b", "c"))
                : List.of(of(scope, ODD));
    }

    private static Chosen of(Scope scope, String... values) {
        return new Chosen(List.of(values), null, null, scope);
    }
}
