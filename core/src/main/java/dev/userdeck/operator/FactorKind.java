package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What a second factor is. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum FactorKind {
    /** An app that shows a new code of six digits every 30 seconds (RFC 6238). */
    TOTP
}
