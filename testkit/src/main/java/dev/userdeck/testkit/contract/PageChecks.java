package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.testkit.TestRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks of a recipe's pages and their previews. */
final class PageChecks {
    private static final String CURSOR = "cursor";
    private static final String SEARCH = "q";
    private static final String SIZE = "size";
    /** More rows than someRows makes. */
    private static final int MOST = 100;

    private PageChecks() {}

    static void check(RecipePage page, List<Route> routes) {
        PartChecks.checkIds(page.columns().stream().map(Column::id).toList());
        assertThat(page.columns()).as("columns of page %s", page.id()).isNotEmpty();
        PartChecks.checkRead(page.data(), routes);
        assertThat(page.data().parameters().stream().map(Parameter::name))
                .as("parameters of %s", page.data())
                .contains(
                        page.search() == null ? new String[] {"cursor", "size"} : new String[] {"cursor", "size", "q"});
        PartChecks.checkActions(PartChecks.actions(page.create(), page.rowActions()), routes);
        PartChecks.checkActions(page.actions(), routes);
        if (page.preview() != null) {
            check(page.preview(), routes);
        }
    }

    private static void check(Preview preview, List<Route> routes) {
        PartChecks.checkRead(preview.data(), routes);
        PartChecks.checkActions(PartChecks.actions(preview.edit(), preview.actions()), routes);
        PartChecks.checkIds(preview.parts().stream().map(Preview.Part::id).toList());
        for (Preview.Part part : preview.parts()) {
            if (part.content() instanceof Preview.Table table) {
                PartChecks.checkIds(table.columns().stream().map(Column::id).toList());
                if (table.more() != null) {
                    PartChecks.checkRead(table.more(), routes);
                    assertThat(table.more().parameters())
                            .as("parameters of %s", table.more())
                            .extracting(Parameter::name)
                            .contains("cursor");
                }
            }
        }
        Action edit = preview.edit();
        if (edit != null) {
            assertThat(edit.route().needsIfMatch())
                    .as("%s asks for the version", edit.route())
                    .isTrue();
            assertThat(edit.form()).as("form of %s", edit.route()).isNotEmpty();
        }
    }

    /** Opens each row of the first page. */
    static void open(RecipePage page) {
        var rows = (Page<?>)
                Objects.requireNonNull(TestRequest.to(page.data()).send().body());
        for (Object item : rows.items()) {
            var row = (TableRow) item;
            PartChecks.checkRow(page.columns(), row);
            if (page.preview() != null) {
                open(page.preview(), row.key());
            }
        }
    }

    /** Goes from page to page of one row each to the end and back: all rows, each once, in the order of one large page. */
    static void walk(RecipePage page) {
        Route route = page.data();
        List<String> all = keys(Gets.rows(TestRequest.to(route).with(SIZE, MOST)));
        var forward = new ArrayList<String>();
        Page<TableRow> at = walk(route, first(route), Page::nextCursor, forward, all.size());
        assertThat(forward)
                .as("the rows of %s, read by nextCursor one by one, beside those of one page", route)
                .isEqualTo(all);

        var back = new ArrayList<String>();
        walk(route, at, Page::previousCursor, back, all.size());
        Collections.reverse(back);
        assertThat(back)
                .as("the rows of %s, read by previousCursor one by one from the last, beside those of one page", route)
                .isEqualTo(all);

        assertThat(catchThrowable(() ->
                        TestRequest.to(route).with(CURSOR, "no-such-cursor").send()))
                .as("the refusal of %s with an invented cursor: InvalidCursorException, or a problem", route)
                .isInstanceOfAny(InvalidCursorException.class, ProblemException.class);
    }

    private static Page<TableRow> first(Route route) {
        return Gets.rows(TestRequest.to(route).with(SIZE, 1));
    }

    /** Returns the last page. */
    private static Page<TableRow> walk(
            Route route,
            Page<TableRow> from,
            Function<Page<TableRow>, @Nullable String> cursor,
            List<String> keys,
            int rows) {
        Page<TableRow> at = from;
        for (int steps = 0; steps <= rows; steps++) {
            assertThat(at.items()).as("the rows of %s with size 1", route).hasSizeLessThanOrEqualTo(1);
            keys.addAll(keys(at));
            String next = cursor.apply(at);
            if (next == null) {
                return at;
            }
            at = Gets.rows(TestRequest.to(route).with(SIZE, 1).with(CURSOR, next));
        }
        throw new AssertionError(
                "The cursors of %s lead on and on: after %d pages of one row, of which there are %d, there is one more"
                        .formatted(route, rows + 1, rows));
    }

    private static List<String> keys(Page<TableRow> page) {
        return page.items().stream().map(TableRow::key).toList();
    }

    /** A row is found by its name; nothing is found by words that are nowhere. */
    static void search(RecipePage page) {
        Route route = page.data();
        if (page.search() != null) {
            for (TableRow row : Gets.rows(page).stream().limit(1).toList()) {
                String name = name(row.cells().get(page.columns().get(0).id()));
                assertThat(keys(Gets.rows(TestRequest.to(route).with(SEARCH, name))))
                        .as("the rows of %s for the query parameter q “%s”, the name of one", route, name)
                        .contains(row.key());
            }
            assertThat(keys(Gets.rows(TestRequest.to(route).with(SEARCH, "no-such \u2603"))))
                    .as("the rows of %s for a query parameter q that is in none", route)
                    .isEmpty();
        }
        for (RecipePage.Filter filter : page.filters()) {
            List<String> all = keys(Gets.rows(TestRequest.to(route).with(SIZE, MOST)));
            for (UsersFilter.Choice choice : filter.choices()) {
                assertThat(keys(Gets.rows(
                                TestRequest.to(route).with(SIZE, MOST).with(filter.parameter(), choice.id()))))
                        .as("the rows of %s with %s=%s", route, filter.parameter(), choice.id())
                        .isSubsetOf(all);
            }
        }
    }

    private static String name(@Nullable Object cell) {
        return cell instanceof Column.TitleValue title ? title.text() : String.valueOf(cell);
    }

    private static void open(Preview preview, String key) {
        var data = (PreviewData)
                Objects.requireNonNull(Gets.row(preview.data(), key).send().body());
        assertThat(preview.parts())
                .as("parts of the preview of %s", key)
                .extracting(Preview.Part::id)
                .containsAll(data.parts().keySet());
        for (Preview.Part part : preview.parts()) {
            var given = data.parts().get(part.id());
            if (part.content() instanceof Preview.Table table && given instanceof PreviewData.Rows rows) {
                rows.page().items().forEach(row -> PartChecks.checkRow(table.columns(), row));
            } else if (part.content() instanceof Preview.Facts && given instanceof PreviewData.Facts facts) {
                facts.rows().forEach(row -> PartChecks.checkValue(row.label().text(), row.kind(), row.value()));
            } else if (given != null) {
                assertThat(given).as("data of part %s", part.id()).isInstanceOf(PreviewData.Labels.class);
                assertThat(part.content()).isInstanceOf(Preview.Chips.class);
            }
        }
        Action edit = preview.edit();
        if (edit != null) {
            assertThat(data.values().keySet())
                    .as("what the form of %s begins with", edit.route())
                    .isSubsetOf(edit.form().stream().map(Field::name).toList());
        }
    }
}
