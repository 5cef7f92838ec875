package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.testkit.TestRequest;
import java.util.List;
import java.util.Objects;

/** Checks of a recipe's pages and their previews. */
final class PageChecks {
    private PageChecks() {}

    static void check(RecipeId recipe, RecipePage page, List<Route> routes) {
        PartChecks.checkKey(recipe, page.title().key());
        PartChecks.checkIds(page.columns().stream().map(Column::id).toList());
        assertThat(page.columns()).as("columns of page %s", page.id()).isNotEmpty();
        PartChecks.checkRead(page.data(), routes);
        assertThat(page.data().parameters().stream().map(Parameter::name))
                .as("parameters of %s", page.data())
                .contains(
                        page.search() == null ? new String[] {"cursor", "size"} : new String[] {"cursor", "size", "q"});
        PartChecks.checkActions(PartChecks.actions(page.create(), page.rowActions()), routes);
        if (page.preview() != null) {
            check(page.preview(), routes);
        }
    }

    private static void check(Preview preview, List<Route> routes) {
        PartChecks.checkRead(preview.data(), routes);
        assertThat(preview.data().responseType())
                .as("answer of %s", preview.data())
                .isEqualTo(PreviewData.class);
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

    private static void open(Preview preview, String key) {
        String parameter = preview.data().parameters().get(0).name();
        var data = (PreviewData) Objects.requireNonNull(
                TestRequest.to(preview.data()).with(parameter, key).send().body());
        assertThat(preview.parts())
                .as("parts of the preview of %s", key)
                .extracting(Preview.Part::id)
                .containsAll(data.parts().keySet());
        for (Preview.Part part : preview.parts()) {
            var given = data.parts().get(part.id());
            if (part.content() instanceof Preview.Table table && given instanceof PreviewData.Rows rows) {
                rows.page().items().forEach(row -> PartChecks.checkRow(table.columns(), row));
            } else if (part.content() instanceof Preview.Facts && given instanceof PreviewData.Facts facts) {
                facts.rows().forEach(row -> PartChecks.checkValue(row.kind(), row.value()));
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
