package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Says that what concerns a whole user was to be done within a scope of some of the user's tenants. Nothing was
 * written. It takes someone who looks after all of them.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class PartlyOutOfScopeException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    public PartlyOutOfScopeException() {
        super("The user is in tenants outside of the scope, too: it takes a scope that covers all of them");
    }

    @Override
    public String code() {
        return "partly-out-of-scope";
    }
}
