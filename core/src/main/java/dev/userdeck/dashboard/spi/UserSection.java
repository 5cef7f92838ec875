package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A panel on the user page. Its data is fetched with the page; a section that throws shows an error, the page stays.
 *
 * @param id unique within the recipe, {@code [a-z][a-z0-9-]*}
 * @param title the heading
 * @param icon from the dashboard's set; an unknown one draws as a puzzle piece
 * @param permission without it the section is not drawn and its data not fetched
 * @param half whether it takes half the width beside another such section
 * @param content what is inside
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserSection(String id, Text title, String icon, Permission permission, boolean half, Content content) {

    /** A section over the full width. */
    public static UserSection of(String id, Text title, String icon, Permission permission, Content content) {
        return new UserSection(id, title, icon, permission, false, content);
    }

    /** The same over half the width. */
    public UserSection halfWidth() {
        return new UserSection(id, title, icon, permission, true, content);
    }

    /** The kinds of sections, by what is inside. */
    public sealed interface Content {}

    /**
     * Small things that are added and removed, such as roles, tags or groups.
     *
     * @param perTenant whether each chip is of one tenant; then there is a tenant drop-down where the user has several
     * @param empty said when there is none; may hold {@code {tenant}}
     * @param add how to add some, null when that can't be
     * @param remove how to take one away, null when that can't be
     * @param data makes the data
     */
    public record Chips(
            boolean perTenant,
            Text empty,
            @Nullable Add add,
            @Nullable Action remove,
            Function<SectionRequest, ChipsData> data)
            implements Content {

        /**
         * Checks the routes.
         *
         * @throws IllegalArgumentException if chips are per tenant, and are added by a route whose body has no {@code tenant}
         */
        public Chips {
            if (perTenant && add != null) {
                Fit.sends("tenant", add.action().route());
            }
        }
    }

    /**
     * Adds chips from a searchable list, several at once.
     *
     * @param action its route takes a body of {@code {"<field>": [ids], "tenant": id}}
     * @param field the member of the body that holds the ids
     * @param options a GET route of the same recipe, with the query parameter {@code q}, that answers with
     *     {@link Options}
     */
    public record Add(Action action, String field, Route options) {

        /**
         * Checks the routes.
         *
         * @throws IllegalArgumentException if the body that the action takes has no such member, or {@code options} says that it
         *     answers something else
         */
        public Add {
            Fit.sends(field, action.route());
            Fit.answers(options, Options.class);
        }
    }

    /**
     * The things that can be chosen, as a GET route answers with them. It finds those that fit the query parameter
     * {@code q}, absent for all. Where what is chosen is kept by its id and shown by its label (filters, bulk actions, and
     * fields of {@link Field.Kind#NAMES}) it takes the query parameter {@code id} as well, and then answers with that one
     * alone, or with nothing when there is none such any more.
     *
     * @param items in the order to show
     * @param more whether there are others, which a search may find
     */
    public record Options(List<Option> items, boolean more) {

        /** Copies the list. */
        public Options {
            items = List.copyOf(items);
        }

        /** Makes options beside which there are no others. */
        public Options(List<Option> items) {
            this(items, false);
        }
    }

    /**
     * One thing that can be chosen.
     *
     * @param id sent when it is chosen
     * @param label what it says
     * @param hint a line about it, null for none
     */
    public record Option(String id, String label, @Nullable String hint) {}

    /**
     * The data of {@link Chips}.
     *
     * @param items in the order to show
     * @param more a second list, folded at first; null for none
     */
    public record ChipsData(List<Chip> items, @Nullable More more) {

        /** Copies the list. */
        public ChipsData {
            items = List.copyOf(items);
        }
    }

    /**
     * A small thing that the user has, such as a role.
     *
     * @param id goes into the URL of the remove action
     * @param label what it says
     * @param hint said on top of it, null for nothing
     * @param tenant of which tenant, null when not per tenant
     * @param locked why it can't be removed, null when it can
     */
    public record Chip(
            String id,
            String label,
            @Nullable String hint,
            @Nullable String tenant,
            @Nullable Text locked) {}

    /**
     * A second list below the chips.
     *
     * @param label may hold {@code {count}} and {@code {tenant}}: {@link Text#counted}
     * @param items in the order to show
     */
    public record More(Text label, List<MoreItem> items) {

        /** Copies the list. */
        public More {
            items = List.copyOf(items);
        }
    }

    /**
     * An item of the second list.
     *
     * @param label what it says
     * @param hint where it comes from, null for nothing
     * @param tenant of which tenant, null when not per tenant
     */
    public record MoreItem(
            String label, @Nullable String hint, @Nullable String tenant) {}

    /**
     * Labelled values, perhaps under a headline.
     *
     * @param actions at the foot
     * @param data makes the data
     */
    public record FactSheet(List<Action> actions, Function<SectionRequest, FactSheetData> data) implements Content {

        /** Copies the list. */
        public FactSheet {
            actions = List.copyOf(actions);
        }
    }

    /**
     * The data of {@link FactSheet}.
     *
     * @param headline the one that matters, null for none
     * @param rows in the order to show
     * @param notice what someone should look at, null for nothing
     * @param offers which of the sheet's actions there are for this user, in the order to show; null for all of them
     */
    public record FactSheetData(
            @Nullable Headline headline,
            List<FactRow> rows,
            @Nullable Notice notice,
            @Nullable List<Offer> offers) {

        /** Copies the lists. */
        public FactSheetData {
            rows = List.copyOf(rows);
            offers = offers == null ? null : List.copyOf(offers);
        }

        /** Makes data with all actions of the sheet. */
        public FactSheetData(@Nullable Headline headline, List<FactRow> rows) {
            this(headline, rows, null, null);
        }

        /** The same with something to look at. */
        public FactSheetData notice(@Nullable Notice newNotice) {
            return new FactSheetData(headline, rows, newNotice, offers);
        }

        /** The same with these actions and no others. */
        public FactSheetData offering(List<Offer> actions) {
            return new FactSheetData(headline, rows, notice, actions);
        }
    }

    /**
     * Something to look at, above the values.
     *
     * @param tone how it should strike
     * @param text what it says
     */
    public record Notice(Tone tone, String text) {}

    /**
     * An action that there is for a user, now or later. What would be refused is not offered, or says why not now.
     *
     * @param action one of the sheet's
     * @param reason why not now; may hold {@code {time}}, the time that is left, where there is {@code availableAt}. Null
     *     when it can be done now
     * @param availableAt from when on it can be done, null when that isn't known
     */
    public record Offer(
            Action action, @Nullable Text reason, @Nullable Instant availableAt) {

        /** An action that can be done now. */
        public static Offer of(Action action) {
            return new Offer(action, null, null);
        }

        /** The same, but not now. */
        public Offer notNow(Text why) {
            return new Offer(action, why, null);
        }

        /** The same, but not before {@code when}. */
        public Offer notBefore(Instant when, Text why) {
            return new Offer(action, why, when);
        }
    }

    /**
     * The one fact that matters.
     *
     * @param icon from the dashboard's set
     * @param tone how it should strike
     * @param title a word or two
     * @param line a line below, null for none; may hold {@code {time}}, as in "since {time}", for the place of {@code at}
     * @param at when, written in its place in the line, or behind the line and a comma; null for nothing
     */
    public record Headline(
            String icon,
            Tone tone,
            Text title,
            @Nullable String line,
            @Nullable Instant at) {

        /** Makes a headline without a time. */
        public Headline(String icon, Tone tone, Text title, @Nullable String line) {
            this(icon, tone, title, line, null);
        }

        /** The same with a time. */
        public Headline at(Instant when) {
            return new Headline(icon, tone, title, line, when);
        }
    }

    /**
     * A labelled value.
     *
     * @param label what it is
     * @param kind how it is drawn
     * @param value of the kind's Java type, null for nothing
     */
    public record FactRow(
            Text label, Column.Kind kind, @Nullable Object value) {}

    /**
     * A table on the user page.
     *
     * @param columns from left to right
     * @param empty said when there are no rows
     * @param actions at the head
     * @param rowActions at the end of each row
     * @param data makes the rows
     */
    public record Table(
            List<Column> columns,
            Text empty,
            List<Action> actions,
            List<Action> rowActions,
            Function<SectionRequest, List<TableRow>> data)
            implements Content {

        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            actions = List.copyOf(actions);
            rowActions = List.copyOf(rowActions);
        }
    }

    /**
     * A JSON object or array, shown formatted and edited as text. It stays text all the way, so no number loses a digit and
     * no key its place.
     *
     * @param empty said when there is none
     * @param save replaces all of it: its route {@linkplain Route#needsIfMatch() needs If-Match} with the version of
     *     {@link JsonData}, answers with {@link dev.userdeck.http.spi.ProblemType#STALE} when that is not the one that is
     *     there, and takes a body of {@code {"<field>": text}}; a refusal may tell the place by the members {@code line} and
     *     {@code column}. Null when that can't be
     * @param field the member of the body that holds the text
     * @param maxBytes how large it may be, in UTF-8 without white space between its parts
     * @param data makes the data
     */
    public record Json(
            Text empty, @Nullable Action save, String field, int maxBytes, Function<SectionRequest, JsonData> data)
            implements Content {

        /**
         * Checks the route.
         *
         * @throws IllegalArgumentException if the body that it takes has no such member
         */
        public Json {
            if (save != null) {
                Fit.sends(field, save.route());
            }
        }
    }

    /**
     * The data of {@link Json}.
     *
     * @param json as text, null when there is none
     * @param version changes with each change; any number when there is none
     */
    public record JsonData(@Nullable String json, long version) {}
}
