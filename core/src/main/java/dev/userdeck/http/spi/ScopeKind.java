package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** How a route deals with operators who may see some tenants only. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ScopeKind {
    /** About the whole app: operators of some tenants are refused. The default. */
    APP,
    /** The handler keeps to {@link Request#scope()} itself. */
    TENANTS,
    /** About one user, named {@code {userId}}, who is looked up within the scope before the handler runs. */
    ONE_USER
}
