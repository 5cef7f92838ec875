package dev.userdeck.testkit.contract;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.testkit.TestRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The routes of a recipe that read. */
final class Gets {
    private Gets() {}

    /** Those that need no more than a user in their path. */
    static List<Route> of(DashboardContribution dashboard) {
        return dashboard.routes().stream()
                .filter(route -> route.method().isSafe() && route.streams().isEmpty() && rowParameter(route) == null)
                .toList();
    }

    /** The name of the parameter of the path, which is the key of a row; null for none. */
    private static @Nullable String rowParameter(Route route) {
        return route.parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.PATH)
                .map(Parameter::name)
                .findFirst()
                .orElse(null);
    }

    /** A request about the row of a page with this key. */
    static TestRequest row(Route route, String key) {
        String parameter = rowParameter(route);
        if (parameter == null) {
            throw new AssertionError(route + " is about a row of a page, and has no parameter for its key in its path");
        }
        return TestRequest.to(route).with(parameter, key);
    }

    static boolean takes(Route route, String parameter) {
        return route.parameters().stream().map(Parameter::name).anyMatch(parameter::equals);
    }

    static Options options(TestRequest request) {
        return (Options) body(request);
    }

    @SuppressWarnings("unchecked") // what a page's route answers with, as another check makes sure
    static Page<TableRow> rows(TestRequest request) {
        return (Page<TableRow>) body(request);
    }

    /** All rows of a page, as far as one answer goes. */
    static List<TableRow> rows(RecipePage page) {
        return rows(TestRequest.to(page.data())).items();
    }

    private static Object body(TestRequest request) {
        return Objects.requireNonNull(request.send().body(), () -> request.route() + " answers without a body");
    }
}
