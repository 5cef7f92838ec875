package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_FACTOR;
import static java.util.Objects.requireNonNull;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.crypto.SecretBox;
import dev.userdeck.internal.jooq.tables.UdOperatorFactor;
import dev.userdeck.internal.jooq.tables.records.UdOperatorFactorRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secrets of factors, encrypted with the host's key: each for its operator and its row. */
final class FactorSecrets {
    private static final UdOperatorFactor F = UD_OPERATOR_FACTOR;
    private static final String WAY_OUT =
            " If it is lost, delete the rows of ud_operator_factor and ud_operator_recovery_code: those operators then sign in with"
                    + " the password alone, and add a second factor anew.";

    private final JooqDatabase jooq;
    private final @Nullable SecretBox box;

    FactorSecrets(JooqDatabase jooq, @Nullable SecretBox box) {
        this.jooq = jooq;
        this.box = box;
    }

    boolean canSeal() {
        return box != null;
    }

    String seal(byte[] secret, String operatorId, String rowId) {
        return requireNonNull(box, "box").seal(secret, purpose(operatorId, rowId));
    }

    /** Empty where the key is missing, as on a node that was started before it was given. */
    Optional<byte[]> open(String encrypted, String operatorId, String rowId) {
        return box == null ? Optional.empty() : box.open(encrypted, purpose(operatorId, rowId));
    }

    private static String purpose(String operatorId, String rowId) {
        return "operator-factor " + operatorId + " " + rowId;
    }

    /**
     * Encrypts with the current key what an earlier one did.
     *
     * @throws ConfigurationException if there is something that none of the keys opens
     */
    void renew() {
        List<UdOperatorFactorRecord> others = jooq.read(db -> db.selectFrom(F)
                .where(box == null ? F.ID.isNotNull() : F.SECRET.notLike(box.currentPrefix() + "%"))
                .fetch());
        if (others.isEmpty()) {
            return;
        }
        if (box == null) {
            throw new ConfigurationException(
                    "Operators have a second factor, and its secret is encrypted: give the builder the key by secretKey(…)."
                            + WAY_OUT);
        }
        jooq.<@Nullable Void>write(db -> {
            others.forEach(row -> renew(db, row));
            return null;
        });
    }

    private void renew(DSLContext db, UdOperatorFactorRecord row) {
        byte[] secret = open(row.getSecret(), row.getOperatorId(), row.getId())
                .orElseThrow(() -> new ConfigurationException(
                        "None of the keys of secretKey(…) opens the second factor " + row.getId()
                                + ": add the key that it was encrypted with, as an earlier one." + WAY_OUT));
        db.update(F)
                .set(F.SECRET, seal(secret, row.getOperatorId(), row.getId()))
                .where(F.ID.eq(row.getId()))
                .and(F.SECRET.eq(row.getSecret()))
                .execute();
    }
}
