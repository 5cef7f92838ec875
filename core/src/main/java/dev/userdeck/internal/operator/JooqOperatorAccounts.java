package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_DELETED;
import static dev.userdeck.audit.AuditActions.OPERATOR_DISABLED;
import static dev.userdeck.audit.AuditActions.OPERATOR_ENABLED;
import static dev.userdeck.audit.AuditActions.OPERATOR_INVITED;
import static dev.userdeck.audit.AuditActions.OPERATOR_RENAMED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.ChangeOperatorResult;
import dev.userdeck.operator.ChangeOperatorResult.Changed;
import dev.userdeck.operator.ChangeOperatorResult.LastOwner;
import dev.userdeck.operator.ChangeOperatorResult.OutOfReach;
import dev.userdeck.operator.ChangeOperatorResult.Refused;
import dev.userdeck.operator.ChangeOperatorResult.Unknown;
import dev.userdeck.operator.ChangeOperatorResult.WrongStatus;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorAccounts;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.operator.OperatorQuery;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.text.PlainText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The accounts of operators on jOOQ. */
final class JooqOperatorAccounts implements OperatorAccounts {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail audit;
    private final OperatorReader reader;
    private final OperatorPages pages;
    private final AccessLimits limits;
    private final LinkIssuer links;

    JooqOperatorAccounts(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            AuditTrail audit,
            OperatorReader reader,
            AccessLimits limits,
            LinkIssuer links) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.reader = reader;
        this.pages = new OperatorPages(jooq, reader);
        this.limits = limits;
        this.links = links;
    }

    @Override
    public Page<OperatorAccount> list(OperatorQuery query) {
        return pages.page(query);
    }

    @Override
    public long count(OperatorQuery query) {
        return pages.count(query);
    }

    @Override
    public Optional<OperatorAccount> find(String operatorId, Scope scope) {
        return jooq.read(db -> find(db, operatorId, scope));
    }

    private Optional<OperatorAccount> find(DSLContext db, String id, Scope scope) {
        return reader.account(db, UD_OPERATOR.ID.eq(id).and(OperatorReader.within(scope)));
    }

    @Override
    public Optional<OperatorAccount> findByEmail(String email) {
        return EmailAddress.parse(email)
                .flatMap(it -> jooq.read(db -> reader.account(db, UD_OPERATOR.EMAIL_KEY.eq(it.key()))));
    }

    @Override
    public boolean mayChange(OperatorAccount account, Access caller) {
        return limits.covers(caller, account.preset(), account.scope());
    }

    @Override
    public boolean mayGive(Access access, Access caller) {
        return limits.covers(caller, access);
    }

    @Override
    public InviteOperatorResult invite(NewInvitation invitation, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        Optional<FieldError> error = EmailAddress.check("email", invitation.email());
        if (error.isPresent()) {
            return new InviteOperatorResult.Refused(List.of(error.get()));
        }
        EmailAddress email = EmailAddress.parse(invitation.email()).orElseThrow();
        try {
            return jooq.write(db -> invite(db, email, invitation.access(), caller, actor));
        } catch (UniqueViolationException e) {
            return new InviteOperatorResult.EmailTaken();
        }
    }

    private InviteOperatorResult invite(DSLContext db, EmailAddress email, Access asked, Access caller, Actor actor) {
        OperatorLock.take(db);
        GivenAccess given = GivenAccess.of(db, asked);
        if (!given.errors().isEmpty()) {
            return new InviteOperatorResult.Refused(given.errors());
        }
        if (!limits.covers(caller, given.access())) {
            return new InviteOperatorResult.OutOfReach();
        }
        String id = ids.next();
        insert(db, id, email, given);
        OperatorAccount account = find(db, id, Scope.all()).orElseThrow();
        audit.record(OperatorEvents.of(OPERATOR_INVITED, actor, account)
                .change("preset", null, OperatorEvents.preset(account))
                .change("tenants", null, OperatorEvents.tenants(account)));
        var link = links.invitation(db, account);
        return new InviteOperatorResult.Invited(find(db, id, Scope.all()).orElseThrow(), link);
    }

    private void insert(DSLContext db, String id, EmailAddress email, GivenAccess given) {
        UdOperatorRecord row = db.newRecord(UD_OPERATOR);
        row.setId(id);
        row.setEmail(email.display());
        row.setEmailKey(email.key());
        row.setSortKey(OperatorNames.sortKey(email.display()));
        row.setStatus(ConstantNames.of(OperatorStatus.INVITED));
        row.setCreatedAt(clock.millis());
        given.into(row);
        db.insertInto(UD_OPERATOR).set(row).execute();
        given.writeTenants(db, id);
    }

    @Override
    public ChangeOperatorResult changeAccess(String operatorId, Access access, Access caller, Actor actor) {
        return changed(operatorId, caller, (db, account) -> changeAccess(db, account, access, caller, actor));
    }

    private ChangeOperatorResult changeAccess(
            DSLContext db, OperatorAccount before, Access asked, Access caller, Actor actor) {
        GivenAccess given = GivenAccess.of(db, asked);
        if (!given.errors().isEmpty()) {
            return new Refused(given.errors());
        }
        Access access = given.access();
        if (!limits.covers(caller, access)) {
            return new OutOfReach();
        }
        if (before.isLastOwner() && !OperatorReader.isOwner(access.preset(), access.scope())) {
            return new LastOwner();
        }
        if (access.preset().equals(before.preset()) && access.scope().equals(before.scope())) {
            return new Changed(before);
        }
        given.write(db, before.id());
        OperatorAccount after = find(db, before.id(), Scope.all()).orElseThrow();
        audit.record(OperatorEvents.accessChanged(actor, before, after));
        return new Changed(after);
    }

    @Override
    public ChangeOperatorResult disable(String operatorId, Access caller, Actor actor) {
        return changed(operatorId, caller, (db, before) -> {
            if (before.status() == OperatorStatus.INVITED) {
                return new WrongStatus(before.status());
            }
            if (before.isLastOwner()) {
                return new LastOwner();
            }
            if (before.status() == OperatorStatus.DISABLED) {
                return new Changed(before);
            }
            setStatus(db, before.id(), OperatorStatus.DISABLED);
            OperatorTokens.forget(db, before.id());
            JooqOperatorSessions.endAll(db, before.id(), null);
            audit.record(OperatorEvents.of(OPERATOR_DISABLED, actor, before));
            return new Changed(find(db, before.id(), Scope.all()).orElseThrow());
        });
    }

    @Override
    public ChangeOperatorResult enable(String operatorId, Access caller, Actor actor) {
        return changed(operatorId, caller, (db, before) -> {
            if (before.status() == OperatorStatus.INVITED) {
                return new WrongStatus(before.status());
            }
            if (before.status() == OperatorStatus.ACTIVE) {
                return new Changed(before);
            }
            setStatus(db, before.id(), OperatorStatus.ACTIVE);
            audit.record(OperatorEvents.of(OPERATOR_ENABLED, actor, before));
            return new Changed(find(db, before.id(), Scope.all()).orElseThrow());
        });
    }

    private static void setStatus(DSLContext db, String id, OperatorStatus status) {
        db.update(UD_OPERATOR)
                .set(UD_OPERATOR.STATUS, ConstantNames.of(status))
                .where(UD_OPERATOR.ID.eq(id))
                .execute();
    }

    @Override
    public ChangeOperatorResult delete(String operatorId, Access caller, Actor actor) {
        return changed(operatorId, caller, (db, before) -> {
            if (before.isLastOwner()) {
                return new LastOwner();
            }
            db.deleteFrom(UD_OPERATOR).where(UD_OPERATOR.ID.eq(before.id())).execute();
            audit.record(OperatorEvents.of(OPERATOR_DELETED, actor, before));
            return new Changed(before);
        });
    }

    /** One at a time: rights are compared, and owners counted, as they are. */
    private ChangeOperatorResult changed(
            String id, Access caller, BiFunction<DSLContext, OperatorAccount, ChangeOperatorResult> change) {
        return jooq.write(db -> {
            OperatorLock.take(db);
            Optional<OperatorAccount> found = find(db, id, caller.scope());
            if (found.isEmpty()) {
                return new Unknown();
            }
            return mayChange(found.get(), caller) ? change.apply(db, found.get()) : new OutOfReach();
        });
    }

    @Override
    public ChangeOperatorResult rename(String operatorId, String name, Actor actor) {
        Optional<FieldError> error = OperatorNames.check(name);
        if (error.isPresent()) {
            return new Refused(List.of(error.get()));
        }
        String tidy = PlainText.tidy(name);
        return jooq.write(db -> {
            Optional<OperatorAccount> before = find(db, operatorId, Scope.all());
            if (before.isEmpty()) {
                return new Unknown();
            }
            if (tidy.equals(before.get().name())) {
                return new Changed(before.get());
            }
            db.update(UD_OPERATOR)
                    .set(UD_OPERATOR.NAME, tidy)
                    .set(UD_OPERATOR.SORT_KEY, OperatorNames.sortKey(tidy))
                    .where(UD_OPERATOR.ID.eq(operatorId))
                    .execute();
            audit.record(OperatorEvents.about(OPERATOR_RENAMED, actor, operatorId)
                    .change("name", before.get().name(), tidy));
            return new Changed(find(db, operatorId, Scope.all()).orElseThrow());
        });
    }

    @Override
    public ChangeOperatorResult changePreferences(String operatorId, OperatorPreferences preferences, Actor actor) {
        List<FieldError> errors = StoredPreferences.check(preferences);
        if (!errors.isEmpty()) {
            return new Refused(errors);
        }
        return jooq.write(db -> {
            Optional<OperatorAccount> before = find(db, operatorId, Scope.all());
            if (before.isEmpty()) {
                return new Unknown();
            }
            if (preferences.equals(before.get().preferences())) {
                return new Changed(before.get());
            }
            StoredPreferences.write(db, operatorId, preferences);
            audit.record(OperatorEvents.preferencesChanged(actor, before.get(), preferences));
            return new Changed(find(db, operatorId, Scope.all()).orElseThrow());
        });
    }
}
