package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.util.Collection;

/** Finds the rows of hundreds of keys at once. */
public final class InKeys {
    private InKeys() {}

    /** A column is one of these, which are bound as one value where the engine {@linkplain Dialect#bindsArrays can}. */
    public static Condition in(DSLContext db, Field<String> column, Collection<String> keys) {
        return Dialect.of(db).bindsArrays() ? column.eq(DSL.any(keys.toArray(String[]::new))) : column.in(keys);
    }
}
