package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Operator;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A request as handlers get it: already authenticated, authorised, parsed and checked. Belongs to one call and one
 * thread.
 *
 * @param <B> the type of the body, {@code Void} when the route has none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Request<B> {

    /**
     * The body.
     *
     * @throws IllegalStateException if the route declares none
     */
    B body();

    /** The value of a parameter, or its fallback; null when an optional one without a fallback is absent. */
    <T> @Nullable T get(Parameter<T> parameter);

    /**
     * The value of a path parameter, or of a query parameter with a fallback.
     *
     * @throws IllegalStateException if it is absent
     */
    <T> T require(Parameter<T> parameter);

    /**
     * The user that {@code {userId}} of the path names, found within the operator's scope before the handler ran.
     *
     * @throws IllegalStateException if the path has no {@code {userId}}
     */
    User user();

    /**
     * Who asks, on routes for operators.
     *
     * @throws IllegalStateException on other routes
     */
    Operator operator();

    /** The tenants that the caller may see: the operator's, or the session's one. */
    Scope scope();

    /** The session of the end user who asks, if there is one; empty on routes for operators. */
    Optional<Session> session();

    /** Who asks and from which address, for the audit trail. */
    Actor actor();

    /** A header of the request. */
    Optional<String> header(String name);

    /**
     * Returns the version that a change was made of, for a check by who writes it: that of the one ETag in
     * {@code If-Match}, as {@link Response#etagOf} makes them, or as a server or proxy that compresses has passed it on. Where the
     * route {@linkplain Route#needsIfMatch needs If-Match}, the header is there.
     *
     * @return empty for anything else, which is the ETag of no version: answer {@link ProblemType#STALE}
     */
    default OptionalLong ifMatchVersion() {
        return IfMatch.version(header(IfMatch.NAME).orElse(""));
    }

    /** Whether a change was made of this version, which was read before: {@code If-Match} has its ETag, or is {@code *}. */
    default boolean ifMatches(long version) {
        return IfMatch.names(header(IfMatch.NAME).orElse(""), version);
    }
}
