package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.text.Caseless;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Record2;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorQuery;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.text.ConstantNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists operators by name: two statements a page, who they are and what belongs to them. */
final class OperatorPages {
    private final JooqDatabase jooq;
    private final OperatorReader reader;

    OperatorPages(JooqDatabase jooq, OperatorReader reader) {
        this.jooq = jooq;
        this.reader = reader;
    }

    Page<OperatorAccount> page(OperatorQuery query) {
        Cursor from = Cursor.read(describe(query), query.cursor(), 2);
        return jooq.read(db -> {
            Page<String> ids = from.page(look(db, query, from), query.size(), it -> List.of(it.value1(), it.value2()))
                    .map(Record2::value2);
            Map<String, OperatorAccount> accounts = reader.accounts(db, UD_OPERATOR.ID.in(ids.items())).stream()
                    .collect(toMap(OperatorAccount::id, identity()));
            return new Page<>(
                    ids.items().stream()
                            .map(accounts::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    ids.nextCursor(),
                    ids.previousCursor());
        });
    }

    long count(OperatorQuery query) {
        return jooq.read(db -> (long) db.fetchCount(UD_OPERATOR, fits(query)));
    }

    /** What a cursor is good for. */
    private static String describe(OperatorQuery query) {
        return String.join(
                "/",
                "operators",
                Scopes.describe(query.scope()),
                Objects.toString(query.status(), ""),
                Objects.requireNonNullElse(query.preset(), ""),
                Caseless.of(query.search()));
    }

    private static Condition fits(OperatorQuery query) {
        var o = UD_OPERATOR;
        String text = Caseless.of(query.search());
        OperatorStatus status = query.status();
        String preset = query.preset();
        return OperatorReader.within(query.scope())
                .and(text.isEmpty() ? noCondition() : o.SORT_KEY.contains(text).or(o.EMAIL_KEY.contains(text)))
                .and(status == null ? noCondition() : o.STATUS.eq(ConstantNames.of(status)))
                .and(preset == null ? noCondition() : o.PRESET.eq(preset).or(o.OWN_PRESET_ID.eq(preset)));
    }

    private static List<Record2<String, String>> look(DSLContext db, OperatorQuery query, Cursor from) {
        var o = UD_OPERATOR;
        boolean backwards = from.isBackwards();
        return db.select(o.SORT_KEY, o.ID)
                .from(o)
                .where(fits(query))
                .and(isBeyond(from))
                .orderBy(backwards ? o.SORT_KEY.desc() : o.SORT_KEY.asc(), backwards ? o.ID.desc() : o.ID.asc())
                .limit(query.size() + 1)
                .fetch();
    }

    private static Condition isBeyond(Cursor from) {
        if (!from.hasKey()) {
            return noCondition();
        }
        var here = row(UD_OPERATOR.SORT_KEY, UD_OPERATOR.ID);
        var position = row(from.text(0), from.text(1));
        return from.isBackwards() ? here.lt(position) : here.gt(position);
    }
}
