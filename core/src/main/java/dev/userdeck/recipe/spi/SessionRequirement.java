package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.session.Session;
import dev.userdeck.session.UnmetRequirement;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Holds sessions back until something is done, such as verifying an email. Asked with every request of a session that is
 * good, on its thread, by many at once; so it should read no more than a row or two, by an index, and keep nothing in
 * memory that another node may change.
 *
 * <p>A session that is held back opens no page where one is required and is not told to the others; only
 * {@linkplain dev.userdeck.http.spi.Route.Builder#allowsHeldSessions() routes that help the user on} know it. What a requirement throws
 * refuses the request, too.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface SessionRequirement {
    /** Why the session may not be used yet; empty when it may. */
    Optional<UnmetRequirement> check(Session session);
}
