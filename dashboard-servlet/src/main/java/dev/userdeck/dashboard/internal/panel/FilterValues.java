package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choice;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.dashboard.spi.UsersFilter.Range;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.tenant.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was chosen in a filter: values joined by {@code ,} (with {@code %2C} and {@code %25} inside), or a span. */
public final class FilterValues {
    private static final int MAX_VALUES = 50;
    private static final int MAX_LENGTH = 255;
    private static final List<String> YES_OR_NO = List.of("yes", "no");

    private FilterValues() {}

    /**
     * Reads and checks.
     *
     * @throws ProblemException 400, naming the parameter
     */
    static Chosen read(UsersFilter filter, Parameter<?> parameter, String text, Scope scope) {
        if (filter.kind() instanceof Range) {
            return range(parameter, text, scope);
        }
        List<String> values = filter.kind() instanceof AnyOf ? values(text) : List.of(text);
        List<String> known = known(filter);
        if (values.size() > MAX_VALUES) {
            throw refused(parameter, "takes " + MAX_VALUES + " values at most");
        }
        for (String value : values) {
            if (value.isEmpty() || value.length() > MAX_LENGTH || (!known.isEmpty() && !known.contains(value))) {
                throw refused(parameter, "has no such value");
            }
        }
        return new Chosen(values, null, null, scope);
    }

    private static List<String> values(String text) {
        return Stream.of(text.split(",", -1))
                .map(value -> value.replace("%2C", ",").replace("%25", "%"))
                .distinct()
                .toList();
    }

    /** Values as they stand among others. */
    public static Stream<String> escaped(Collection<String> values) {
        return values.stream().map(value -> value.replace("%", "%25").replace(",", "%2C"));
    }

    /** A span as text. */
    public static String text(@Nullable Instant from, @Nullable Instant to) {
        return (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }

    /** What can be chosen; empty when only a route knows. */
    private static List<String> known(UsersFilter filter) {
        if (filter.kind() instanceof YesNo) {
            return YES_OR_NO;
        }
        List<Choice> fixed = FilterKinds.choices(filter).map(Choices::fixed).orElse(null);
        return fixed == null ? List.of() : fixed.stream().map(Choice::id).toList();
    }

    private static Chosen range(Parameter<?> parameter, String text, Scope scope) {
        Span span = span(parameter, text);
        return new Chosen(List.of(), span.from(), span.to(), scope);
    }

    /** One or more values joined by {@code ,}; none for null. */
    public static List<String> several(Parameter<?> parameter, @Nullable String text) {
        List<String> values = text == null ? List.of() : values(text);
        if (values.size() > MAX_VALUES) {
            throw refused(parameter, "takes " + MAX_VALUES + " values at most");
        }
        for (String value : values) {
            if (value.isEmpty() || value.length() > MAX_LENGTH) {
                throw refused(parameter, "has no such value");
            }
        }
        return values;
    }

    /** From a moment, included, to another one, not included; null where it is open. */
    public record Span(@Nullable Instant from, @Nullable Instant to) {}

    public static Span span(Parameter<?> parameter, String text) {
        int dots = text.indexOf("..");
        if (dots < 0 || text.equals("..")) {
            throw refused(parameter, "looks like 2026-01-31..2026-02-28, where one of the two may be left out");
        }
        String from = text.substring(0, dots);
        String to = text.substring(dots + 2);
        return new Span(from.isEmpty() ? null : from(parameter, from), to.isEmpty() ? null : to(parameter, to));
    }

    /** The first moment: of the day in UTC, if it is a day; null for null. */
    public static @Nullable Instant from(Parameter<?> parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate day = day(text);
        return day == null
                ? moment(parameter, text)
                : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The moment after the last: the end of the day in UTC, if it is a day; null for null. */
    public static @Nullable Instant to(Parameter<?> parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate day = day(text);
        return day == null
                ? moment(parameter, text)
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.length() == "2026-01-31".length() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant moment(Parameter<?> parameter, String text) {
        try {
            Instant moment = Instant.parse(text);
            if (moment.getEpochSecond() >= 0 && text.length() <= "2026-01-31T00:00:00.000000000Z".length()) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw refused(parameter, "is a day or a time, as in 2026-01-31 or 2026-01-31T09:30:00Z");
        }
        throw refused(parameter, "is out of bounds");
    }

    public static ProblemException refused(Parameter<?> parameter, String why) {
        return Problem.of(ProblemType.MALFORMED)
                .detail("The parameter " + parameter.name() + " " + why)
                .with("parameter", parameter.name())
                .exception();
    }
}
