package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Decides who enters. */
public interface OperatorAuthentication {

    /** Who was let in. */
    interface Entry {
        /** The operator. */
        Operator operator();

        /**
         * Passes who has proved of late to be the operator, and who can't be asked.
         *
         * @throws dev.userdeck.http.spi.ProblemException for others; it says how to prove it
         */
        void requireFreshProof();
    }

    /**
     * Lets in the operator behind a request.
     *
     * @throws dev.userdeck.http.spi.ProblemException when there is none; it says how one gets in
     */
    Entry enter(HttpServletRequest request);

    /** Begins to work, before the first request. */
    default void open() {}

    /** Whether an operator signs in and out here, rather than with the host. */
    default boolean hasSignIn() {
        return false;
    }

    /** Whether programs may enter by API keys. */
    default boolean takesApiKeys() {
        return true;
    }

    /** The link by which the first operator signs up here; empty when there is one, or where none can be made. */
    default Optional<String> setUpLink() {
        return Optional.empty();
    }

    /** Routes for signing in and out. */
    default List<Route> routes() {
        return List.of();
    }
}
