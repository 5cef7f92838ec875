package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.SignInStep;
import dev.userdeck.servlet.internal.RoutedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Which of the tokens that came along is good, and for what. */
final class SessionTokens {
    private final Operators operators;
    private final OperatorCookie cookie;
    private final BooleanSupplier someoneExists;

    /** A token, and the session that it opens. */
    private record Opened(String token, OperatorSession session) {}

    SessionTokens(Operators operators, OperatorCookie cookie, BooleanSupplier someoneExists) {
        this.operators = operators;
        this.cookie = cookie;
        this.someoneExists = someoneExists;
    }

    /** The session of who is in. */
    Optional<OperatorSession> session(HttpServletRequest request) {
        return opened(request).map(Opened::session);
    }

    private Optional<Opened> opened(HttpServletRequest request) {
        for (String token : cookie.tokens(request)) {
            Optional<OperatorSession> session = operators.verify(token);
            if (session.isPresent()) {
                return session.map(it -> new Opened(token, it));
            }
        }
        return Optional.empty();
    }

    /** The token of the operator who asks: a program that asks by a key has none, whatever cookie comes along. */
    String own(Request<?> request) {
        return ownOpened(request).token();
    }

    /** The session of the operator who asks, likewise. */
    OperatorSession ownSession(Request<?> request) {
        return ownOpened(request).session();
    }

    private Opened ownOpened(Request<?> request) {
        HttpServletRequest http = RoutedRequest.http(request);
        return opened(http)
                .filter(it ->
                        it.session().operator().id().equals(request.operator().id()))
                .orElseThrow(() -> signInRequired(http));
    }

    /** The token of who gave the password and lacks this. */
    Optional<String> pending(HttpServletRequest request, SignInStep step) {
        return cookie.tokens(request).stream()
                .filter(token -> operators
                        .factors()
                        .pending(token)
                        .filter(it -> it.step() == step)
                        .isPresent())
                .findFirst();
    }

    /** The token of who may add a second factor: who is in, or lacks nothing else. */
    Optional<String> adding(HttpServletRequest request) {
        return opened(request).map(Opened::token).or(() -> pending(request, SignInStep.ADD_FACTOR));
    }

    /** 401; it says how one gets in. */
    ProblemException signInRequired(HttpServletRequest request) {
        return Problem.of(ProblemType.SIGN_IN_REQUIRED)
                .with("authentication", nextStep(request))
                .exception();
    }

    private String nextStep(HttpServletRequest request) {
        return cookie.tokens(request).stream()
                .flatMap(token -> operators.factors().pending(token).stream())
                .map(pending -> name(pending.step()))
                .findFirst()
                .orElseGet(() -> someoneExists.getAsBoolean() ? "sign-in" : "setup");
    }

    private static String name(SignInStep step) {
        return switch (step) {
            case GIVE_CODE -> "give-code";
            case ADD_FACTOR -> "add-factor";
        };
    }
}
