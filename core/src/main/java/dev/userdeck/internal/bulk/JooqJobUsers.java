package dev.userdeck.internal.bulk;

import static dev.userdeck.internal.jooq.Tables.UD_BULK_ARGUMENT;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_DONE;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_REFUSAL;
import static dev.userdeck.internal.jooq.Tables.UD_SESSION;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.count;

import dev.userdeck.bulk.BulkPart;
import dev.userdeck.internal.storage.InKeys;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.libs.org.jooq.Table;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What jobs ask of their users' rows. */
final class JooqJobUsers {
    private final JooqDatabase jooq;
    private final Database database;

    JooqJobUsers(JooqDatabase jooq, Database database) {
        this.jooq = jooq;
        this.database = database;
    }

    /** How many sessions each has within the scope; who has none is left out. */
    Map<UserId, Long> sessions(List<UserId> users, Scope scope) {
        var s = UD_SESSION;
        var found = new HashMap<UserId, Long>();
        jooq.read(db -> db.select(s.USER_ID, count())
                        .from(s)
                        .where(InKeys.in(db, s.USER_ID, keys(users)))
                        .and(Scopes.covers(scope, s.TENANT_ID))
                        .groupBy(s.USER_ID)
                        .fetch())
                .forEach(row -> found.put(new UserId(row.value1()), row.value2().longValue()));
        return found;
    }

    /** Those who are in tenants outside of the scope, too. */
    Set<UserId> elsewhere(List<UserId> users, Scope scope) {
        if (scope instanceof Scope.All) {
            return Set.of();
        }
        var m = UD_USER_TENANT;
        var found = new HashSet<UserId>();
        jooq.read(db -> db.selectDistinct(m.USER_ID)
                        .from(m)
                        .where(InKeys.in(db, m.USER_ID, keys(users)))
                        .andNot(Scopes.covers(scope, m.TENANT_ID))
                        .fetch(m.USER_ID))
                .forEach(id -> found.add(new UserId(id)));
        return found;
    }

    private static List<String> keys(List<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }

    /** Those users of a job. */
    UserCondition of(String job, BulkPart part) {
        return switch (part) {
            case NAMED -> condition(UD_BULK_ARGUMENT, "content", " and j.name = 'user'", job);
            case DONE -> condition(UD_BULK_DONE, "user_id", "", job);
            case REFUSED -> condition(UD_BULK_REFUSAL, "user_id", "", job);
        };
    }

    private UserCondition condition(Table<?> table, String user, String more, String job) {
        String from = " from " + database.table(table.getName()) + " j where j.job_id = ?" + more;
        return UserCondition.of("exists (select 1" + from + " and j." + user + " = {user})", job)
                .ids("select j." + user + from);
    }
}
