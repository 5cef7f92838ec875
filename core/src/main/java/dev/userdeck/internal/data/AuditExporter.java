package dev.userdeck.internal.data;

import static dev.userdeck.audit.AuditActions.DATA_AUDIT_EXPORTED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.data.AuditExport;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.text.MaskedAddress;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes events to files, a page at a time. */
final class AuditExporter {
    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "action",
            "actor",
            "actorId",
            "actorName",
            "ip",
            "userAgent",
            "userId",
            "userName",
            "tenants",
            "target",
            "changes");

    private final AuditTrail audit;
    private final Users users;

    AuditExporter(AuditTrail audit, Users users) {
        this.audit = audit;
        this.users = users;
    }

    long export(AuditExport what, OutputStream out, Actor actor) throws IOException {
        AuditQuery query = what.query().size(AuditQuery.MAX_SIZE).cursor(null);
        Page<AuditEvent> page = audit.list(query);
        audit.record(exported(what, actor));
        var writer = RecordWriter.of(what.format(), COLUMNS, out);
        long count = 0;
        while (true) {
            Map<UserId, DisplayName> names = users.displayNames(people(page.items()), query.scope());
            for (AuditEvent event : page.items()) {
                writer.write(fields(event, names));
                count++;
            }
            if (page.nextCursor() == null) {
                writer.flush();
                return count;
            }
            page = audit.list(query.cursor(page.nextCursor()));
        }
    }

    private static NewAuditEvent exported(AuditExport what, Actor actor) {
        AuditQuery query = what.query();
        Scope scope = query.tenant() == null ? query.scope() : Scope.of(query.tenant());
        var event = NewAuditEvent.of(DATA_AUDIT_EXPORTED, actor).target(ConstantNames.of(what.format()));
        if (scope instanceof Scope.Only only) {
            event = event.tenant(only.tenants());
        }
        if (!(scope instanceof Scope.Only only) || only.tenants().size() == 1) {
            // who looks after one of several learns nothing of the others
            event = event.change("tenants", null, Scopes.describe(scope));
            event = with(event, "user", query.user());
        }
        String kind = query.actorKind() == null ? null : ConstantNames.of(query.actorKind());
        String who = Stream.of(kind, query.actorId()).filter(Objects::nonNull).collect(Collectors.joining(":"));
        event = with(event, "actor", who.isEmpty() ? null : who);
        event = with(event, "action", query.action());
        return with(with(event, "from", query.from()), "to", query.to());
    }

    private static NewAuditEvent with(NewAuditEvent event, String field, @Nullable Object value) {
        return value == null ? event : event.change(field, null, value.toString());
    }

    private static List<UserId> people(List<AuditEvent> events) {
        return events.stream()
                .flatMap(event -> Stream.of(event.user(), actor(event.actor())))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable UserId actor(Actor actor) {
        return actor.kind() == Actor.Kind.USER && actor.id() != null ? new UserId(actor.id()) : null;
    }

    private static Map<String, Object> fields(AuditEvent event, Map<UserId, DisplayName> names) {
        Actor actor = event.actor();
        UserId self = actor(actor);
        boolean isUnknown = actor.kind() == Actor.Kind.ANONYMOUS;
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", event.id().value());
        fields.put("at", event.at().toString());
        fields.put("action", event.action());
        fields.put("actor", ConstantNames.of(actor.kind()));
        UserRecords.put(fields, "actorId", actor.id());
        UserRecords.put(fields, "actorName", self == null ? actor.name() : name(names.get(self), false));
        UserRecords.put(fields, "ip", actor.ip());
        UserRecords.put(fields, "userAgent", actor.userAgent());
        UserId user = event.user();
        if (user != null) {
            fields.put("userId", user.value());
            UserRecords.put(fields, "userName", name(names.get(user), isUnknown));
        }
        if (!event.tenants().isEmpty()) {
            fields.put(
                    "tenants",
                    event.tenants().stream().map(TenantId::value).sorted().toList());
        }
        UserRecords.put(fields, "target", event.target());
        if (!event.changes().isEmpty()) {
            fields.put(
                    "changes",
                    event.changes().stream()
                            .map(change -> fields(change, isUnknown))
                            .toList());
        }
        return fields;
    }

    private static @Nullable String name(@Nullable DisplayName name, boolean isUnknown) {
        if (name == null) {
            return null;
        }
        return isUnknown && name.isAddress() ? MaskedAddress.of(name.text()) : name.text();
    }

    private static Map<String, Object> fields(AuditEvent.Change change, boolean isUnknown) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("field", change.field());
        UserRecords.put(fields, "before", isUnknown ? MaskedAddress.within(change.before()) : change.before());
        UserRecords.put(fields, "after", isUnknown ? MaskedAddress.within(change.after()) : change.after());
        return fields;
    }
}
