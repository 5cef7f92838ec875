package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_ACCEPTED;
import static dev.userdeck.audit.AuditActions.OPERATOR_INVITED_AGAIN;
import static dev.userdeck.audit.AuditActions.OPERATOR_PASSWORD_RESET;
import static dev.userdeck.audit.AuditActions.OPERATOR_RESET_LINK_MADE;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorLinkResult;
import dev.userdeck.operator.OperatorLinks;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.operator.UseOperatorLinkResult;
import dev.userdeck.operator.UseOperatorLinkResult.Done;
import dev.userdeck.operator.UseOperatorLinkResult.Refused;
import dev.userdeck.operator.UseOperatorLinkResult.Unusable;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The links of operators on jOOQ. Who uses one locks the operator's row first, as who deletes the operator does. */
final class JooqOperatorLinks implements OperatorLinks {
    private final JooqDatabase jooq;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final JooqAuditTrail audit;
    private final SignInThrottle throttle;
    private final OperatorReader reader;
    private final AccessLimits limits;
    private final OperatorTokens tokens;
    private final LinkIssuer issuer;
    private final OperatorNotices notices;

    JooqOperatorLinks(
            JooqDatabase jooq,
            PasswordHasher hasher,
            PasswordPolicy policy,
            JooqAuditTrail audit,
            SignInThrottle throttle,
            OperatorReader reader,
            AccessLimits limits,
            OperatorTokens tokens,
            LinkIssuer issuer,
            OperatorNotices notices) {
        this.jooq = jooq;
        this.hasher = hasher;
        this.policy = policy;
        this.audit = audit;
        this.throttle = throttle;
        this.reader = reader;
        this.limits = limits;
        this.tokens = tokens;
        this.issuer = issuer;
        this.notices = notices;
    }

    @Override
    public OperatorLinkResult issueInvitation(String operatorId, Access caller, Actor actor) {
        return issued(operatorId, OperatorStatus.INVITED, caller, (db, to) -> {
            audit.record(OperatorEvents.of(OPERATOR_INVITED_AGAIN, actor, to));
            return issuer.invitation(db, to);
        });
    }

    @Override
    public OperatorLinkResult issueReset(String operatorId, Access caller, Actor actor) {
        return issued(operatorId, OperatorStatus.ACTIVE, caller, (db, to) -> {
            audit.record(OperatorEvents.of(OPERATOR_RESET_LINK_MADE, actor, to));
            return issuer.reset(db, to);
        });
    }

    /** For the app itself; never mailed. */
    Optional<OperatorLink.HandOver> resetByHand(String operatorId, Actor actor) {
        return jooq.write(db -> reader.account(db, UD_OPERATOR.ID.eq(operatorId))
                .filter(to -> to.status() == OperatorStatus.ACTIVE)
                .map(to -> {
                    audit.record(OperatorEvents.of(OPERATOR_RESET_LINK_MADE, actor, to));
                    return issuer.resetByHand(db, to);
                }));
    }

    private OperatorLinkResult issued(
            String id,
            OperatorStatus needed,
            Access caller,
            BiFunction<DSLContext, OperatorAccount, OperatorLink> issue) {
        return jooq.write(db -> {
            OperatorLock.take(db);
            Optional<OperatorAccount> found =
                    reader.account(db, UD_OPERATOR.ID.eq(id).and(OperatorReader.within(caller.scope())));
            if (found.isEmpty()) {
                return new OperatorLinkResult.Unknown();
            }
            OperatorAccount to = found.get();
            if (!limits.covers(caller, to.preset(), to.scope())) {
                return new OperatorLinkResult.OutOfReach();
            }
            return to.status() == needed
                    ? new OperatorLinkResult.Issued(issue.apply(db, to))
                    : new OperatorLinkResult.WrongStatus(to.status());
        });
    }

    @Override
    public Optional<OperatorAccount> holder(String token) {
        return jooq.read(db -> tokens.holder(db, token)
                .flatMap(id -> reader.account(db, UD_OPERATOR.ID.eq(id)))
                .filter(it -> it.status() != OperatorStatus.DISABLED));
    }

