package dev.userdeck.internal.storage;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Finds the rows of hundreds of keys at once. */
public final class InKeys {
    private InKeys() {}

    /** A column is one of these, which are bound as one value where the engine {@linkplain Dialect#bindsArrays can}. */
    public static Condition in(DSLContext db, Field<String> column, Collection<String> keys) {
        return Dialect.of(db).bindsArrays() ? column.eq(DSL.any(keys.toArray(String[]::new))) : column.in(keys);
    }
}
