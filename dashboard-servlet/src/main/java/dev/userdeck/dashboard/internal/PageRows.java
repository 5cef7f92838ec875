package dev.userdeck.dashboard.internal;

import dev.userdeck.dashboard.internal.SectionData.RowDocument;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Page;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Paged;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has the rows of recipes' pages converted like those of sections: their routes answer with values of Java types. */
final class PageRows {
    private PageRows() {}

    /** The contribution's routes, those of its pages' data with their rows converted. */
    static List<Route> converted(DashboardContribution contribution) {
        var routes = new ArrayList<Route>();
        for (Route route : contribution.routes()) {
            @Nullable
            Page page = contribution.pages().stream()
                    .filter(candidate -> candidate.data() == route)
                    .findFirst()
                    .orElse(null);
            routes.add(page == null ? route : converted(route, page));
        }
        return routes;
    }

    private static Route converted(Route route, Page page) {
        Permission permission = Objects.requireNonNull(route.permission(), "permission");
        var draft = Route.get(route.path())
                .permission(permission)
                .parameters(route.parameters().toArray(new Parameter<?>[0]))
                .problems(route.problems().toArray(new ProblemType[0]))
                .answers(route.status(), Paged.class);
        if (route.scopeKind() == ScopeKind.TENANTS) {
            draft.handlesScope();
        }
        return draft.handle(request -> {
            Response answer = route.handle(request);
            return new Response(answer.status(), rows(route, page, answer.body()), answer.headers(), answer.stream());
        });
    }

    private static Paged<RowDocument> rows(Route route, Page page, @Nullable Object body) {
        if (!(body instanceof Paged<?> paged)) {
            throw new IllegalStateException(route + " gives page " + page.id() + " its rows and must answer Paged");
        }
        List<TableRow> rows = paged.items().stream().map(TableRow.class::cast).toList();
        return new Paged<>(SectionData.rows(page.columns(), rows), paged.next(), paged.previous());
    }
}
