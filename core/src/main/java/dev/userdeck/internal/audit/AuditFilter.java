package dev.userdeck.internal.audit;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdAuditEvent;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query: one is walked along, in the order of time, by an index of its own; the others only sort out
 * what that finds.
 */
final class AuditFilter {
    /** Of more tenants than these, reading each one's events costs more than sorting out everyone's. */
    private static final int MAX_WALKS = 50;

    private final AuditQuery query;
    private final List<Function<UdAuditEvent, Condition>> walks = new ArrayList<>();
    private final List<Function<UdAuditEvent, Condition>> rest = new ArrayList<>();

    AuditFilter(AuditQuery query) {
        this.query = query;
        List<Function<UdAuditEvent, Condition>> conditions = conditions(query);
        List<TenantId> tenants = tenants(query);
        if (conditions.isEmpty() && tenants.size() <= MAX_WALKS) {
            tenants.forEach(tenant -> walks.add(e -> e.TENANT_ID.eq(tenant.value())));
        } else {
            rest.addAll(conditions);
            if (!tenants.isEmpty()) {
                rest.add(e ->
                        e.TENANT_ID.in(tenants.stream().map(TenantId::value).toList()));
            }
            if (!conditions.isEmpty()) {
                walks.add(rest.remove(0));
            }
        }
    }

    /** Without the scope's; the one that finds least, as a rule, is first. */
    private static List<Function<UdAuditEvent, Condition>> conditions(AuditQuery query) {
        var user = query.user();
        var actorId = query.actorId();
        var action = query.action();
        var kind = query.actorKind();
        return new ArrayList<>(Stream.<@Nullable Function<UdAuditEvent, Condition>>of(
                        user == null ? null : e -> e.USER_ID.eq(user.value()),
                        actorId == null ? null : e -> e.ACTOR_ID.eq(actorId),
                        action == null ? null : e -> action(e, action),
                        kind == null ? null : e -> e.ACTOR_KIND.eq(AuditRows.word(kind)))
                .<Function<UdAuditEvent, Condition>>flatMap(Stream::ofNullable)
                .toList());
    }

    private static Condition action(UdAuditEvent e, String action) {
        return action.endsWith(".") ? e.COMPONENT.eq(action.substring(0, action.length() - 1)) : e.ACTION.eq(action);
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
    List<Condition> walks(UdAuditEvent e) {
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
    Condition rest(UdAuditEvent e) {
        return DSL.and(rest.stream().map(condition -> condition.apply(e)).toList());
    }

    private Condition inIds(UdAuditEvent e) {
        Instant from = query.from();
        Instant to = query.to();
        Condition since = from == null ? DSL.noCondition() : e.ID.ge(Ids.lowestAt(from));
        return to == null ? since : since.and(e.ID.lt(Ids.lowestAt(to)));
    }

    private Condition inTime(UdAuditEvent e) {
        Instant from = query.from();
        Instant to = query.to();
        Condition since = from == null ? DSL.noCondition() : e.HAPPENED_AT.ge(Ids.millisFrom(from));
        return to == null ? since : since.and(e.HAPPENED_AT.lt(Ids.millisFrom(to)));
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
