package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_FACTOR_ADDED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_FACTOR;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.crypto.Base32;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdOperatorFactor;
import dev.userdeck.internal.jooq.tables.records.UdOperatorFactorRecord;
import dev.userdeck.internal.operator.OperatorNotices.Recipient;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.AddFactorResult;
import dev.userdeck.operator.BeginTotpResult;
import dev.userdeck.operator.FactorKind;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorFactors;
import dev.userdeck.operator.RecoveryCodes;
import dev.userdeck.operator.SignInStep;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.text.PlainText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Sets up apps that show codes. Until it is confirmed by a code, the secret lies encrypted in the session, and goes with it. */
final class TotpEnrolment {
    private static final UdOperatorFactor F = UD_OPERATOR_FACTOR;
    private static final long NEVER = -1;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final JooqAuditTrail audit;
    private final JooqOperatorSessions sessions;
    private final OperatorSignIn signIn;
    private final OperatorNotices notices;
    private final FactorSecrets secrets;
    private final RecoveryCodeStore recovery;
    private final Totp totp;
    private final String issuer;

    TotpEnrolment(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            JooqAuditTrail audit,
            JooqOperatorSessions sessions,
            OperatorSignIn signIn,
            OperatorNotices notices,
            FactorSecrets secrets,
            RecoveryCodeStore recovery,
            Totp totp,
            @Nullable String appName) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.sessions = sessions;
        this.signIn = signIn;
        this.notices = notices;
        this.secrets = secrets;
        this.recovery = recovery;
        this.totp = totp;
        // a colon ends the issuer in what apps read
        this.issuer = appName == null ? "Userdeck" : appName.replace(':', ' ');
    }

    BeginTotpResult begin(@Nullable String token) {
        Optional<FoundSession> session = session(token);
        if (session.isEmpty()) {
            return new BeginTotpResult.SessionEnded();
        }
        if (!secrets.canSeal()) {
            return new BeginTotpResult.NoSecretKey();
        }
        FoundSession found = session.get();
        Operator operator = found.operator();
        byte[] secret = totp.newSecret();
        String kept = secrets.seal(secret, operator.id(), found.id());
        return jooq.write(db -> {
            if (isFull(db, operator)) {
                return new BeginTotpResult.TooMany();
            }
            return sessions.keepNewFactor(db, found.id(), kept)
                    ? new BeginTotpResult.Begun(
                            Base32.encode(secret), Totp.uri(secret, issuer, requireNonNull(operator.email())))
                    : new BeginTotpResult.SessionEnded();
        });
    }

    /** One that may add a factor: all but those that take a code first. */
    private Optional<FoundSession> session(@Nullable String token) {
        return sessions.find(token).filter(it -> it.step() != SignInStep.GIVE_CODE);
    }

    private static boolean isFull(DSLContext db, Operator operator) {
        return db.fetchCount(F, F.OPERATOR_ID.eq(operator.id())) >= OperatorFactors.MAX_FACTORS;
    }

    AddFactorResult confirm(@Nullable String token, String name, String code, Actor client) {
        Optional<FoundSession> found = session(token);
        Optional<byte[]> secret =
                found.flatMap(it -> Optional.ofNullable(it.row().getNewFactor())
                        .flatMap(kept -> secrets.open(kept, it.operator().id(), it.id())));
        if (found.isEmpty() || secret.isEmpty()) {
            return new AddFactorResult.NotBegun();
        }
        var errors = new ArrayList<FieldError>();
        checkName(PlainText.tidy(name)).ifPresent(errors::add);
        OptionalLong step = totp.step(secret.get(), GivenCodes.tidy(code), NEVER);
        if (step.isEmpty()) {
            errors.add(new FieldError(
                    "code",
                    "code-wrong",
                    "This is not the code that the app shows now. If it is, the clock of the phone is wrong."));
        }
        if (!errors.isEmpty()) {
            return new AddFactorResult.Refused(errors);
        }
        return jooq.write(db -> add(db, found.get(), secret.get(), PlainText.tidy(name), step.getAsLong(), client));
    }

    static Optional<FieldError> checkName(String name) {
        if (name.isEmpty()) {
            return Optional.of(new FieldError("name", "name-missing", "A name is needed."));
        }
        int longest = F.NAME.getDataType().length();
        if (name.length() > longest) {
            return Optional.of(
                    new FieldError("name", "name-too-long", "It can have at most " + longest + " characters."));
        }
        return PlainText.problemOfLine("A name", name).map(problem -> new FieldError("name", "name-invalid", problem));
    }

    /** The session's row decides: of two who confirm at once, one finds the token. */
    private AddFactorResult add(
            DSLContext db, FoundSession session, byte[] secret, String name, long step, Actor client) {
        Operator operator = session.operator();
        Optional<String> token = isFull(db, operator) ? Optional.empty() : sessions.complete(db, session);
        if (token.isEmpty()) {
            return new AddFactorResult.NotBegun();
        }
        JooqOperatorSessions.endAll(db, operator.id(), session.id());
        UdOperatorFactorRecord row = insert(db, operator, secret, name, step);
        Actor actor = operator.actor().withClientOf(client);
        if (session.isPending()) {
            signIn.note(db, operator, client);
        }
        audit.record(OperatorEvents.about(OPERATOR_FACTOR_ADDED, actor, operator.id())
                .change("factor", null, name));
        notices.factorAdded(Recipient.of(operator), name, actor);
        Optional<RecoveryCodes> codes = recovery.left(db, operator.id()) > 0
                ? Optional.empty()
                : Optional.of(recovery.renew(db, operator.id()));
        return new AddFactorResult.Added(
                FactorRows.factor(row), codes, new IssuedOperatorSession(operator, token.get()));
    }

    private UdOperatorFactorRecord insert(DSLContext db, Operator operator, byte[] secret, String name, long step) {
        UdOperatorFactorRecord row = db.newRecord(F);
        row.setId(ids.next());
        row.setOperatorId(operator.id());
        row.setKind(ConstantNames.of(FactorKind.TOTP));
        row.setName(name);
        row.setSecret(secrets.seal(secret, operator.id(), row.getId()));
        row.setLastCounter(step);
        row.setCreatedAt(clock.millis());
        db.insertInto(F).set(row).execute();
        return row;
    }
}
