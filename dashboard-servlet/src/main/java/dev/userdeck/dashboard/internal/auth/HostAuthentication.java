package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/** Lets in whom the host's own login vouches for. */
public final class HostAuthentication implements OperatorAuthentication {
    private final Function<HttpServletRequest, Optional<Operator>> host;

    /** Asks the host. */
    public HostAuthentication(Function<HttpServletRequest, Optional<Operator>> host) {
        this.host = host;
    }

    @Override
    public Operator enter(HttpServletRequest request) {
        return host.apply(request)
                .orElseThrow(() -> Problem.of(ProblemType.SIGN_IN_REQUIRED)
                        .detail("Sign in to the app as someone who may enter the dashboard")
                        .with("authentication", "host")
                        .exception());
    }
}
