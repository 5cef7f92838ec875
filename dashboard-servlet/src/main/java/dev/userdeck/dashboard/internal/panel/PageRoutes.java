package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.PreviewDocuments.RowPreviewDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.TableRowDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.RunningRecipe;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has what recipes' pages and previews answer converted like the data of sections: it is made of Java types. */
public final class PageRoutes {

    /** Makes what is sent of what a route answers. */
    private interface Conversion {
        Object convert(@Nullable Object body, Operator operator);
    }

    private final RunningRecipe recipe;
    private final IdentityHashMap<Route, Conversion> conversions = new IdentityHashMap<>();

    private PageRoutes(RunningRecipe recipe) {
        this.recipe = recipe;
    }

    /** The recipe's routes, those of its pages' data with their answers converted. */
    public static List<Route> converted(RunningRecipe recipe) {
        var pages = new PageRoutes(recipe);
        DashboardContribution contribution = recipe.dashboard();
        contribution.pages().forEach(pages::add);
        return contribution.routes().stream().map(pages::converted).toList();
    }

    private void add(RecipePage page) {
        conversions.put(page.data(), (body, operator) -> rows(page.data(), page.columns(), body, operator));
        Preview preview = page.preview();
        if (preview == null) {
            return;
        }
        conversions.put(preview.data(), (body, operator) -> preview(preview, body, operator));
        for (Preview.Part part : preview.parts()) {
            Route more = part.content() instanceof Preview.Table table ? table.more() : null;
            if (more != null) {
                List<Column> columns = ((Preview.Table) part.content()).columns();
                conversions.put(more, (body, operator) -> rows(more, columns, body, operator));
            }
        }
    }

    private Route converted(Route route) {
        Conversion conversion = conversions.get(route);
        if (conversion == null) {
            return route;
        }
        Permission permission = Objects.requireNonNull(route.permission(), "permission");
        boolean preview = route.responseType() == PreviewData.class;
        Route.Builder<Void> draft = Route.get(route.path())
                .permission(permission)
                .parameters(route.parameters().toArray(new Parameter<?>[0]))
                .problems(route.problems().toArray(new ProblemType[0]));
        draft = preview
                ? draft.answers(route.status(), RowPreviewDocument.class)
                : draft.answersPage(route.status(), TableRowDocument.class);
        if (route.summary() != null) {
            draft.summary(route.summary());
        }
        if (route.sendsETag()) {
            draft.sendsETag();
        }
        if (route.refusesUnknown()) {
            draft.refusesUnknown();
        }
        if (route.scopeKind() == ScopeKind.TENANTS) {
            draft.handlesScope();
        }
        return draft.handle(request -> converted(route, request, conversion));
    }

    private static Response converted(Route route, Request<?> request, Conversion conversion) {
        Response answer = route.handle(request);
        return new Response(
                answer.status(),
                conversion.convert(answer.body(), request.operator()),
                answer.headers(),
                answer.stream());
    }

    private Object rows(Route route, List<Column> columns, @Nullable Object body, Operator operator) {
        if (!(body instanceof Page<?> paged)) {
            throw new IllegalStateException(route + " gives rows and must answer Page");
        }
        return RowWriter.page(columns, paged.map(TableRow.class::cast), links(operator));
    }

    private Object preview(Preview preview, @Nullable Object body, Operator operator) {
        if (!(body instanceof PreviewData data)) {
            throw new IllegalStateException(preview.data() + " gives a preview and must answer PreviewData");
        }
        return new PreviewWriter(recipe.id(), operator).data(preview, data, links(operator));
    }

    private Links links(Operator operator) {
        return new Links(recipe.id(), recipe.dashboard(), operator);
    }
}
