package dev.userdeck.dashboard;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.NotAnOperatorException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Tells who works in the dashboard, by the host's own login.
 *
 * <p>Asked once for each call of the dashboard's API, on the thread of the request, by many at once. What it throws is
 * logged and answered with 500, but for {@link NotAnOperatorException}; nobody enters then.
 */
@FunctionalInterface
@API(status = EXPERIMENTAL, since = "0.1")
public interface OperatorAuthenticator {

    /**
     * The operator behind a request, or empty when nobody is signed in: the dashboard then leads to the
     * {@linkplain DashboardServlet.Builder#signInPage(String) page to sign in}.
     *
     * @throws NotAnOperatorException if somebody is signed in who may not enter; the dashboard says so
     */
    Optional<Operator> authenticate(HttpServletRequest request);

    /**
     * Lets in whoever the container has signed in and holds {@code role}, for all tenants, and tells others that they are no
     * operators. The operator's id is the name of the principal.
     */
    static OperatorAuthenticator containerRole(String role, Preset preset) {
        requireNonNull(role, "role");
        requireNonNull(preset, "preset");
        return request -> {
            Principal principal = request.getUserPrincipal();
            if (principal == null) {
                return Optional.empty();
            }
            if (!request.isUserInRole(role)) {
                throw new NotAnOperatorException(principal.getName());
            }
            return Optional.of(Operator.of(principal.getName(), preset));
        };
    }
}
