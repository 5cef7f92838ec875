package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form. The server has the last word: it answers 422 with errors that name the field.
 *
 * @param name the member of the body that it becomes
 * @param label above the field
 * @param kind what is typed
 * @param required whether it may stay empty
 * @param help under the field, null for none
 * @param maxLength in characters; of each item for tags and names
 * @param suggestions for tags and names: a GET route of the same recipe that answers with {@link UserSection.Options}, whose
 *     ids become the value. Tags offer what it knows, take other words as well, and do without it, which is null; names take
 *     nothing else and need it, with the query parameters {@code q} and {@code id}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Field(
        String name,
        Text label,
        Kind kind,
        boolean required,
        @Nullable Text help,
        int maxLength,
        @Nullable Route suggestions) {

    /** The kinds of fields, by what is typed into them. */
    public enum Kind {
        /** One line; sent as text. */
        TEXT,
        /** Several lines; sent as text. */
        LONG,
        /** An address; sent as text. */
        EMAIL,
        /** On or off; sent as a boolean. */
        SWITCH,
        /** Several short words of any sort, parted by commas, spaces or line breaks; sent as an array of text. */
        TAGS,
        /**
         * Several of those things that {@link Field#suggestions} knows, chosen from a list that opens with the field, or typed or
         * pasted by label or id, parted by commas or line breaks; sent as an array of their ids. What isn't known stays in
         * the box, and the form isn't sent with it. An operator who may not see the list gets a field to type ids in, and one
         * may be gone by the time it is sent: the route has the last word.
         */
        NAMES,
        /** A JSON object or array; sent as text, so that nothing of it changes on the way. */
        JSON
    }

    /** A field that must be filled in. */
    public static Field required(String name, Kind kind, Text label) {
        return new Field(name, label, kind, true, null, 255, null);
    }

    /** A field that may stay empty; text is then left out of the body, so that the record's component is null. */
    public static Field optional(String name, Kind kind, Text label) {
        return new Field(name, label, kind, false, null, 255, null);
    }

    /** The same with a line of help. */
    public Field help(Text newHelp) {
        return new Field(name, label, kind, required, newHelp, maxLength, suggestions);
    }

    /** The same with another length. */
    public Field maxLength(int newMaxLength) {
        return new Field(name, label, kind, required, help, newMaxLength, suggestions);
    }

    /** The same with what there is to choose from: for tags while typing, for names always. */
    public Field suggestions(Route options) {
        return new Field(name, label, kind, required, help, maxLength, options);
    }
}
