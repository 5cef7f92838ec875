package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The people that a route may be for. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Audience {
    /** Operators of the dashboard who hold the route's permission. */
    OPERATOR,
    /** End users with a good session. */
    USER,
    /** Anyone may call it, without signing in. */
    PUBLIC
}
