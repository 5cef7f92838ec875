package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_REINDEX;

import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.tenant.Scope;
import java.util.List;

/** Works off the queue of users whose sort keys and words are to be made anew, as a script can't fold a name. */
final class Reindexing {
    private final Jooq jooq;
    private final JooqUserReader reader;

    Reindexing(Jooq jooq, JooqUserReader reader) {
        this.jooq = jooq;
        this.reader = reader;
    }

    /** All of it, each batch in a transaction of its own. */
    void all(int batch) {
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

    private void write(List<String> ids) {
        jooq.write(db -> {
            var rows = db.selectFrom(UD_USER)
                    .where(UD_USER.ID.in(ids))
                    .orderBy(UD_USER.ID)
                    .forUpdate()
                    .fetch(UserRow::of);
            reader.complete(db, rows, Scope.all()).forEach(user -> UserIndex.write(db, user));
            return db.deleteFrom(UD_USER_REINDEX)
                    .where(UD_USER_REINDEX.USER_ID.in(ids))
                    .execute();
        });
    }
}
