package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.net.URI;
import org.apiguardian.api.API;

/** Outcome of {@link OperatorFactors#beginTotp}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface BeginTotpResult {

    /**
     * There is a secret for the app of the operator.
     *
     * @param secret in Base32, to be typed
     * @param uri the same with all that the app needs, to be drawn as a QR code; it is a secret, too
     */
    record Begun(String secret, URI uri) implements BeginTotpResult {

        /** Tells nothing of the secret. */
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /** The builder was given no {@code secretKey(…)}, so none can be kept. */
    record NoSecretKey() implements BeginTotpResult {}

    /** The operator has {@value OperatorFactors#MAX_FACTORS} already. */
    record TooMany() implements BeginTotpResult {}

    /** The session has ended, or takes a code first. */
    record SessionEnded() implements BeginTotpResult {}
}
