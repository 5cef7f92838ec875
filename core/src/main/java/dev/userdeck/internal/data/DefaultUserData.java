package dev.userdeck.internal.data;

import static dev.userdeck.audit.AuditActions.DATA_EXPORTED;
import static dev.userdeck.audit.AuditActions.DATA_READ;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.data.AuditExport;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.UserData;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.user.JooqUsers;
import dev.userdeck.internal.user.batch.ImportedUsers;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands each call to the part that does it. */
public final class DefaultUserData implements UserData {
    private static final int PAGE = 100;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqUsers users;
    private final Sessions sessions;
    private final ImportedUsers drafts;
    private final AuditTrail audit;
    private final JooqImports imports;
    private List<UserDataField> parts = List.of();

    /** Creates it. */
    public DefaultUserData(
            JooqDatabase jooq,
            Clock clock,
            JooqUsers users,
            Sessions sessions,
            ImportedUsers drafts,
            AuditTrail audit) {
        this.jooq = jooq;
        this.clock = clock;
        this.users = users;
        this.sessions = sessions;
        this.drafts = drafts;
        this.audit = audit;
        this.imports = new JooqImports(jooq, clock);
    }

    /**
     * Takes the recipes' parts in; once, before anything else.
     *
     * @throws ConfigurationException if two have a field in common, or one has a field of ours
     */
    public void add(List<UserDataField> more) {
        Set<String> fields = new HashSet<>(RowReader.PLAIN);
        fields.addAll(RowReader.STRUCTURED);
        for (UserDataField part : more) {
            var own = new ArrayList<>(part.alsoReads());
            own.add(part.field());
            for (String field : own) {
                if (!fields.add(field)) {
                    throw new ConfigurationException(
                            "Two parts of imports have the field '" + field + "': leave out one of the recipes");
                }
            }
        }
        parts = List.copyOf(more);
    }

    /** Forgets imports that stopped long ago. */
    public int sweep(int batch) {
        return imports.sweep(batch);
    }

    @Override
    public ImportProgress importUsers(InputStream file, UserImport how, ImportListener listener, Actor actor)
            throws IOException {
        requireNonNull(how, "how");
        requireNonNull(listener, "listener");
        requireNonNull(actor, "actor");
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "An import commits as it goes: call it outside of inTransaction, and of other transactions of the"
                            + " app's");
        }
        requireNonNull(file, "file");
        Checkpoints checkpoints = how.name() == null ? Checkpoints.NONE : imports.named(how.name());
        try (var longWork = jooq.longWork();
                var run = begin(file, how, checkpoints, listener, actor)) {
            boolean more = true;
            while (more) {
                more = run.step();
            }
            return run.progress();
        }
    }

    /** Begins to read, behind what {@code checkpoints} has as done. */
    ImportRun begin(InputStream file, UserImport how, Checkpoints checkpoints, ImportListener listener, Actor actor)
            throws IOException {
        var reader = new RowReader(how, parts, drafts, clock);
        var bytes = new Bytes(file);
        RowSource rows = switch (how.format()) {
            case JSON_LINES -> new JsonLines(bytes);
            case CSV -> new CsvRows(bytes, reader.known(), reader.structured());
            case JSON_DOCUMENT -> new UsersDocument(bytes);
        };
        var writer = new RowsWriter(jooq, users.batches(), parts, how, actor);
        BatchTarget target = how.dryRun()
                ? new DryRun(jooq, writer, reader, listener)
                : new ImportWriter(jooq, writer, audit, checkpoints, how, listener, actor);
        return ImportRun.begin(new Batches(rows, reader), checkpoints, how, target, imports, listener);
    }

    @Override
    public Optional<ImportProgress> importProgress(String name) {
        return imports.progress(requireNonNull(name, "name"));
    }

    @Override
    public long exportUsers(UserExport what, OutputStream out, Actor actor) throws IOException {
        requireNonNull(what, "what");
        requireNonNull(out, "out");
        requireNonNull(actor, "actor");
        try (var longWork = jooq.longWork()) {
            return export(what, out, actor);
        }
    }

    @Override
    public long exportAuditEvents(AuditExport what, OutputStream out, Actor actor) throws IOException {
        requireNonNull(what, "what");
        requireNonNull(out, "out");
        requireNonNull(actor, "actor");
        try (var longWork = jooq.longWork()) {
            return new AuditExporter(audit, users).export(what, out, actor);
        }
    }

    private long export(UserExport what, OutputStream out, Actor actor) throws IOException {
        UserQuery query = what.query().size(PAGE).cursor(null);
        Page<User> page = users.list(query);
        audit.record(exported(what, actor));
        var records = new UserRecords(jooq, parts);
        var writer = RecordWriter.of(what.format(), records.fields(), out);
        long count = 0;
        while (true) {
            for (Map<String, Object> fields : records.of(page.items(), query.scope(), what.passwordHashes())) {
                writer.write(fields);
                count++;
            }
            if (page.nextCursor() == null) {
                writer.flush();
                return count;
            }
            page = users.list(query.cursor(page.nextCursor()));
        }
    }

    private static NewAuditEvent exported(UserExport what, Actor actor) {
        UserQuery query = what.query();
        NewAuditEvent event =
                in(query.scope(), NewAuditEvent.of(DATA_EXPORTED, actor)).target(ConstantNames.of(what.format()));
        if (!(query.scope() instanceof Scope.Only only) || only.tenants().size() == 1) {
            // who looks after one of several learns nothing of the others
            event = event.change("tenants", null, Scopes.describe(query.scope()));
        }
        return what.passwordHashes() ? event.change("passwordHashes", null, "true") : event;
    }

    /** In the tenants of the scope, so that their operators see the event. */
    private static NewAuditEvent in(Scope scope, NewAuditEvent event) {
        return scope instanceof Scope.Only only ? event.tenant(only.tenants()) : event;
    }

    @Override
    public Optional<String> of(UserId id, Scope scope, Actor actor) {
        requireNonNull(actor, "actor");
        return users.find(id, scope).map(user -> {
            Map<String, Object> fields = new LinkedHashMap<>(
                    new UserRecords(jooq, parts).of(List.of(user), scope, false).get(0));
            fields.put("sessions", sessions(id, scope));
            audit.record(NewAuditEvent.of(DATA_READ, actor).user(id));
            return JsonValues.text(fields);
        });
    }

    private List<Map<String, Object>> sessions(UserId id, Scope scope) {
        var all = new ArrayList<Map<String, Object>>();
        var query = SessionQuery.of(id, scope).size(PAGE);
        Page<Session> page = sessions.list(query);
        while (true) {
            page.items().forEach(session -> all.add(of(session)));
            if (page.nextCursor() == null) {
                return all;
            }
            page = sessions.list(query.cursor(page.nextCursor()));
        }
    }

    private static Map<String, Object> of(Session session) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("tenant", session.tenant().value());
        fields.put("method", session.method());
        UserRecords.put(fields, "createdAt", UserRecords.text(session.createdAt()));
        UserRecords.put(fields, "lastUsedAt", UserRecords.text(session.lastUsedAt()));
        UserRecords.put(fields, "expiresAt", UserRecords.text(session.expiresAt()));
        UserRecords.put(fields, "ip", session.ip());
        UserRecords.put(fields, "userAgent", session.userAgent());
        return fields;
    }
}
