package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT_TENANT;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdAuditEvent;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query: one is walked along, in the order of time, by an index of its own; the others only sort out
 * what that finds.
 */
final class AuditFilter {
    /** Of more tenants than these, reading each one's events costs more than sorting out everyone's. */
    private static final int MAX_TENANTS = 25;

    private static final UdAuditEvent E = UD_AUDIT_EVENT;

    private final AuditQuery query;
    private final List<IndexScan> walks = new ArrayList<>();
    private final List<Function<UdAuditEvent, SqlFragment>> rest = new ArrayList<>();

    AuditFilter(AuditQuery query) {
        this.query = query;
        List<Function<UdAuditEvent, SqlFragment>> conditions = conditions(query);
        List<TenantId> tenants = tenants(query);
        if (conditions.isEmpty() && tenants.size() <= MAX_TENANTS) {
            tenants.forEach(tenant -> {
                walks.add(IndexScan.alongEvents(is(E.TENANT_ID, tenant.value())));
                walks.add(IndexScan.alongTenants(is(UD_AUDIT_EVENT_TENANT.TENANT_ID, tenant.value())));
            });
        } else {
            rest.addAll(conditions);
            if (!tenants.isEmpty()) {
                rest.add(e -> isIn(e, tenants));
            }
            if (!conditions.isEmpty()) {
                walks.add(IndexScan.alongEvents(rest.remove(0).apply(E)));
            }
        }
    }

    /** Without the scope's; the one that finds least, as a rule, is first. */
    private static List<Function<UdAuditEvent, SqlFragment>> conditions(AuditQuery query) {
        var user = query.user();
        var actorId = query.actorId();
        var action = query.action();
        var kind = query.actorKind();
        return new ArrayList<>(Stream.<@Nullable Function<UdAuditEvent, SqlFragment>>of(
                        user == null ? null : e -> is(e.USER_ID, user.value()),
                        actorId == null ? null : e -> is(e.ACTOR_ID, actorId),
                        action == null ? null : e -> action(e, action),
                        kind == null ? null : e -> is(e.ACTOR_KIND, ConstantNames.of(kind)))
                .<Function<UdAuditEvent, SqlFragment>>flatMap(Stream::ofNullable)
                .toList());
    }

    private static SqlFragment action(UdAuditEvent e, String action) {
        return action.endsWith(".") ? is(e.COMPONENT, action.substring(0, action.length() - 1)) : is(e.ACTION, action);
    }

    private static SqlFragment is(Field<String> field, String value) {
        return SqlFragment.of(field.getName(), () -> field.eq(value), value);
    }

    /** The tenants to which the query is bound; empty for no bounds. */
    private static List<TenantId> tenants(AuditQuery query) {
        TenantId tenant = query.tenant();
        if (tenant != null) {
            return List.of(tenant);
        }
        return query.scope() instanceof Scope.Only only ? List.copyOf(only.tenants()) : List.of();
    }

    /** What the reader may see. */
    Scope scope() {
        return query.scope();
    }

    /** Whether nothing can be found, as the tenant asked for is out of reach. */
    boolean isEmpty() {
        TenantId tenant = query.tenant();
        return tenant != null && !query.scope().covers(tenant);
    }

    /** What to walk along: several are walked side by side. */
    List<IndexScan> walks() {
        if (walks.isEmpty()) {
            return List.of(IndexScan.alongEvents(inIds()));
        }
        return walks.stream().map(walk -> walk.and(inTime(walk.at()))).toList();
    }

    /** Whether an event may be met on more than one of the walks: it is in several tenants that are walked along. */
    boolean mayMeetTwice() {
        return walks.size() > 2;
    }

    /** Events of one of these tenants, be it the only one or one of several. */
    static SqlFragment isIn(UdAuditEvent e, Collection<TenantId> tenants) {
        List<String> ids = tenants.stream().map(TenantId::value).sorted().toList();
        var t = UD_AUDIT_EVENT_TENANT;
        SqlFragment alone = SqlFragment.in(e.TENANT_ID, ids);
        SqlFragment among = SqlFragment.in(t.TENANT_ID, ids);
        return alone.or(among.wrapped(condition ->
                DSL.exists(DSL.selectOne().from(t).where(t.EVENT_ID.eq(e.ID)).and(condition))));
    }

    /** Of a scope. */
    static SqlFragment isWithin(UdAuditEvent e, Scope scope) {
        return scope instanceof Scope.Only only ? isIn(e, only.tenants()) : SqlFragment.none();
    }

    /** Whether the walk is along the ids alone, for want of an index to walk along. */
    boolean walksAlongIds() {
        return walks.isEmpty();
    }

    /** Whether something is left to be sorted out. */
    boolean hasRest() {
        return !rest.isEmpty();
    }

    /** Sorts out what was found on the way. */
    SqlFragment rest(UdAuditEvent e) {
        return rest.stream().map(condition -> condition.apply(e)).reduce(SqlFragment.none(), SqlFragment::and);
    }

    private SqlFragment inIds() {
        Instant from = query.from();
        Instant to = query.to();
        SqlFragment since = from == null ? SqlFragment.none() : since(E.ID, Ids.lowestAt(from));
        return to == null ? since : since.and(until(E.ID, Ids.lowestAt(to)));
    }

    private SqlFragment inTime(Field<Long> at) {
        Instant from = query.from();
        Instant to = query.to();
        SqlFragment since = from == null ? SqlFragment.none() : since(at, Ids.millisFrom(from));
        return to == null ? since : since.and(until(at, Ids.millisFrom(to)));
    }

    private static <T> SqlFragment since(Field<T> field, T value) {
        return SqlFragment.of(field.getName() + " since", () -> field.ge(value), value);
    }

    private static <T> SqlFragment until(Field<T> field, T value) {
        return SqlFragment.of(field.getName() + " until", () -> field.lt(value), value);
    }

    /** The same text for the same query, but for its size. */
    String describe() {
        Actor.Kind kind = query.actorKind();
        return Stream.of(
                        "audit",
                        Scopes.describe(query.scope()),
                        kind == null ? null : kind.name(),
                        query.actorId(),
                        query.action(),
                        query.user(),
                        query.tenant(),
                        query.from(),
                        query.to())
                .map(part -> part == null ? "-" : "+" + part.toString().replace("/", "//"))
                .reduce((before, part) -> before + "/ " + part)
                .orElseThrow();
    }
}
