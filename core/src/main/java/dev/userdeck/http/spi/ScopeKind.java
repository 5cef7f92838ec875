package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The ways in which a route deals with operators who may see some tenants only. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ScopeKind {
    /** About the whole app: operators of some tenants are refused. The default. */
    APP,
    /** The handler keeps to {@link Request#scope()} itself. */
    TENANTS,
    /**
     * About one whole user, named {@code {userId}}, who is looked up within the scope before the handler runs. What isn't a GET
     * takes an operator for all of the user's tenants, see {@link dev.userdeck.user.Users#withWholeUser}; others get 409
     * {@code conflict} with the reason {@code partly-out-of-scope}.
     */
    ONE_USER,
    /**
     * About one user, who is looked up in the same way; but what is done concerns some tenant of the user's alone, and the
     * handler keeps to {@link Request#scope()} itself.
     */
    USER_IN_TENANTS;

    /** Whether the path names a user, who is looked up before the handler runs. */
    public boolean isOfUser() {
        return this == ONE_USER || this == USER_IN_TENANTS;
    }
}
