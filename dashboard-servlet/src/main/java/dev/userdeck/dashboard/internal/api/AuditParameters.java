package dev.userdeck.dashboard.internal.api;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.internal.panel.FilterValues;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What narrows the audit log, be it listed or exported. */
final class AuditParameters {
    static final Parameter<String> ACTOR = Parameter.query("actor");
    static final Parameter<String> ACTION = Parameter.query("action");
    private static final Parameter<String> USER = Parameter.query("user");
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final Parameter<String> FROM = Parameter.query("from");
    private static final Parameter<String> TO = Parameter.query("to");

    private static final int MAX_ACTION = 64;
    private static final int MAX_ACTOR = 128;

    private AuditParameters() {}

    /** These, and more. */
    static Parameter<?>[] and(Parameter<?>... more) {
        return Stream.concat(Stream.of(ACTOR, ACTION, USER, TENANT, FROM, TO), Stream.of(more))
                .toArray(Parameter<?>[]::new);
    }

    /** All events that the request's parameters mean, within its scope. */
    static AuditQuery query(Tenants tenants, Request<Void> request) {
        var query = within(AuditQuery.of(TenantScope.of(tenants, request, TENANT)), request);
        return on(ofKind(query, request), request.get(USER));
    }

    /** Narrowed by action and actor alone. */
    static AuditQuery ofKind(AuditQuery query, Request<Void> request) {
        return by(doing(query, request.get(ACTION)), request.get(ACTOR));
    }

    private static AuditQuery within(AuditQuery query, Request<Void> request) {
        Instant from = FilterValues.from(FROM, request.get(FROM));
        Instant to = FilterValues.to(TO, request.get(TO));
        if (from != null && to != null && !from.isBefore(to)) {
            throw FilterValues.refused(TO, "is not after from");
        }
        AuditQuery since = from == null ? query : query.from(from);
        return to == null ? since : since.to(to);
    }

    private static AuditQuery doing(AuditQuery query, @Nullable String action) {
        if (action == null) {
            return query;
        }
        if (action.isEmpty() || action.length() > MAX_ACTION) {
            throw FilterValues.refused(ACTION, "is an action such as user.signed-in, or the part up to the dot");
        }
        return query.action(action);
    }

    /** {@code operator}, or {@code operator:} and the id of one. */
    private static AuditQuery by(AuditQuery query, @Nullable String actor) {
        if (actor == null) {
            return query;
        }
        int colon = actor.indexOf(':');
        String word = colon < 0 ? actor : actor.substring(0, colon);
        AuditQuery narrowed = Stream.of(Actor.Kind.values())
                .filter(kind -> ConstantNames.of(kind).equals(word))
                .findFirst()
                .map(query::actor)
                .orElseThrow(() -> FilterValues.refused(
                        ACTOR,
                        "is operator, api_key, user, anonymous or system, or one of the first three with : and an id"));
        if (colon < 0) {
            return narrowed;
        }
        String id = actor.substring(colon + 1);
        if (id.isEmpty() || id.length() > MAX_ACTOR) {
            throw FilterValues.refused(ACTOR, "has an id of 1 to " + MAX_ACTOR + " characters after the :");
        }
        return narrowed.actor(id);
    }

    private static AuditQuery on(AuditQuery query, @Nullable String user) {
        if (user == null) {
            return query;
        }
        if (!UserId.isValid(user)) {
            throw FilterValues.refused(USER, "is the id of a user");
        }
        return query.user(new UserId(user));
    }
}
