package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Start with one of the factories.
 *
 * @param id unique within the recipe, {@code [a-z][a-z0-9-]*}
 * @param label the head of the column
 * @param kind how values are drawn
 * @param width how wide it is
 * @param priority 1 stays longest when the window gets narrow, 3 goes first
 * @param small where it goes when rows become cards
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Column(String id, Text label, Kind kind, Width width, int priority, Small small) {

    /** How values are drawn, and of which Java type they are; null draws as nothing. */
    public enum Kind {
        /** {@link TitleValue}: what names the row, with a line below. */
        TITLE,
        /** {@code String}. */
        TEXT,
        /** {@code String} to be copied exactly. */
        MONO,
        /** {@code Number}. */
        NUMBER,
        /** {@link java.time.Instant}. */
        DATE,
        /** {@link StatusValue}. */
        STATUS,
        /** {@code Boolean}. */
        FLAG,
        /** List of {@link ChipValue}, or {@link FirstChips}. */
        CHIPS,
        /** {@link UserValue}. */
        USER,
        /** List of {@link dev.userdeck.tenant.TenantId}; the column is drawn only where there is more than one tenant. */
        TENANTS
    }

    /** The widths of columns. */
    public enum Width {
        /** A few characters. */
        XS,
        /** A date. */
        SM,
        /** A few words. */
        MD,
        /** An address. */
        LG,
        /** The width that is left over, and at least that of a name: where there isn't as much, the table scrolls by itself. */
        GROW
    }

    /**
     * The places where a column goes when rows become cards. A value that doesn't tell by its looks what it is, as a number, a
     * day or a yes, has the column's label before it there.
     */
    public enum Small {
        /** The card's first line. */
        MAIN,
        /** The end of the first line. */
        END,
        /** The second line. */
        LINE,
        /** The end of the second line. */
        END2,
        /** The column is left out. */
        HIDE
    }

    /**
     * The name of a row.
     *
     * @param text the name
     * @param line a line below it, null for none
     */
    public record TitleValue(String text, @Nullable String line) {}

    /**
     * A status.
     *
     * @param tone how it should strike
     * @param label the word
     */
    public record StatusValue(Tone tone, Text label) {}

    /**
     * A chip.
     *
     * @param label what it says
     */
    public record ChipValue(String label) {}

    /**
     * The first of many chips, so that not all of them need to be read.
     *
     * @param first those to draw
     * @param total how many there are
     */
    public record FirstChips(List<ChipValue> first, long total) {

        /** Copies the list. */
        public FirstChips {
            first = List.copyOf(first);
        }
    }

    /**
     * A link to a user.
     *
     * @param id whose page
     * @param name what to show
     */
    public record UserValue(String id, String name) {}

    /** A column of middling width and priority that goes in the second line of cards. */
    public static Column of(String id, Kind kind, Text label) {
        return new Column(id, label, kind, Width.MD, 2, Small.LINE);
    }

    /** The same in another width. */
    public Column width(Width newWidth) {
        return new Column(id, label, kind, newWidth, priority, small);
    }

    /** The same with another priority, 1 to 3. */
    public Column priority(int newPriority) {
        return new Column(id, label, kind, width, newPriority, small);
    }

    /** The same with another place on cards. */
    public Column small(Small newSmall) {
        return new Column(id, label, kind, width, priority, newSmall);
    }
}
