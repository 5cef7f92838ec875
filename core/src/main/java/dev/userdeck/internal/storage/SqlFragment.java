package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A part of a statement, with its values beside it, so that a text which was rendered for other values can be sent again;
 * see {@link StatementCache}. Parts of the same shape have the same text.
 */
public final class SqlFragment {
    private static final SqlFragment NONE = new SqlFragment("", DSL::noCondition, List.of());

    private final String shape;
    private final Supplier<Condition> condition;
    private final List<?> values;

    private SqlFragment(String shape, Supplier<Condition> condition, List<?> values) {
        this.shape = shape;
        this.condition = condition;
        this.values = values;
    }

    /** No condition. */
    public static SqlFragment none() {
        return NONE;
    }

    /**
     * A condition.
     *
     * @param condition is asked only when its text is needed
     * @param values what the condition binds, in its order: texts and {@code Long}s
     */
    public static SqlFragment of(String shape, Supplier<Condition> condition, Object... values) {
        return new SqlFragment(shape, condition, List.of(values));
    }

    /** A column has one of these values. */
    public static SqlFragment in(Field<String> field, Collection<String> values) {
        var copy = List.copyOf(values);
        return new SqlFragment(field.getName() + " in " + copy.size(), () -> field.in(copy), copy);
    }

    /** A value outside of any condition, as that of {@code limit}. */
    public static SqlFragment value(long value) {
        return new SqlFragment("value", DSL::noCondition, List.of(value));
    }

    /** No condition and no value: what else makes the text another one. */
    public static SqlFragment shape(String shape) {
        return new SqlFragment(shape, DSL::noCondition, List.of());
    }

    /** Both, this one first. */
    public SqlFragment and(SqlFragment other) {
        if (other == NONE) {
            return this;
        }
        var all = new ArrayList<Object>(values);
        all.addAll(other.values);
        return new SqlFragment(shape + " and " + other.shape, () -> condition().and(other.condition()), all);
    }

    /** Either, this one's values first. */
    public SqlFragment or(SqlFragment other) {
        var all = new ArrayList<Object>(values);
        all.addAll(other.values);
        return new SqlFragment(shape + " or " + other.shape, () -> condition().or(other.condition()), all);
    }

    /** The same values in another condition, which makes the text another one where this is used. */
    public SqlFragment wrapped(UnaryOperator<Condition> other) {
        return new SqlFragment("wrapped " + shape, () -> other.apply(condition()), values);
    }

    /** As jOOQ has it. */
    public Condition condition() {
        return condition.get();
    }

    String shape() {
        return shape;
    }

    List<?> values() {
        return values;
    }
}
