package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Record4;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.Map;

/** What people see of users, in one statement for many. */
public final class DisplayNames {
    private static final int MAX = 1_000;

    private final JooqDatabase jooq;

    public DisplayNames(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    public Map<UserId, DisplayName> of(Collection<UserId> ids, Scope scope) {
        if (ids.size() > MAX) {
            throw new IllegalArgumentException("At most " + MAX + " users at a time: " + ids.size());
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        var u = UD_USER;
        return jooq.read(db -> db.select(u.ID, u.NAME, u.EMAIL, u.PHONE)
                .from(u)
                .where(u.ID.in(ids.stream().map(UserId::value).distinct().toList()))
                .and(JooqUserReader.isIn(scope, u.ID))
                .fetchMap(row -> new UserId(row.value1()), DisplayNames::name));
    }

    private static DisplayName name(Record4<String, String, String, String> row) {
        if (!row.value2().isEmpty()) {
            return new DisplayName(row.value2(), false);
        }
        if (!row.value3().isEmpty()) {
            return new DisplayName(row.value3(), true);
        }
        return row.value4().isEmpty() ? new DisplayName(row.value1(), false) : new DisplayName(row.value4(), true);
    }
}
