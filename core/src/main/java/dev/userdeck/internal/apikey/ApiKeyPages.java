package dev.userdeck.internal.apikey;

import static dev.userdeck.internal.jooq.Tables.UD_API_KEY;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_SECRET;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.apikey.ApiKey;
import dev.userdeck.apikey.ApiKeyQuery;
import dev.userdeck.internal.jooq.tables.records.UdApiKeyRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.text.Caseless;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import java.util.List;

/** Lists keys, the newest first: three statements a page, the keys, their secrets and their tenants. */
final class ApiKeyPages {
    private ApiKeyPages() {}

    static Page<ApiKey> page(JooqDatabase jooq, ApiKeyReader reader, ApiKeyQuery query) {
        Cursor from =
                Cursor.read("api-keys/" + Scopes.describe(query.scope()) + "/" + query.search(), query.cursor(), 1);
        return jooq.read(db -> {
            Page<UdApiKeyRecord> page = from.page(look(db, query, from), query.size(), row -> List.of(row.getId()));
            return new Page<>(reader.keys(db, page.items()), page.nextCursor(), page.previousCursor());
        });
    }

    private static List<UdApiKeyRecord> look(DSLContext db, ApiKeyQuery query, Cursor from) {
        var k = UD_API_KEY;
        boolean backwards = from.isBackwards();
        Condition beyond = !from.hasKey() ? noCondition() : backwards ? k.ID.gt(from.text(0)) : k.ID.lt(from.text(0));
        return db.selectFrom(k)
                .where(ApiKeyReader.within(query.scope()))
                .and(matches(query.search()))
                .and(beyond)
                .orderBy(backwards ? k.ID.asc() : k.ID.desc())
                .limit(query.size() + 1)
                .fetch();
    }

    private static Condition matches(String search) {
        if (search.isEmpty()) {
            return noCondition();
        }
        String text = Caseless.of(search);
        var s = UD_API_KEY_SECRET;
        return UD_API_KEY
                .NAME_KEY
                .contains(text)
                .or(UD_API_KEY.CREATOR_KEY.contains(text))
                .or(exists(selectOne().from(s).where(s.KEY_ID.eq(UD_API_KEY.ID)).and(s.PREFIX.startsWith(search))));
    }
}
