package dev.userdeck.internal.storage;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Finds the rows of hundreds of keys at once. */
public final class InKeys {
    private InKeys() {}

    /**
     * A column is one of these. PostgreSQL gets them as one value: a statement with hundreds is planned anew each time, or
     * else, once it is kept, reads the whole table.
     */
    public static Condition in(DSLContext db, Field<String> column, Collection<String> keys) {
        return db.family() == SQLDialect.POSTGRES ? column.eq(DSL.any(keys.toArray(String[]::new))) : column.in(keys);
    }
}
