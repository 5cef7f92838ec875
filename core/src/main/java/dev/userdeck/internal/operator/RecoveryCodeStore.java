package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_RECOVERY_CODE;
import static java.util.Locale.ROOT;

import dev.userdeck.internal.crypto.Base32;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.jooq.tables.UdOperatorRecoveryCode;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.RecoveryCodes;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recovery codes: 80 random bits, of which the database has the hash until they are used. */
final class RecoveryCodeStore {
    private static final UdOperatorRecoveryCode C = UD_OPERATOR_RECOVERY_CODE;
    private static final int BYTES = 10;
    private static final Pattern IN_FOURS = Pattern.compile(".{4}(?!$)");
    private static final Pattern CODE = Pattern.compile("[a-z2-7]{16}");

    private final SecureRandom random = new SecureRandom();

    /** Makes them, and those before void. */
    RecoveryCodes renew(DSLContext db, String operatorId) {
        forget(db, operatorId);
        var codes = new RecoveryCodes(
                Stream.generate(this::code).limit(RecoveryCodes.COUNT).toList());
        for (String code : codes.codes()) {
            db.insertInto(C, C.OPERATOR_ID, C.CODE_HASH)
                    .values(operatorId, hash(operatorId, code.replace("-", "")))
                    .execute();
        }
        return codes;
    }

    private String code() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return IN_FOURS.matcher(Base32.encode(bytes).toLowerCase(ROOT)).replaceAll("$0-");
    }

    /** Uses one up; false if it is none, or another call was faster. */
    boolean use(DSLContext db, String operatorId, String code) {
        return CODE.matcher(code).matches()
                && db.deleteFrom(C)
                                .where(C.OPERATOR_ID.eq(operatorId))
                                .and(C.CODE_HASH.eq(hash(operatorId, code)))
                                .execute()
                        == 1;
    }

    int left(DSLContext db, String operatorId) {
        return db.fetchCount(C, C.OPERATOR_ID.eq(operatorId));
    }

    void forget(DSLContext db, String operatorId) {
        db.deleteFrom(C).where(C.OPERATOR_ID.eq(operatorId)).execute();
    }

    private static String hash(String operatorId, String code) {
        return Secrets.sha256(operatorId + " " + code);
    }
}
