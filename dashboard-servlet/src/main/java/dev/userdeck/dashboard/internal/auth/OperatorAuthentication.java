package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides who enters. */
public interface OperatorAuthentication {

    /**
     * The operator behind a request.
     *
     * @throws dev.userdeck.http.spi.ProblemException when there is none; it says how one gets in
     */
    Operator enter(HttpServletRequest request);

    /** Begins to work, before the first request. */
    default void open() {}

    /** Whether an operator signs in and out here, rather than with the host. */
    default boolean hasSignIn() {
        return false;
    }

    /** The link by which the first operator signs up here; empty when there is one, or where none can be made. */
    default Optional<String> setUpLink() {
        return Optional.empty();
    }

    /**
     * Asks once more who it is, before something that can't be undone. Without a sign-in here there is nothing to ask for.
     *
     * @param password null when none was sent
     * @throws dev.userdeck.http.spi.ProblemException when it isn't this operator's
     */
    default void reauthenticate(Operator operator, @Nullable String password, Actor actor) {}

    /**
     * Routes for signing in and out.
     *
     * @param capabilities what a new operator is answered with
     */
    default List<Route> routes(Function<Operator, CapabilitiesDocument> capabilities) {
        return List.of();
    }
}
