package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.NotAnOperatorException;
import dev.userdeck.operator.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets in whom the host's own login vouches for. */
public final class HostAuthentication implements OperatorAuthentication {
    private static final ProblemType NOT_AN_OPERATOR =
            new ProblemType("not-an-operator", 403, "You may not enter this dashboard");

    private final Function<HttpServletRequest, Optional<Operator>> host;
    private final @Nullable String signInPage;

    /**
     * Asks the host.
     *
     * @param signInPage where to sign in, null for nobody knows
     */
    public HostAuthentication(Function<HttpServletRequest, Optional<Operator>> host, @Nullable String signInPage) {
        this.host = host;
        this.signInPage = signInPage;
    }

    @Override
    public Operator enter(HttpServletRequest request) {
        try {
            return host.apply(request)
                    .orElseThrow(() -> refused(Problem.of(ProblemType.SIGN_IN_REQUIRED)
                            .detail("Sign in to the app as someone who may enter the dashboard")));
        } catch (NotAnOperatorException e) {
            Problem problem =
                    Problem.of(NOT_AN_OPERATOR).detail("Who is signed in to the app is no operator of the dashboard");
            throw refused(e.name().map(name -> problem.with("name", name)).orElse(problem));
        }
    }

    private ProblemException refused(Problem why) {
        Problem problem = why.with("authentication", "host");
        return signInPage == null
                ? problem.exception()
                : problem.with("signInUrl", signInPage).exception();
    }
}
