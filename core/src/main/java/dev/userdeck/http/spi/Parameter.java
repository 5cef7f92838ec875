package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A typed part of a route's URL: a {@code {name}} of its path, or a query parameter.
 *
 * @param <T> what a handler gets
 * @param name as in the URL
 * @param in where it stands
 * @param type {@code String}, {@code Integer} or {@code Boolean}
 * @param minimum smallest number, or shortest text
 * @param maximum largest number, or longest text
 * @param choices the texts that it may be; none where it may be any
 * @param several whether it may be several of the choices, with commas between
 * @param fallback what a handler gets when a query parameter is absent; null for nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Parameter<T>(
        String name,
        In in,
        Class<T> type,
        int minimum,
        int maximum,
        List<String> choices,
        boolean several,
        @Nullable T fallback) {

    /** Copies the choices. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** Any number or text within the bounds. */
    public Parameter(String name, In in, Class<T> type, int minimum, int maximum, @Nullable T fallback) {
        this(name, in, type, minimum, maximum, List.of(), false, fallback);
    }

    /** The parts of a request that a parameter may stand in. */
    public enum In {
        /** A segment of the path; always there. */
        PATH,
        /** After the question mark; may be absent. */
        QUERY
    }

    /** A segment of the path, 1 to 255 characters. */
    public static Parameter<String> path(String name) {
        return new Parameter<>(name, In.PATH, String.class, 1, 255, null);
    }

    /** An optional text, at most 2,000 characters. */
    public static Parameter<String> query(String name) {
        return new Parameter<>(name, In.QUERY, String.class, 0, 2000, null);
    }

    /** An optional text that is one of these, and no other. */
    public static Parameter<String> choice(String name, String... choices) {
        return new Parameter<>(name, In.QUERY, String.class, 0, 2000, List.of(choices), false, null);
    }

    /** An optional text that is one or more of these, with commas between. */
    public static Parameter<String> choices(String name, String... choices) {
        return new Parameter<>(name, In.QUERY, String.class, 0, 2000, List.of(choices), true, null);
    }

    /** A number between two bounds, both allowed; {@code fallback} when absent. */
    public static Parameter<Integer> number(String name, int minimum, int maximum, int fallback) {
        return new Parameter<>(name, In.QUERY, Integer.class, minimum, maximum, fallback);
    }
}
