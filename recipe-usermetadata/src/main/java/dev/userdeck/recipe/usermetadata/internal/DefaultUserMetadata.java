package dev.userdeck.recipe.usermetadata.internal;

import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Changed;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Refused;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Stale;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.UnknownUser;
import dev.userdeck.recipe.usermetadata.Metadata;
import dev.userdeck.recipe.usermetadata.MetadataError;
import dev.userdeck.recipe.usermetadata.MetadataLimits;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.usermetadata.internal.DocumentReader.RefusedException;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks, writes and tells the audit trail. */
public final class DefaultUserMetadata implements UserMetadata {
    private static final int MAX_USERS = 1_000;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final AuditTrail audit;
    private final JooqMetadata rows;
    private final DocumentReader reader;
    private final @Nullable SchemaCheck schema;
    private final DisplayNames names;
    private final MetadataEvents events;
    /** Reads what is kept already, perhaps under limits that were wider. */
    private final DocumentReader keptReader = new DocumentReader(new MetadataLimits(1024 * 1024, 200));

    /**
     * Works with the table of a started library.
     *
     * @param schema what objects are checked against, as JSON Schema; null for nothing
     * @param audited the keys whose values the audit trail is told
     * @throws ConfigurationException if it can't be used
     */
    public DefaultUserMetadata(
            RecipeContext context, MetadataLimits limits, @Nullable String schema, Set<String> audited) {
        this.jooq = JooqDatabase.over(context.database());
        this.rows = new JooqMetadata(jooq);
        this.clock = context.clock();
        this.audit = context.audit();
        this.reader = new DocumentReader(limits);
        this.schema = schema == null ? null : SchemaCheck.of(schema);
        this.names = new DisplayNames(context.users());
        this.events = new MetadataEvents(audited, keptReader);
    }

    /** The metadata in imports and exports. */
    public MetadataData data() {
        return new MetadataData(jooq, clock, rows, reader, keptReader, schema);
    }

    @Override
    public Optional<Metadata> get(UserId user) {
        requireNonNull(user, "user");
        return jooq.readPlain(connection -> rows.find(connection, user));
    }

    @Override
    public Map<UserId, Metadata> getAll(Collection<UserId> users) {
        var wanted = Set.copyOf(requireNonNull(users, "users"));
        if (wanted.size() > MAX_USERS) {
            throw new IllegalArgumentException("At most " + MAX_USERS + " users at once, not " + wanted.size());
        }
        return wanted.isEmpty() ? Map.of() : jooq.read(db -> rows.findAll(db, wanted));
    }

    @Override
    public ChangeMetadataResult merge(UserId user, String json, Actor actor) {
        return change(user, json, null, actor);
    }

    @Override
    public ChangeMetadataResult replace(UserId user, String json, long expectedVersion, Actor actor) {
        return change(user, json, expectedVersion, actor);
    }

    /** Replaces when a version is expected, else merges. */
    private ChangeMetadataResult change(UserId user, String json, @Nullable Long expected, Actor actor) {
        requireNonNull(user, "user");
        requireNonNull(json, "json");
        requireNonNull(actor, "actor");
        Document given;
        try {
            given = reader.read(json);
        } catch (RefusedException e) {
            return new Refused(e.error());
        }
        return jooq.write(db -> {
            if (!rows.lockUser(db, user)) {
                return new UnknownUser();
            }
            Changing result = change(db, user, given, expected, actor);
            if (result.outcome() instanceof Changed) {
                names.follow(user, result.before(), result.after(), actor);
            }
            return result.outcome();
        });
    }

    /** What became of a change, and the documents that it was about. */
    private record Changing(ChangeMetadataResult outcome, Document before, Document after) {}

    /** Of a user whose row is locked. */
    private Changing change(DSLContext db, UserId user, Document given, @Nullable Long expected, Actor actor) {
        Optional<Metadata> kept = rows.find(db, user);
        long version = kept.map(Metadata::version).orElse(0L);
        Document before = kept.map(this::document).orElse(Document.EMPTY);
        Document after = expected == null ? before.mergedWith(given) : given;
        return new Changing(
                expected != null && expected != version
                        ? new Stale(version)
                        : change(db, user, kept, before, after, actor),
                before,
                after);
    }

    private ChangeMetadataResult change(
            DSLContext db, UserId user, Optional<Metadata> kept, Document before, Document after, Actor actor) {
        String text;
        try {
            text = reader.textOf(after);
        } catch (RefusedException e) {
            return new Refused(e.error());
        }
        if (kept.isPresent() && kept.get().json().equals(text)) {
            return new Changed(kept.get());
        }
        Optional<MetadataError> misfit = schema == null ? Optional.empty() : schema.problem(text);
        if (misfit.isPresent()) {
            return new Refused(misfit.get());
        }
        Instant now = StoredTime.now(clock);
        Metadata metadata;
        if (kept.isPresent()) {
            metadata = new Metadata(text, kept.get().version() + 1, now);
            rows.update(db, user, metadata);
        } else {
            // not 1: what is cleared and made anew must not look like what was read before
            metadata = new Metadata(text, now.toEpochMilli(), now);
            rows.insert(db, user, metadata);
        }
        audit.record(events.changed(user, actor, before, after));
        return new Changed(metadata);
    }

    @Override
    public boolean clear(UserId user, Actor actor) {
        requireNonNull(user, "user");
        requireNonNull(actor, "actor");
        return jooq.write(db -> {
            Optional<Metadata> kept = rows.lockUser(db, user) ? rows.find(db, user) : Optional.empty();
            kept.ifPresent(metadata -> {
                rows.delete(db, user);
                audit.record(events.cleared(user, actor, document(metadata)));
                names.follow(user, document(metadata), Document.EMPTY, actor);
            });
            return kept.isPresent();
        });
    }

    /**
     * Two users are one now: who stays keeps each member, and gets those that only the other one has, unless that is too
     * much for one user. To be called in the transaction that merges them.
     */
    public void merged(UserId into, UserId from, Actor actor) {
        jooq.write(db -> {
            Optional<Metadata> theirs = rows.find(db, from);
            return theirs.map(metadata -> merged(db, into, document(metadata), actor));
        });
    }

    private ChangeMetadataResult merged(DSLContext db, UserId into, Document theirs, Actor actor) {
        Optional<Metadata> kept = rows.find(db, into);
        Document own = kept.map(this::document).orElse(Document.EMPTY);
        return change(db, into, kept, own, own.filledFrom(theirs), actor);
    }

    private Document document(Metadata kept) {
        return keptReader.readKept(kept.json());
    }
}
