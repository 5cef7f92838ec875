package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_PRESET_CHANGED;
import static dev.userdeck.audit.AuditActions.OPERATOR_PRESET_CREATED;
import static dev.userdeck.audit.AuditActions.OPERATOR_PRESET_DELETED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_PRESET;
import static dev.userdeck.libs.org.jooq.impl.DSL.count;
import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdOperatorPreset;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.text.Look;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.DeletePresetResult;
import dev.userdeck.operator.NewPreset;
import dev.userdeck.operator.OwnPreset;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.Presets;
import dev.userdeck.operator.SavePresetResult;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.PlainText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The presets of one's own on jOOQ. */
final class JooqPresets implements Presets {
    private static final UdOperatorPreset P = UD_OPERATOR_PRESET;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail audit;
    private final AccessLimits limits;

    JooqPresets(JooqDatabase jooq, Clock clock, Ids ids, AuditTrail audit, AccessLimits limits) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.limits = limits;
    }

    @Override
    public List<Permission> permissions() {
        return limits.permissions();
    }

    @Override
    public List<OwnPreset> list() {
        return jooq.read(db -> presets(db, noCondition()));
    }

    @Override
    public Optional<OwnPreset> find(String id) {
        return jooq.read(db -> find(db, id));
    }

    private static Optional<OwnPreset> find(DSLContext db, String id) {
        return presets(db, P.ID.eq(id)).stream().findFirst();
    }

    private static List<OwnPreset> presets(DSLContext db, Condition which) {
        Field<Integer> holders = field(select(count()).from(UD_OPERATOR).where(UD_OPERATOR.OWN_PRESET_ID.eq(P.ID)));
        return db.select(P.ID, P.NAME, P.PERMISSIONS, P.VERSION, holders)
                .from(P)
                .where(which)
                .orderBy(P.NAME_KEY)
                .limit(MAX)
                .fetch(row -> new OwnPreset(
                        Preset.of(row.get(P.ID), row.get(P.NAME), OperatorReader.permissions(row.get(P.PERMISSIONS))),
                        row.get(P.VERSION),
                        row.get(holders)));
    }

    @Override
    public SavePresetResult create(NewPreset asked, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        return saved(asked, Set.of(), db -> create(db, asked, caller, actor));
    }

    private SavePresetResult create(DSLContext db, NewPreset asked, Access caller, Actor actor) {
        OperatorLock.take(db);
        Preset preset = Preset.of(ids.next(), PlainText.tidy(asked.name()), asked.permissions());
        if (!limits.covers(caller, preset, Scope.all())) {
            return new SavePresetResult.OutOfReach();
        }
        if (db.fetchCount(P) >= MAX) {
            return refused("name", "presets-too-many", "There are " + MAX + " presets already: delete one first.");
        }
        db.insertInto(P)
                .set(P.ID, preset.id())
                .set(P.NAME, preset.name())
                .set(P.NAME_KEY, Look.key(preset.name()))
                .set(P.PERMISSIONS, kept(preset.permissions()))
                .set(P.VERSION, 1L)
                .set(P.CREATED_AT, clock.millis())
                .execute();
        audit.record(NewAuditEvent.of(OPERATOR_PRESET_CREATED, actor)
                .target(preset.id())
                .change("name", null, preset.name())
                .change("permissions", null, told(preset.permissions())));
        return new SavePresetResult.Saved(find(db, preset.id()).orElseThrow());
    }

    @Override
    public SavePresetResult change(String id, long version, NewPreset asked, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        Set<String> held = find(id).map(own -> own.preset().permissions()).orElse(Set.of());
        return saved(asked, held, db -> change(db, id, version, asked, caller, actor));
    }

    private SavePresetResult change(
            DSLContext db, String id, long version, NewPreset asked, Access caller, Actor actor) {
        OperatorLock.take(db);
        Optional<OwnPreset> found = find(db, id);
        if (found.isEmpty()) {
            return new SavePresetResult.Unknown();
        }
        Preset before = found.get().preset();
        Preset after = Preset.of(id, PlainText.tidy(asked.name()), asked.permissions());
        if (!limits.covers(caller, before, Scope.all()) || !limits.covers(caller, after, Scope.all())) {
            return new SavePresetResult.OutOfReach();
        }
        if (found.get().version() != version) {
            return new SavePresetResult.Stale(found.get());
        }
        if (after.equals(before)) {
            return new SavePresetResult.Saved(found.get());
        }
        db.update(P)
                .set(P.NAME, after.name())
                .set(P.NAME_KEY, Look.key(after.name()))
                .set(P.PERMISSIONS, kept(after.permissions()))
                .set(P.VERSION, version + 1)
                .where(P.ID.eq(id))
                .execute();
        audit.record(changed(actor, before, after));
        return new SavePresetResult.Saved(find(db, id).orElseThrow());
    }

    private static NewAuditEvent changed(Actor actor, Preset before, Preset after) {
        NewAuditEvent event = NewAuditEvent.of(OPERATOR_PRESET_CHANGED, actor)
                .target(after.id())
                .change("name", before.name().equals(after.name()) ? null : before.name(), after.name());
        return before.permissions().equals(after.permissions())
                ? event
                : event.change("permissions", told(before.permissions()), told(after.permissions()));
    }

    /** Checks what can be checked before, and leaves the name to the constraint. */
    private SavePresetResult saved(NewPreset asked, Set<String> held, Function<DSLContext, SavePresetResult> save) {
        List<FieldError> errors = PresetRules.check(asked, held, permissions());
        if (!errors.isEmpty()) {
            return new SavePresetResult.Refused(errors);
        }
        if (PresetRules.isBuiltIn(asked.name())) {
            return new SavePresetResult.NameTaken();
        }
        try {
            return jooq.write(save);
        } catch (UniqueViolationException e) {
            return new SavePresetResult.NameTaken();
        }
    }

    private static SavePresetResult refused(String field, String code, String words) {
        return new SavePresetResult.Refused(List.of(new FieldError(field, code, words)));
    }

    @Override
    public DeletePresetResult delete(String id, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        return jooq.write(db -> {
            OperatorLock.take(db);
            Optional<OwnPreset> found = find(db, id);
            if (found.isEmpty()) {
                return new DeletePresetResult.Unknown();
            }
            Preset preset = found.get().preset();
            if (!limits.covers(caller, preset, Scope.all())) {
                return new DeletePresetResult.OutOfReach();
            }
            if (found.get().holders() > 0) {
                return new DeletePresetResult.Held(found.get().holders());
            }
            db.deleteFrom(P).where(P.ID.eq(id)).execute();
            audit.record(NewAuditEvent.of(OPERATOR_PRESET_DELETED, actor)
                    .target(id)
                    .change("name", preset.name(), null)
                    .change("permissions", told(preset.permissions()), null));
            return new DeletePresetResult.Deleted();
        });
    }

    /** As {@link OperatorReader#permissions} reads them. */
    private static String kept(Collection<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }

    private static String told(Collection<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
