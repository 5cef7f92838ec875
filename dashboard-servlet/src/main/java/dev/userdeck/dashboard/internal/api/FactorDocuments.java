package dev.userdeck.dashboard.internal.api;

import dev.userdeck.operator.FactorKind;
import dev.userdeck.operator.OperatorFactor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Second factors as sent. */
public final class FactorDocuments {
    private FactorDocuments() {}

    /**
     * What an operator has beside the password, and how many recovery codes remain; whether all need one, and whether any can be
     * added.
     */
    public record FactorList(List<FactorRow> factors, int recoveryCodesLeft, boolean required, boolean canAdd) {}

    /** A second factor, without its secret. */
    public record FactorRow(
            String id,
            FactorKind kind,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        public static FactorRow of(OperatorFactor factor) {
            return new FactorRow(factor.id(), factor.kind(), factor.name(), factor.createdAt(), factor.lastUsedAt());
        }
    }

    /** A secret in Base32 to be typed into an app, and all that the app needs, to be drawn as a QR code. */
    public record TotpSecret(String secret, String uri) {

        /** Tells nothing of it. */
        @Override
        public String toString() {
            return "TotpSecret[]";
        }
    }

    /** A factor that was added, and the recovery codes that came with the first one. */
    public record AddedFactor(FactorRow factor, List<String> recoveryCodes) {

        /** Tells none of the codes. */
        @Override
        public String toString() {
            return "AddedFactor[" + factor.id() + "]";
        }
    }

    /** Recovery codes, known only now. */
    public record RecoveryCodeList(List<String> codes) {

        /** Tells none of them. */
        @Override
        public String toString() {
            return "RecoveryCodeList[]";
        }
    }
}
