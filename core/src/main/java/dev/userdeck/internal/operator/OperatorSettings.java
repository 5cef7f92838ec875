package dev.userdeck.internal.operator;

import dev.userdeck.internal.crypto.SecretBox;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the builder was told about operators.
 *
 * @param dashboard where they open the dashboard, with a slash at its end; null when not known
 * @param invitationLifetime how long an invitation is good
 * @param secondFactorRequired whether each needs a second factor
 * @param secrets what encrypts the secrets of second factors; null where there is no key
 * @param appName what the app is called, null when not known
 */
public record OperatorSettings(
        @Nullable URI dashboard,
        Duration invitationLifetime,
        boolean secondFactorRequired,
        @Nullable SecretBox secrets,
        @Nullable String appName) {}
