package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_SET_UP;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.language.Languages;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.Outbox;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorAccounts;
import dev.userdeck.operator.OperatorFactors;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorLinks;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSessions;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.Presets;
import dev.userdeck.operator.ReauthenticationResult;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in operators on jOOQ. */
public final class JooqOperators implements Operators {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final JooqAuditTrail audit;
    private final SetUpTokens setUpTokens;
    private final JooqOperatorSessions sessions;
    private final OperatorSignIn signIn;
    private final FactorSecrets secrets;
    private final JooqOperatorFactors factors;
    private final OperatorDevices devices;
    private final OperatorPasswordChange passwordChange;
    private final OperatorTokens tokens;
    private final JooqOperatorAccounts accounts;
    private final JooqOperatorLinks links;
    private final JooqPresets presets;

    /** Creates it. */
    public JooqOperators(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            PasswordHasher hasher,
            PasswordPolicy policy,
            JooqAuditTrail audit,
            SignInThrottle throttle,
            Outbox outbox,
            AccessLimits limits,
            Languages languages,
            OperatorSettings settings) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.hasher = hasher;
        this.policy = policy;
        this.audit = audit;
        this.setUpTokens = new SetUpTokens(jooq, clock);
        var reader = new OperatorReader(clock);
        boolean factorRequired = settings.secondFactorRequired();
        this.sessions = new JooqOperatorSessions(jooq, clock, ids, audit, reader, limits, factorRequired);
        this.devices = new OperatorDevices(clock);
        var notices = new OperatorNotices(outbox, clock, languages, settings);
        this.secrets = new FactorSecrets(jooq, settings.secrets());
        var totp = new Totp(clock);
        var recovery = new RecoveryCodeStore();
        var codes = new GivenCodes(jooq, clock, audit, throttle, notices, secrets, recovery, totp);
        this.signIn = new OperatorSignIn(jooq, clock, hasher, audit, sessions, throttle, devices, notices, codes);
        var enrolment = new TotpEnrolment(
                jooq, clock, ids, audit, sessions, signIn, notices, secrets, recovery, totp, settings.appName());
        this.factors = new JooqOperatorFactors(
                jooq,
                audit,
                sessions,
                signIn,
                reader,
                limits,
                notices,
                secrets,
                recovery,
                codes,
                enrolment,
                factorRequired);
        this.passwordChange = new OperatorPasswordChange(jooq, hasher, policy, audit, throttle, notices);
        this.tokens = new OperatorTokens(clock);
        var issuer = new LinkIssuer(clock, tokens, outbox, languages, settings);
        this.accounts = new JooqOperatorAccounts(jooq, clock, ids, audit, reader, limits, issuer);
        this.presets = new JooqPresets(jooq, clock, ids, audit, limits);
        this.links =
                new JooqOperatorLinks(jooq, hasher, policy, audit, throttle, reader, limits, tokens, issuer, notices);
    }

    @Override
    public Optional<OperatorLink.HandOver> issueResetLink(String operatorId, Actor actor) {
        return links.resetByHand(operatorId, requireNonNull(actor, "actor"));
    }

    @Override
    public OperatorAccounts accounts() {
        return accounts;
    }

    @Override
    public OperatorLinks links() {
        return links;
    }

    @Override
    public OperatorSessions sessions() {
        return sessions;
    }

    @Override
    public OperatorFactors factors() {
        return factors;
    }

    /**
     * Encrypts secrets with the current key that an earlier one encrypted.
     *
     * @throws dev.userdeck.error.ConfigurationException if there are some that no key opens
     */
    public void renewSecrets() {
        secrets.renew();
    }

    @Override
    public Presets presets() {
        return presets;
    }

    @Override
    public boolean exist() {
        return jooq.read(SetUpTokens::operatorsExist);
    }

    @Override
    public Optional<String> issueSetUpToken() {
        return setUpTokens.issue();
    }

    @Override
    public boolean setUpTokenPending() {
        return setUpTokens.isPending();
    }

    @Override
    public SetUpResult setUp(String token, NewOperator first, Actor actor) {
        requireNonNull(actor, "actor");
        if (exist()) {
            return new SetUpResult.AlreadyDone();
        }
        if (!setUpTokens.isGood(token)) {
            return new SetUpResult.TokenInvalid();
        }
        List<FieldError> errors = check(first);
        if (!errors.isEmpty()) {
            return new SetUpResult.Refused(errors);
        }
        String hash = hasher.hash(first.password());
        try {
            return jooq.write(db -> setUp(db, token, first, hash, actor));
        } catch (UniqueViolationException e) {
            return new SetUpResult.AlreadyDone();
        }
    }

    /** The row of the token decides: of two calls one deletes it, and the other finds an operator or no token. */
    private SetUpResult setUp(DSLContext db, String token, NewOperator first, String hash, Actor actor) {
        if (!setUpTokens.use(db, token)) {
            return SetUpTokens.operatorsExist(db) ? new SetUpResult.AlreadyDone() : new SetUpResult.TokenInvalid();
        }
        if (SetUpTokens.operatorsExist(db)) {
            return new SetUpResult.AlreadyDone();
        }
        Operator operator = insert(db, first, hash);
        audit.record(NewAuditEvent.of(OPERATOR_SET_UP, operator.actor().withClientOf(actor))
                .target(operator.id()));
        devices.note(db, operator.id(), actor.userAgent());
        return new SetUpResult.Done(new IssuedOperatorSession(operator, sessions.open(db, operator, actor)));
    }

    private List<FieldError> check(NewOperator first) {
        List<FieldError> errors = new ArrayList<>();
        EmailAddress.check("email", first.email()).ifPresent(errors::add);
        OperatorNames.check(first.name()).ifPresent(errors::add);
        errors.addAll(policy.check(first.password(), first.email()));
        return errors;
    }

    private Operator insert(DSLContext db, NewOperator first, String hash) {
        EmailAddress email = EmailAddress.parse(first.email()).orElseThrow();
        String name = PlainText.tidy(first.name());
        UdOperatorRecord row = db.newRecord(UD_OPERATOR);
        row.setId(ids.next());
        row.setEmail(email.display());
        row.setEmailKey(email.key());
        row.setName(name);
        row.setSortKey(OperatorNames.sortKey(name));
        row.setPasswordHash(hash);
        row.setPreset(Preset.OWNER.id());
        row.setTenantScope(OperatorReader.ALL);
        row.setStatus(OperatorReader.ACTIVE);
        row.setCreatedAt(clock.millis());
        row.setLastSignInAt(clock.millis());
        db.insertInto(UD_OPERATOR).set(row).execute();
        return new Operator(
                Operator.Kind.BUILT_IN,
                row.getId(),
                name,
                row.getEmail(),
                Preset.OWNER,
                Scope.all(),
                false,
                OperatorPreferences.NONE);
    }

    @Override
    public OperatorSignInResult signIn(String email, String password, Actor actor) {
        return signIn.signIn(email, password, requireNonNull(actor, "actor"));
    }

    @Override
    public Optional<OperatorSession> verify(@Nullable String token) {
        return sessions.verify(token);
    }

    @Override
    public Optional<Operator> find(String id) {
        return signIn.findActive(id).map(OperatorRow::operator);
    }

    @Override
    public ReauthenticationResult reauthenticate(
            OperatorSession session, String password, @Nullable String code, Actor actor) {
        return signIn.prove(session, password, code, requireNonNull(actor, "actor"));
    }

    @Override
    public boolean isFresh(Instant provedAt) {
        return Duration.between(provedAt, clock.instant()).abs().compareTo(FRESH_PROOF) < 0;
    }

    @Override
    public ChangePasswordResult changePassword(OperatorSession session, String current, String password, Actor actor) {
        return passwordChange.change(session, current, password, requireNonNull(actor, "actor"));
    }

    @Override
    public void signOut(@Nullable String token, Actor actor) {
        sessions.end(token, requireNonNull(actor, "actor"));
    }

    /**
     * Removes sessions and links that have ended of themselves, and browsers that were not used for long, in transactions of at most {@code batch} rows.
     *
     * @return how many rows went
     */
    public int sweep(int batch) {
        return sessions.sweep(batch) + tokens.sweep(jooq, batch) + devices.sweep(jooq, batch);
    }
}
