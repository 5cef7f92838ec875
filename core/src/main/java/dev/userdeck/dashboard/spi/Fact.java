package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Something that an action takes with it, told before it is done: "61 users lose it". One that counts nothing isn't shown.
 *
 * @param count how many
 * @param text the words after the number
 * @param names some of what is counted, listed behind the words; empty for none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Fact(long count, Text text, List<String> names) {

    /** Copies the list. */
    public Fact {
        names = List.copyOf(names);
    }

    /** A fact without names. */
    public Fact(long count, Text text) {
        this(count, text, List.of());
    }

    /**
     * A fact in English that is right for one and for many.
     *
     * @param key by which a translation, with its own plurals, is found
     * @param one the words after 1
     * @param other the words after any other number
     */
    public static Fact of(long count, String key, String one, String other) {
        return new Fact(count, Text.counted(key, one, other));
    }

    /** The same with some names behind it. */
    public Fact names(List<String> some) {
        return new Fact(count, text, some);
    }
}
