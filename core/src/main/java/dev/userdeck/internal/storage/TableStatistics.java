package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Table;
import java.util.List;

/**
 * What PostgreSQL knows about how full our tables are. It looks by itself once a minute at most, and until then plans as if
 * they were as full as before: see docs/adr/0015. The other engines look as they write.
 */
public final class TableStatistics {
    private static final String TABLES = """
            select c.oid::regclass::text
              from pg_class c join pg_class ours on ours.oid = cast(? as regclass)
               and c.relnamespace = ours.relnamespace
             where c.relkind = 'r' and c.relname like 'ud\\_%'
             order by c.relname
            """;

    private TableStatistics() {}

    /** Has it look at all of them now; takes up to seconds when they are full, and only warns who doesn't own them. */
    public static void renew(DSLContext db, Table<?> ours) {
        if (Dialect.of(db).analyzesLater()) {
            List<String> tables = db.resultQuery(TABLES, db.render(ours)).fetchInto(String.class);
            db.execute("analyze " + String.join(", ", tables));
        }
    }
}
