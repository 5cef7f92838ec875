package dev.userdeck.internal.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which value each question mark of a statement, or of one row of it, stands for. A name may be there more than once. */
final class BindNames {
    private final String statement;
    private final List<String> names;
    private final int distinct;

    /**
     * Takes the names.
     *
     * @param statement what it is called, for those who look for a fault
     * @param names in the order of the question marks
     */
    BindNames(String statement, List<String> names) {
        this.statement = statement;
        this.names = List.copyOf(names);
        this.distinct = (int) names.stream().distinct().count();
    }

    /** All of these, in this order. */
    static BindNames of(String statement, Stream<BindNames> parts) {
        return new BindNames(
                statement, parts.flatMap(part -> part.names.stream()).toList());
    }

    /**
     * Binds values from a parameter on, and returns the one behind them.
     *
     * @param values in any order; quickest in that of the names
     * @throws IllegalStateException if a name has no value, or a value no name
     */
    int bind(PreparedStatement prepared, int parameter, Bind... values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            set(prepared, parameter + i, value(i, values));
        }
        if (values.length != distinct) { // each name has a value, so there are more than that
            throw new IllegalStateException("Statement \"" + statement + "\" binds " + names + ", and no "
                    + Stream.of(values)
                            .map(Bind::name)
                            .filter(name -> !names.contains(name))
                            .findFirst()
                            .orElse("value twice"));
        }
        return parameter + names.size();
    }

    private @Nullable Object value(int position, Bind... values) {
        String name = names.get(position);
        if (position < values.length && values[position].name().equals(name)) {
            return values[position].value();
        }
        for (Bind value : values) {
            if (value.name().equals(name)) {
                return value.value();
            }
        }
        throw new IllegalStateException("Statement \"" + statement + "\" was given no value for " + name);
    }

    static void set(PreparedStatement prepared, int parameter, @Nullable Object value) throws SQLException {
        if (value instanceof Long number) {
            prepared.setLong(parameter, number);
        } else {
            prepared.setString(parameter, (String) value);
        }
    }
}
