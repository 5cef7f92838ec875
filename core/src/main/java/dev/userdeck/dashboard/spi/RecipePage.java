package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A page of the recipe's own, reached from the navigation: a table that can be searched, with a way to add to it. Start
 * with {@link #of}.
 *
 * <p>If an action of the page or its preview is refused with a problem that has the member {@code row}, that is the key of the
 * row that is in the way, and there is a link to its preview beside the refusal, whether that is of a field or not.
 *
 * @param id what the page's address is called by: {@code roles} is at {@code p/roles} of the dashboard. Unique among all
 *     recipes, as the dashboard's {@code build()} checks; {@code [a-z][a-z0-9-]*}
 * @param title the heading and the name in the navigation
 * @param icon from the dashboard's set; an unknown one draws as a puzzle piece
 * @param columns from left to right; the first names the row
 * @param data a GET route of the same recipe that answers with a {@code Page} of {@link TableRow} and takes the query
 *     parameters {@code cursor} and {@code size}, {@code q} if there is a search, and that of each filter; its permission
 *     decides who sees the page
 * @param search the words in the search box, null for no search
 * @param filters what else narrows the list, in order
 * @param empty said when there are no rows
 * @param create adds a row, null when that can't be. If it answers with a body that has a {@code key}, the preview of that
 *     row opens
 * @param actions what can be done with all rows together, above them
 * @param rowActions at the end of each row
 * @param preview opens when a row is chosen, null for nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RecipePage(
        String id,
        Text title,
        String icon,
        List<Column> columns,
        Route data,
        @Nullable Text search,
        List<Filter> filters,
        Empty empty,
        @Nullable Action create,
        List<Action> actions,
        List<Action> rowActions,
        @Nullable Preview preview) {

    /**
     * The words of a page that has no rows.
     *
     * @param title that there are none
     * @param text what the thing is for
     * @param code lines of Java that use it, shown as they are; null for none
     */
    public record Empty(Text title, Text text, @Nullable String code) {}

    /**
     * A choice of one among a few values, by which the list is narrowed.
     *
     * @param parameter the query parameter of the page's route that takes the id of what was chosen, {@code [a-z][a-z0-9-]*}
     * @param label what is chosen, as in "State"
     * @param all the words for no choice, as in "All states"
     * @param choices at least one, in order
     */
    public record Filter(String parameter, Text label, Text all, List<UsersFilter.Choice> choices) {

        /** Copies the list. */
        public Filter {
            choices = List.copyOf(choices);
        }
    }

    /** A page that shows what {@code data} answers, without search and actions. */
    public static RecipePage of(String id, Text title, String icon, List<Column> columns, Route data, Empty empty) {
        return new RecipePage(id, title, icon, columns, data, null, List.of(), empty, null, List.of(), List.of(), null);
    }

    /** The same with a search box that says these words. */
    public RecipePage search(Text words) {
        return new RecipePage(
                id, title, icon, columns, data, words, filters, empty, create, actions, rowActions, preview);
    }

    /** The same with filters. */
    public RecipePage filters(Filter... some) {
        return new RecipePage(
                id, title, icon, columns, data, search, List.of(some), empty, create, actions, rowActions, preview);
    }

    /** The same with a way to add a row. */
    public RecipePage create(Action action) {
        return new RecipePage(
                id, title, icon, columns, data, search, filters, empty, action, actions, rowActions, preview);
    }

    /** The same with actions for all rows together. */
    public RecipePage actions(Action... some) {
        return new RecipePage(
                id, title, icon, columns, data, search, filters, empty, create, List.of(some), rowActions, preview);
    }

    /** The same with actions at the end of each row. */
    public RecipePage rowActions(Action... some) {
        return new RecipePage(
                id, title, icon, columns, data, search, filters, empty, create, actions, List.of(some), preview);
    }

    /** The same with a preview of the chosen row. */
    public RecipePage preview(Preview newPreview) {
        return new RecipePage(
                id, title, icon, columns, data, search, filters, empty, create, actions, rowActions, newPreview);
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if {@code data} says that it answers something else
     */
    public RecipePage {
        Fit.answersRows(data);
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
        actions = List.copyOf(actions);
        rowActions = List.copyOf(rowActions);
    }
}
