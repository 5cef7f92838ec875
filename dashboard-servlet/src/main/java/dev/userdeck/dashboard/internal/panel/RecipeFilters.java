package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The recipes' filters of the users list, as parameters {@code f.<recipe>.<id>}. */
public final class RecipeFilters {
    private static final String PREFIX = "f.";

    private final List<Named> filters = new ArrayList<>();

    /** A filter and its parameter. */
    private record Named(UsersFilter filter, Parameter<String> parameter) {}

    /** A filter and what a request asks of it. */
    private record Asked(Named named, Chosen chosen) {}

    public RecipeFilters(List<RunningRecipe> recipes) {
        for (RunningRecipe recipe : recipes) {
            for (UsersFilter filter : recipe.dashboard().filters()) {
                String name = PREFIX + PanelIds.global(recipe.id(), filter.id());
                filters.add(new Named(filter, Parameter.query(name)));
            }
        }
    }

    public List<Parameter<String>> parameters() {
        return filters.stream().map(Named::parameter).toList();
    }

    /**
     * The filter with what the request asks of the recipes, within this scope.
     *
     * @throws dev.userdeck.http.spi.ProblemException 400 naming a parameter that is out of form, 403 for a filter that is
     *     not for this operator
     */
    public UserFilter applied(UserFilter filter, Request<?> request, Scope scope) {
        UserFilter narrowed = filter;
        for (Asked asked : asked(request, scope)) {
            narrowed = narrowed.matching(asked.named().filter().condition().apply(asked.chosen()));
        }
        return narrowed;
    }

    /** The same, as what a job can keep. */
    public List<BulkSelection.Choice> choices(Request<?> request, Scope scope) {
        return asked(request, scope).stream()
                .map(asked -> new BulkSelection.Choice(
                        asked.named().parameter().name().substring(PREFIX.length()),
                        asked.chosen().values(),
                        asked.chosen().from(),
                        asked.chosen().to()))
                .toList();
    }

    private List<Asked> asked(Request<?> request, Scope scope) {
        var all = new ArrayList<Asked>();
        for (Named named : filters) {
            String text = request.get(named.parameter());
            if (text == null) {
                continue;
            }
            if (!request.operator().may(named.filter().permission())) {
                throw Problem.of(ProblemType.FORBIDDEN)
                        .detail("You may not filter by " + named.parameter().name())
                        .exception();
            }
            all.add(new Asked(named, FilterValues.read(named.filter(), named.parameter(), text, scope)));
        }
        return all;
    }

    /** The parameter of what a job has kept. */
    public static String parameter(BulkSelection.Choice choice) {
        return PREFIX + choice.filter();
    }

    /** What a job has kept, as it stands in the parameter; empty if the filter isn't there any more. */
    public Optional<String> text(BulkSelection.Choice choice) {
        return filters.stream()
                .filter(named -> named.parameter().name().equals(parameter(choice)))
                .map(named -> named.filter().kind())
                .map(kind -> kind instanceof UsersFilter.Range
                        ? FilterValues.text(choice.from(), choice.to())
                        : kind instanceof UsersFilter.AnyOf
                                ? FilterValues.escaped(choice.values()).collect(Collectors.joining(","))
                                : choice.values().get(0))
                .findFirst();
    }
}
