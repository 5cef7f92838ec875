package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Configuration;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Select;
import dev.userdeck.libs.org.jooq.TableField;
import dev.userdeck.libs.org.jooq.VisitContext;
import dev.userdeck.libs.org.jooq.VisitListener;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.libs.org.jooq.impl.DefaultVisitListenerProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Renders one statement, and notes on the way what each of its question marks and columns stands for. */
final class StatementRenderer implements VisitListener {
    private final Configuration configuration;
    private final String name;
    private final List<Param<?>> bound = new ArrayList<>();

    private StatementRenderer(Configuration configuration, String name) {
        this.configuration = configuration;
        this.name = name;
    }

    /** Renders a statement whose values all have names. */
    static RenderedStatement named(Configuration configuration, String name, Query statement) {
        return new StatementRenderer(configuration, name).named(statement);
    }

    /** Renders a statement that binds these values, in this order. */
    static RenderedStatement inOrder(Configuration configuration, String name, Query statement, List<?> values) {
        List<Object> bound = DSL.using(configuration).extractBindValues(statement);
        if (!bound.equals(values)) {
            throw new IllegalStateException("The parts of \"" + name + "\" bind " + values.size()
                    + " values, the statement binds " + bound.size() + ", or others: " + statement.getSQL());
        }
        return new RenderedStatement(
                name,
                DSL.using(configuration).render(statement),
                new BindNames(name, List.of()),
                columns(name, statement));
    }

    private RenderedStatement named(Query statement) {
        String sql = DSL.using(configuration.derive(new DefaultVisitListenerProvider(this)))
                .render(statement);
        List<Object> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Param<?> param : bound) {
            String ofParam = param.getParamName();
            if (ofParam == null) {
                throw new IllegalStateException("\"" + name + "\" binds a value that has no name: " + sql);
            }
            names.add(ofParam);
            values.add(param.getValue());
        }
        if (!values.equals(DSL.using(configuration).extractBindValues(statement))) {
            throw new IllegalStateException("\"" + name + "\" doesn't bind " + names + " in this order: " + sql);
        }
        return new RenderedStatement(name, sql, new BindNames(name, names), columns(name, statement));
    }

    private static List<Field<?>> columns(String name, Query statement) {
        List<Field<?>> columns = statement instanceof Select<?> select ? select.getSelect() : List.of();
        Set<Field<?>> different = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Field<?> column : columns) {
            if (!different.add(column) && !(column instanceof TableField)) { // those of a table are the same in a row
                throw new IllegalStateException("\"" + name + "\" selects " + column + " twice");
            }
        }
        return columns;
    }

    @Override
    public void visitStart(VisitContext context) {
        if (context.queryPart() instanceof Param<?> param && !param.isInline() && !isWithinAnother(context)) {
            bound.add(param);
        }
    }

    /** A parameter that was converted to a column's type has the one that was given inside. */
    private static boolean isWithinAnother(VisitContext context) {
        int depth = context.queryPartsLength();
        return depth > 1 && context.queryParts()[depth - 2] instanceof Param;
    }
}
