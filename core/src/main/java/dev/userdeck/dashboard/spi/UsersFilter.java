package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the users list. In the address of the list it is {@code f.<recipe>.<id>}.
 *
 * @param id unique within the recipe, {@code [a-z][a-z0-9-]*}
 * @param label what it is called in the menu and on its chip
 * @param permission without it the filter is not offered, and a list that uses it is refused
 * @param kind what can be chosen
 * @param condition makes the SQL of what was chosen; called once for each page. Operators of some tenants get a list that
 *     keeps to their scope anyway, but only this knows of which tenant its own rows are
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UsersFilter(
        String id, Text label, Permission permission, Kind kind, Function<Chosen, UserCondition> condition) {

    /** The kinds of filters, by what can be chosen. */
    public sealed interface Kind {}

    /**
     * A choice of one among several values.
     *
     * @param choices where they come from
     */
    public record OneOf(Choices choices) implements Kind {}

    /**
     * A choice of one or more among several values; users with any of them are listed.
     *
     * @param choices where they come from
     */
    public record AnyOf(Choices choices) implements Kind {}

    /**
     * A choice between yes and no.
     *
     * @param yes the words for yes, as in "Verified"
     * @param no the words for no, as in "Not verified"
     */
    public record YesNo(Text yes, Text no) implements Kind {}

    /** A span of time, open at either end. */
    public record Range() implements Kind {}

    /**
     * The values that can be chosen: a few fixed ones, or those of a route.
     *
     * @param fixed a few that never change, null when there is a route
     * @param route a GET route of the same recipe, with the query parameters {@code q} and {@code id}, that answers with
     *     {@link UserSection.Options}; null when they are fixed
     */
    public record Choices(
            @Nullable List<Choice> fixed, @Nullable Route route) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException unless exactly one of the two is there, and not empty; or if the route says that it
         *     answers something else
         */
        public Choices {
            if ((fixed == null) == (route == null) || (fixed != null && fixed.isEmpty())) {
                throw new IllegalArgumentException("Choices are either fixed, at least one, or come from a route");
            }
            Fit.answers(route, UserSection.Options.class);
            fixed = fixed == null ? null : List.copyOf(fixed);
        }

        /** A few that never change. */
        public static Choices of(Choice... fixed) {
            return new Choices(List.of(fixed), null);
        }

        /** Those that a route answers with. */
        public static Choices from(Route route) {
            return new Choices(null, route);
        }
    }

    /**
     * A value that never changes.
     *
     * @param id sent when it is chosen
     * @param label what it says
     */
    public record Choice(String id, Text label) {}

    /**
     * The choice of an operator, checked against the kind; values of a route are any text of 1 to 255 characters.
     *
     * @param values the values of {@link OneOf} (one) and {@link AnyOf} (1 to 50); {@code yes} or {@code no} for
     *     {@link YesNo}; empty for {@link Range}
     * @param from the start of a {@link Range}, included; null when open
     * @param to the end of a {@link Range}, not included; null when open
     * @param scope the tenants to keep to
     */
    public record Chosen(
            List<String> values,
            @Nullable Instant from,
            @Nullable Instant to,
            Scope scope) {

        /** Copies the list. */
        public Chosen {
            values = List.copyOf(values);
        }

        /** Returns the one value. */
        public String value() {
            return values.get(0);
        }

        /** Whether {@link YesNo} is yes. */
        public boolean isYes() {
            return value().equals("yes");
        }

        /** The start in epoch milliseconds, if there is one. */
        public Optional<Long> fromMillis() {
            return Optional.ofNullable(from).map(Instant::toEpochMilli);
        }

        /** The end in epoch milliseconds, not included, if there is one. */
        public Optional<Long> toMillis() {
            return Optional.ofNullable(to).map(Instant::toEpochMilli);
        }
    }
}
