package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_FOLDING;
import static dev.userdeck.internal.jooq.Tables.UD_USER_REINDEX;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.Scope;
import java.util.List;

/**
 * Works off the queue of users whose sort keys and words are to be made anew, as a script can't fold a name. All users are in
 * it after the folding has changed.
 */
public final class Reindexing {
    private final JooqDatabase jooq;
    private final JooqUserReader reader;

    public Reindexing(JooqDatabase jooq, JooqUserReader reader) {
        this.jooq = jooq;
        this.reader = reader;
    }

    /** All of it, each batch in a transaction of its own. */
    public void all(int batch) {
        int folding = UserIndex.version();
        if (jooq.read(db -> db.fetchExists(UD_USER_FOLDING, UD_USER_FOLDING.VERSION.lt(folding)))) {
            jooq.write(db -> begin(db, folding));
        }
        boolean mayBeMore = true;
        while (mayBeMore) {
            List<String> next = jooq.read(db -> db.select(UD_USER_REINDEX.USER_ID)
                    .from(UD_USER_REINDEX)
                    .orderBy(UD_USER_REINDEX.USER_ID)
                    .limit(batch)
                    .fetch(UD_USER_REINDEX.USER_ID));
            if (!next.isEmpty()) {
                write(next);
            }
            mayBeMore = next.size() == batch;
        }
    }

    /** Of two nodes that see an earlier folding, one puts all users in the queue. */
    private static int begin(DSLContext db, int folding) {
        var f = UD_USER_FOLDING;
        var r = UD_USER_REINDEX;
        int begun = db.update(f)
                .set(f.VERSION, folding)
                .where(f.VERSION.lt(folding))
                .execute();
        return begun == 0
                ? 0
                : db.insertInto(r, r.USER_ID)
                        .select(db.select(UD_USER.ID)
                                .from(UD_USER)
                                .whereNotExists(selectOne().from(r).where(r.USER_ID.eq(UD_USER.ID))))
                        .execute();
    }

    private void write(List<String> ids) {
        jooq.write(db -> {
            var rows = db.selectFrom(UD_USER)
                    .where(UD_USER.ID.in(ids))
                    .orderBy(UD_USER.ID)
                    .forUpdate()
                    .fetch(UserRow::of);
            reader.complete(db, rows, Scope.all()).forEach(user -> UserIndex.write(db, Indexing.of(user)));
            return db.deleteFrom(UD_USER_REINDEX)
                    .where(UD_USER_REINDEX.USER_ID.in(ids))
                    .execute();
        });
    }
}
