package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nobody in: it was not said who may enter. */
public final class DenyAllAuthentication implements OperatorAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger("dev.userdeck.dashboard");
    private static final ProblemType NOBODY = new ProblemType("nobody", 403, "Nobody may enter this dashboard yet");
    private static final String WAY_OUT = "Say who may enter when the servlet is built:"
            + " DashboardServlet.builder(…).operators(…) for your own login, or .builtInOperators()";

    @Override
    public void open() {
        LOG.warn("Nobody may enter the dashboard. {}", WAY_OUT);
    }

    @Override
    public boolean takesApiKeys() {
        return false;
    }

    @Override
    public Entry enter(HttpServletRequest request) {
        throw Problem.of(NOBODY)
                .detail(WAY_OUT)
                .with("authentication", "nobody")
                .exception();
    }
}