    @Override
    public UseOperatorLinkResult accept(String token, String name, String password, Actor actor) {
        requireNonNull(actor, "actor");
        Optional<OperatorAccount> holder = holder(token, OperatorStatus.INVITED);
        if (holder.isEmpty()) {
            return new Unusable();
        }
        List<FieldError> errors = new ArrayList<>();
        OperatorNames.check(name).ifPresent(errors::add);
        errors.addAll(policy.check(password, List.of(holder.get().email()), name));
        if (!errors.isEmpty()) {
            return new Refused(errors);
        }
        String tidy = PlainText.tidy(name);
        String hash = hasher.hash(password);
        return jooq.write(db -> {
            if (!use(db, token, holder.get())) {
                return new Unusable();
            }
            String id = holder.get().id();
            db.update(UD_OPERATOR)
                    .set(UD_OPERATOR.NAME, tidy)
                    .set(UD_OPERATOR.SORT_KEY, OperatorNames.sortKey(tidy))
                    .set(UD_OPERATOR.PASSWORD_HASH, hash)
                    .set(UD_OPERATOR.STATUS, OperatorReader.ACTIVE)
                    .where(UD_OPERATOR.ID.eq(id))
                    .execute();
            audit.record(OperatorEvents.about(
                    OPERATOR_ACCEPTED, Actor.operator(id, tidy).withClientOf(actor), id));
            return new Done(reader.account(db, UD_OPERATOR.ID.eq(id)).orElseThrow());
        });
    }

    @Override
    public UseOperatorLinkResult reset(String token, String password, Actor actor) {
        requireNonNull(actor, "actor");
        Optional<OperatorAccount> holder = holder(token, OperatorStatus.ACTIVE);
        if (holder.isEmpty()) {
            return new Unusable();
        }
        OperatorAccount account = holder.get();
        List<FieldError> errors = policy.check(password, List.of(account.email()), account.name());
        if (!errors.isEmpty()) {
            return new Refused(errors);
        }
        String hash = hasher.hash(password);
        UseOperatorLinkResult result =
                jooq.write(db -> use(db, token, account) ? reset(db, account, hash, actor) : new Unusable());
        if (result instanceof Done) {
            forgive(account, actor);
        }
        return result;
    }

    private UseOperatorLinkResult reset(DSLContext db, OperatorAccount account, String hash, Actor actor) {
        db.update(UD_OPERATOR)
                .set(UD_OPERATOR.PASSWORD_HASH, hash)
                .where(UD_OPERATOR.ID.eq(account.id()))
                .execute();
        JooqOperatorSessions.endAll(db, account.id(), null);
        Actor self = Actor.operator(account.id(), account.displayName()).withClientOf(actor);
        audit.record(OperatorEvents.about(OPERATOR_PASSWORD_RESET, self, account.id()));
        notices.passwordChanged(OperatorNotices.Recipient.of(account), actor);
        return new Done(account);
    }

    private Optional<OperatorAccount> holder(String token, OperatorStatus status) {
        return holder(token).filter(it -> it.status() == status);
    }

    /** Uses the token up, if the operator is as before. */
    private boolean use(DSLContext db, String token, OperatorAccount holder) {
        String status = db.select(UD_OPERATOR.STATUS)
                .from(UD_OPERATOR)
                .where(UD_OPERATOR.ID.eq(holder.id()))
                .forUpdate()
                .fetchOne(UD_OPERATOR.STATUS);
        return ConstantNames.of(holder.status()).equals(status) && tokens.use(db, token);
    }

    /** Who forgot has tried before. Alone, as sign-ins lock the counters first. */
    private void forgive(OperatorAccount account, Actor actor) {
        jooq.<@Nullable Void>write(db -> {
            throttle.forgive(db, OperatorSignIn.REALM, EmailAddress.typed(account.email()), actor.ip());
            return null;
        });
    }
}
