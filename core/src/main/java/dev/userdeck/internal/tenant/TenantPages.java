package dev.userdeck.internal.tenant;

import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;

import dev.userdeck.internal.jooq.tables.records.UdTenantRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.text.Caseless;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.tenant.TenantQuery;
import dev.userdeck.tenant.TenantSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Lists tenants by name: two statements a page, the tenants and their users counted. */
final class TenantPages {
    /** How many tenants a search looks at for one page: it is a part of the text, so no index finds it. */
    private static final int LOOKED_AT = 1_000;

    private static final long USERS = 20_000;

    private final JooqDatabase jooq;

    TenantPages(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    Page<TenantSummary> page(TenantQuery query) {
        String text = Caseless.of(query.search());
        Cursor from = Cursor.read("tenants/" + Scopes.describe(query.scope()) + "/" + text, query.cursor(), 2);
        return jooq.read(db -> {
            int limit = text.isEmpty() ? query.size() + 1 : LOOKED_AT;
            List<UdTenantRecord> looked = look(db, query, from, limit);
            List<UdTenantRecord> found = looked.stream()
                    .filter(row -> matches(row, text))
                    .limit(query.size() + 1L)
                    .toList();
            boolean isShort = found.size() <= query.size() && looked.size() == LOOKED_AT && !text.isEmpty();
            Page<UdTenantRecord> page =
                    isShort ? shortPage(from, looked, found) : from.page(found, query.size(), TenantPages::key);
            return counted(db, page);
        });
    }

    private static List<UdTenantRecord> look(DSLContext db, TenantQuery query, Cursor from, int limit) {
        var t = UD_TENANT;
        boolean backwards = from.isBackwards();
        return db.selectFrom(t)
                .where(Scopes.covers(query.scope(), t.ID))
                .and(isBeyond(from))
                .orderBy(backwards ? t.NAME_KEY.desc() : t.NAME_KEY.asc(), backwards ? t.ID.desc() : t.ID.asc())
                .limit(limit)
                .fetch();
    }

    /** The row comparison, with a plain one in front for engines that can't seek by the first. */
    private static Condition isBeyond(Cursor from) {
        if (!from.hasKey()) {
            return noCondition();
        }
        var t = UD_TENANT;
        String name = from.text(0);
        var position = row(name, from.text(1));
        return from.isBackwards()
                ? t.NAME_KEY.le(name).and(row(t.NAME_KEY, t.ID).lt(position))
                : t.NAME_KEY.ge(name).and(row(t.NAME_KEY, t.ID).gt(position));
    }

    private static boolean matches(UdTenantRecord row, String text) {
        return row.getNameKey().contains(text) || row.getId().contains(text);
    }

    /** What was found before the search was cut off, which goes on behind what was looked at. */
    private static Page<UdTenantRecord> shortPage(
            Cursor from, List<UdTenantRecord> looked, List<UdTenantRecord> found) {
        List<String> first = key(looked.get(0));
        List<String> last = key(looked.get(looked.size() - 1));
        if (from.isBackwards()) {
            var inOrder = new ArrayList<>(found);
            Collections.reverse(inOrder);
            return new Page<>(inOrder, from.after(first), from.before(last));
        }
        return new Page<>(found, from.after(last), from.hasKey() ? from.before(first) : null);
    }

    private static List<String> key(UdTenantRecord row) {
        return List.of(row.getNameKey(), row.getId());
    }

    private static Page<TenantSummary> counted(DSLContext db, Page<UdTenantRecord> page) {
        Map<String, Long> users = TenantCounts.users(
                db, page.items().stream().map(UdTenantRecord::getId).toList(), USERS + 1);
        return page.map(row -> new TenantSummary(
                TenantRows.toTenant(row), CappedCount.upTo(USERS, users.getOrDefault(row.getId(), 0L))));
    }
}
