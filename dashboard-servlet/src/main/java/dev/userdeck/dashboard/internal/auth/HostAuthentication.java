package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.NotAnOperatorException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Operators;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets in whom the host's own login vouches for. */
public final class HostAuthentication implements OperatorAuthentication {
    private static final ProblemType NOT_AN_OPERATOR =
            new ProblemType("not-an-operator", 403, "You may not enter this dashboard");

    private final Function<HttpServletRequest, Optional<Operator>> host;
    private final @Nullable Function<HttpServletRequest, Optional<Instant>> authenticationTime;
    private final @Nullable String signInPage;
    private final @Nullable String reauthenticationPage;
    private final Predicate<Instant> isFresh;

    /** Whom the host vouches for. */
    private record VouchedFor(Operator operator, Runnable proof) implements Entry {
        @Override
        public void requireFreshProof() {
            proof.run();
        }
    }

    /**
     * Asks the host.
     *
     * @param authenticationTime when the host last asked who it is; null where nobody can tell, and nobody is asked again
     * @param signInPage where to sign in, null for nobody knows
     * @param reauthenticationPage where to sign in once more, null for nobody knows
     * @param isFresh whether what was proved then counts now
     */
    public HostAuthentication(
            Function<HttpServletRequest, Optional<Operator>> host,
            @Nullable Function<HttpServletRequest, Optional<Instant>> authenticationTime,
            @Nullable String signInPage,
            @Nullable String reauthenticationPage,
            Predicate<Instant> isFresh) {
        this.host = host;
        this.authenticationTime = authenticationTime;
        this.signInPage = signInPage;
        this.reauthenticationPage = reauthenticationPage;
        this.isFresh = isFresh;
    }

    @Override
    public Entry enter(HttpServletRequest request) {
        try {
            return host.apply(request)
                    .map(operator -> new VouchedFor(operator, () -> requireFreshProof(request)))
                    .orElseThrow(() -> refused(Problem.of(ProblemType.SIGN_IN_REQUIRED)
                            .detail("Sign in to the app as someone who may enter the dashboard")));
        } catch (NotAnOperatorException e) {
            Problem problem =
                    Problem.of(NOT_AN_OPERATOR).detail("Who is signed in to the app is no operator of the dashboard");
            throw refused(e.name().map(name -> problem.with("name", name)).orElse(problem));
        }
    }

    private void requireFreshProof(HttpServletRequest request) {
        if (authenticationTime == null) {
            return;
        }
        if (authenticationTime.apply(request).filter(isFresh).isEmpty()) {
            throw leading(
                    reauthenticationPage,
                    Problem.of(ProblemType.FRESH_PROOF_REQUIRED)
                            .detail("Sign in to the app once more; that counts for " + Operators.FRESH_PROOF.toMinutes()
                                    + " minutes"));
        }
    }

    private ProblemException refused(Problem why) {
        return leading(signInPage, why);
    }

    private static ProblemException leading(@Nullable String page, Problem why) {
        Problem problem = why.with("authentication", "host");
        return page == null
                ? problem.exception()
                : problem.with("signInUrl", page).exception();
    }
}
