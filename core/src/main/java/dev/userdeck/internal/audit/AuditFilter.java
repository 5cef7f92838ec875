package dev.userdeck.internal.audit;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdAuditEvent;
import dev.userdeck.internal.storage.Clause;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query: one is walked along, in the order of time, by an index of its own; the others only sort out
 * what that finds.
 */
final class AuditFilter {
    /** Of more tenants than these, reading each one's events costs more than sorting out everyone's. */
    private static final int MAX_WALKS = 50;

    private final AuditQuery query;
    private final List<Function<UdAuditEvent, Clause>> walks = new ArrayList<>();
    private final List<Function<UdAuditEvent, Clause>> rest = new ArrayList<>();

    AuditFilter(AuditQuery query) {
        this.query = query;
        List<Function<UdAuditEvent, Clause>> conditions = conditions(query);
        List<TenantId> tenants = tenants(query);
        if (conditions.isEmpty() && tenants.size() <= MAX_WALKS) {
            tenants.forEach(tenant -> walks.add(e -> is(e.TENANT_ID, tenant.value())));
        } else {
            rest.addAll(conditions);
            if (!tenants.isEmpty()) {
                rest.add(e -> Clause.in(
                        e.TENANT_ID, tenants.stream().map(TenantId::value).toList()));
            }
            if (!conditions.isEmpty()) {
                walks.add(rest.remove(0));
            }
        }
    }

    /** Without the scope's; the one that finds least, as a rule, is first. */
    private static List<Function<UdAuditEvent, Clause>> conditions(AuditQuery query) {
        var user = query.user();
        var actorId = query.actorId();
        var action = query.action();
        var kind = query.actorKind();
        return new ArrayList<>(Stream.<@Nullable Function<UdAuditEvent, Clause>>of(
                        user == null ? null : e -> is(e.USER_ID, user.value()),
                        actorId == null ? null : e -> is(e.ACTOR_ID, actorId),
                        action == null ? null : e -> action(e, action),
                        kind == null ? null : e -> is(e.ACTOR_KIND, AuditRows.word(kind)))
                .<Function<UdAuditEvent, Clause>>flatMap(Stream::ofNullable)
                .toList());
    }

    private static Clause action(UdAuditEvent e, String action) {
        return action.endsWith(".") ? is(e.COMPONENT, action.substring(0, action.length() - 1)) : is(e.ACTION, action);
    }

    private static Clause is(Field<String> field, String value) {
        return Clause.of(field.getName(), () -> field.eq(value), value);
    }

    /** The tenants to which the query is bound; empty for no bounds. */
    private static List<TenantId> tenants(AuditQuery query) {
        TenantId tenant = query.tenant();
        if (tenant != null) {
            return List.of(tenant);
        }
        return query.scope() instanceof Scope.Only only ? List.copyOf(only.tenants()) : List.of();
    }

    /** Whether nothing can be found, as the tenant asked for is out of reach. */
    boolean isEmpty() {
        TenantId tenant = query.tenant();
        return tenant != null && !query.scope().covers(tenant);
    }

    /** What to walk along: several are walked side by side. */
    List<Clause> walks(UdAuditEvent e) {
        if (walks.isEmpty()) {
            return List.of(inIds(e));
        }
        return walks.stream().map(walk -> walk.apply(e).and(inTime(e))).toList();
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
    Clause rest(UdAuditEvent e) {
        return rest.stream().map(condition -> condition.apply(e)).reduce(Clause.none(), Clause::and);
    }

    private Clause inIds(UdAuditEvent e) {
        Instant from = query.from();
        Instant to = query.to();
        Clause since = from == null ? Clause.none() : since(e.ID, Ids.lowestAt(from));
        return to == null ? since : since.and(until(e.ID, Ids.lowestAt(to)));
    }

    private Clause inTime(UdAuditEvent e) {
        Instant from = query.from();
        Instant to = query.to();
        Clause since = from == null ? Clause.none() : since(e.HAPPENED_AT, Ids.millisFrom(from));
        return to == null ? since : since.and(until(e.HAPPENED_AT, Ids.millisFrom(to)));
    }

    private static <T> Clause since(Field<T> field, T value) {
        return Clause.of(field.getName() + " since", () -> field.ge(value), value);
    }

    private static <T> Clause until(Field<T> field, T value) {
        return Clause.of(field.getName() + " until", () -> field.lt(value), value);
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
