package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** How a key stands. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ApiKeyStatus {
    /** It lets its program in. */
    ACTIVE,
    /** Its time is over; rotating it begins a new one. */
    EXPIRED,
    /** Somebody ended it, for good. */
    REVOKED
}
