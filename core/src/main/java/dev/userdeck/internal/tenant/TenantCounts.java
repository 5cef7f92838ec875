package dev.userdeck.internal.tenant;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.count;
import static dev.userdeck.libs.org.jooq.impl.DSL.notExists;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Record2;
import dev.userdeck.libs.org.jooq.Select;
import dev.userdeck.libs.org.jooq.SelectLimitPercentStep;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsage;
import java.util.List;
import java.util.Map;

/** Counts by index, and never past a limit. */
final class TenantCounts {
    static final long MOST = 100_000;

    private TenantCounts() {}

    /** How many users each tenant has, in one statement; {@code limit} at most, and none where there are none. */
    static Map<String, Long> users(DSLContext db, List<String> tenants, long limit) {
        if (tenants.isEmpty()) {
            return Map.of();
        }
        Select<Record2<String, Integer>> all = tenants.stream()
                .map(tenant -> users(tenant, limit))
                .reduce(Select::unionAll)
                .orElseThrow();
        return db.fetch(all).intoMap(row -> row.value1(), row -> row.value2().longValue());
    }

    private static Select<Record2<String, Integer>> users(String tenant, long limit) {
        var m = UD_USER_TENANT;
        var some =
                selectOne().from(m).where(m.TENANT_ID.eq(tenant)).limit(limit).asTable("few");
        return select(DSL.val(tenant), count()).from(some);
    }

    static TenantUsage usage(DSLContext db, TenantId tenant) {
        var m = UD_USER_TENANT;
        var other = m.as("other");
        long users = users(db, List.of(tenant.value()), MOST + 1).getOrDefault(tenant.value(), 0L);
        long onlyHere = counted(
                db,
                selectOne()
                        .from(m)
                        .where(m.TENANT_ID.eq(tenant.value()))
                        .and(notExists(selectOne()
                                .from(other)
                                .where(other.USER_ID.eq(m.USER_ID))
                                .and(other.TENANT_ID.ne(tenant.value()))))
                        .limit(MOST + 1));
        return new TenantUsage(CappedCount.upTo(MOST, users), CappedCount.upTo(MOST, onlyHere));
    }

    /** How many users of {@code from} have an identifier that is someone else's in {@code to}. */
    static long clashes(DSLContext db, TenantId from, TenantId to) {
        var mine = UD_IDENTIFIER.as("mine");
        var theirs = UD_IDENTIFIER.as("theirs");
        return counted(
                db,
                DSL.selectDistinct(mine.USER_ID)
                        .from(mine)
                        .join(theirs)
                        .on(theirs.TENANT_ID.eq(to.value()))
                        .and(theirs.KIND.eq(mine.KIND))
                        .and(theirs.IDENTIFIER.eq(mine.IDENTIFIER))
                        .where(mine.TENANT_ID.eq(from.value()))
                        .and(theirs.USER_ID.ne(mine.USER_ID))
                        .limit(MOST + 1));
    }

    private static long counted(DSLContext db, SelectLimitPercentStep<?> rows) {
        Field<Integer> number = count();
        Integer found = db.select(number).from(rows.asTable("few")).fetchOne(number);
        return found == null ? 0 : found;
    }
}
