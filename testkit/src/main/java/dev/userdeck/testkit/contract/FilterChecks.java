package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choice;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.dashboard.spi.UsersFilter.OneOf;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
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

    static void check(RecipeId recipe, List<UsersFilter> filters, List<Route> routes) {
        PartChecks.checkIds(filters.stream().map(UsersFilter::id).toList());
        for (UsersFilter filter : filters) {
            labels(filter).forEach(label -> PartChecks.checkKey(recipe, label.key()));
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

    private static List<Text> labels(UsersFilter filter) {
        var labels = new ArrayList<Text>(List.of(filter.label()));
        if (filter.kind() instanceof YesNo yesNo) {
            labels.addAll(List.of(yesNo.yes(), yesNo.no()));
        }
        Choices choices = choices(filter);
        if (choices != null && choices.fixed() != null) {
            choices.fixed().forEach(choice -> labels.add(choice.label()));
        }
        return labels;
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
                var condition = filter.condition().apply(chosen);
                List<User> users = userdeck.users()
                        .list(UserQuery.of(scope).matching(condition))
                        .items();
                assertThat(users)
                        .as("users by filter %s within %s", filter.id(), scope)
                        .allSatisfy(user -> assertThat(user.tenants().stream().anyMatch(scope::covers))
                                .isTrue());
            }
        }
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
