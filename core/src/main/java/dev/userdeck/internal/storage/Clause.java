package dev.userdeck.internal.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A part of a statement, with its values beside it, so that a text which was rendered for other values can be sent again;
 * see {@link PreparedByShape}. Parts of the same shape have the same text.
 */
public final class Clause {
    private static final Clause NONE = new Clause("", DSL::noCondition, List.of());

    private final String shape;
    private final Supplier<Condition> condition;
    private final List<?> values;

    private Clause(String shape, Supplier<Condition> condition, List<?> values) {
        this.shape = shape;
        this.condition = condition;
        this.values = values;
    }

    /** No condition. */
    public static Clause none() {
        return NONE;
    }

    /**
     * A condition.
     *
     * @param condition is asked only when its text is needed
     * @param values what the condition binds, in its order: texts and {@code Long}s
     */
    public static Clause of(String shape, Supplier<Condition> condition, Object... values) {
        return new Clause(shape, condition, List.of(values));
    }

    /** A column has one of these values. */
    public static Clause in(Field<String> field, Collection<String> values) {
        var copy = List.copyOf(values);
        return new Clause(field.getName() + " in " + copy.size(), () -> field.in(copy), copy);
    }

    /** A value outside of any condition, as that of {@code limit}. */
    public static Clause value(long value) {
        return new Clause("value", DSL::noCondition, List.of(value));
    }

    /** No condition and no value: what else makes the text another one. */
    public static Clause shape(String shape) {
        return new Clause(shape, DSL::noCondition, List.of());
    }

    /** Both, this one first. */
    public Clause and(Clause other) {
        if (other == NONE) {
            return this;
        }
        var all = new ArrayList<Object>(values);
        all.addAll(other.values);
        return new Clause(shape + " and " + other.shape, () -> condition().and(other.condition()), all);
    }

    /** Either, this one's values first. */
    public Clause or(Clause other) {
        var all = new ArrayList<Object>(values);
        all.addAll(other.values);
        return new Clause(shape + " or " + other.shape, () -> condition().or(other.condition()), all);
    }

    /** The same values in another condition, which makes the text another one where this is used. */
    public Clause wrapped(UnaryOperator<Condition> other) {
        return new Clause("wrapped " + shape, () -> other.apply(condition()), values);
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
