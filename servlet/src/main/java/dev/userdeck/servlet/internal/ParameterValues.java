package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of one request, of the declared types and within the declared bounds. */
final class ParameterValues {
    private static final int SHOWN = 100;

    private final Map<Parameter<?>, Object> values;

    private ParameterValues(Map<Parameter<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads the declared parameters; others in the query are left alone, so that an older node serves a newer page, unless
     * the route refuses them.
     *
     * @param query as sent, null for none
     * @throws dev.userdeck.http.spi.ProblemException 400, naming the parameter that is out of form, there twice, or unknown where
     *     that is refused
     */
    static ParameterValues read(Route route, Map<String, String> path, @Nullable String query) {
        List<Parameter<?>> declared = route.parameters();
        Map<String, String> inQuery = query(query, declared, route.refusesUnknown());
        var values = new HashMap<Parameter<?>, Object>();
        for (Parameter<?> parameter : declared) {
            String text = (parameter.in() == Parameter.In.PATH ? path : inQuery).get(parameter.name());
            Object value = text == null ? parameter.fallback() : parse(parameter, text);
            if (value != null) {
                values.put(parameter, value);
            }
        }
        return new ParameterValues(values);
    }

    <T> @Nullable T get(Parameter<T> parameter) {
        return parameter.type().cast(values.get(parameter));
    }

    private static Map<String, String> query(
            @Nullable String query, List<Parameter<?>> declared, boolean refusesUnknown) {
        var values = new HashMap<String, String>();
        if (query == null) {
            return values;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = RequestPath.percentDecoded(equals < 0 ? pair : pair.substring(0, equals), true);
            boolean known = false;
            for (Parameter<?> parameter : declared) {
                if (parameter.in() == Parameter.In.QUERY && parameter.name().equals(name)) {
                    known = true;
                    String value = RequestPath.percentDecoded(equals < 0 ? "" : pair.substring(equals + 1), true);
                    if (values.put(name, value) != null) {
                        throw refused(parameter, "is there twice");
                    }
                }
            }
            if (refusesUnknown && !known && !name.isEmpty()) {
                throw refused(Parameter.query(shortened(name)), "is unknown");
            }
        }
        return values;
    }

    /** Enough of a name that is not ours to find it again. */
    private static String shortened(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    private static Object parse(Parameter<?> parameter, String text) {
        if (parameter.type() == Integer.class) {
            return number(parameter, text);
        }
        if (parameter.type() == Boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw refused(parameter, "is true or false");
            };
        }
        if (!parameter.choices().isEmpty()) {
            return chosen(parameter, text);
        }
        if (text.length() < parameter.minimum() || text.length() > parameter.maximum()) {
            throw refused(parameter, "has " + parameter.minimum() + " to " + parameter.maximum() + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw refused(parameter, "holds a character that can't be stored");
        }
        return text;
    }

    private static String chosen(Parameter<?> parameter, String text) {
        List<String> chosen = parameter.several() ? List.of(text.split(",", -1)) : List.of(text);
        if (!parameter.choices().containsAll(chosen)) {
            String choices = String.join(", ", parameter.choices());
            throw refused(parameter, "is one " + (parameter.several() ? "or more " : "") + "of " + choices);
        }
        return text;
    }

    private static Integer number(Parameter<?> parameter, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= parameter.minimum() && number <= parameter.maximum()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same answer as for one that is out of bounds.
        }
        throw refused(parameter, "is a whole number from " + parameter.minimum() + " to " + parameter.maximum());
    }

    private static RuntimeException refused(Parameter<?> parameter, String why) {
        return Problem.of(ProblemType.MALFORMED)
                .detail("The parameter " + parameter.name() + " " + why)
                .with("parameter", parameter.name())
                .exception();
    }
}
