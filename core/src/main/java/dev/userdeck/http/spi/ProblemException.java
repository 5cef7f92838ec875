package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import org.apiguardian.api.API;

/** Ends a handler with a {@link Problem} as the answer. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ProblemException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type().title());
        this.problem = problem;
    }

    /** Returns the problem that the request is answered with. */
    public Problem problem() {
        return problem;
    }

    @Override
    public String code() {
        return problem.type().slug();
    }
}
