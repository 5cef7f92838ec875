package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A value and the name that it is bound by: of a parameter of a {@link RenderedStatement}, or of a column of an insert.
 *
 * @param value a text, a {@link Long} or null
 */
public record Bind(String name, @Nullable Object value) {

    /** A parameter of the type of a column, to be put into a statement that is rendered once. */
    public static <T> Param<T> param(String name, Field<T> column) {
        return DSL.param(name, column);
    }

    /** A parameter of no column's type: for a text of any length. */
    public static Param<String> text(String name) {
        return DSL.param(name, name);
    }

    /** A parameter of no column's type: for a number. */
    public static Param<Long> number(String name) {
        return DSL.param(name, 0L);
    }

    /** A text for a parameter or column. */
    public static Bind of(Field<String> field, @Nullable String value) {
        return new Bind(field.getName(), value);
    }

    /** A number for a parameter or column. */
    public static Bind of(Field<Long> field, long value) {
        return new Bind(field.getName(), value);
    }
}
