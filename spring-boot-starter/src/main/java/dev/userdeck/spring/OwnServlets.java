package dev.userdeck.spring;

import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.servlet.AuthServlet;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Knows the requests that the container will hand to a servlet of Userdeck's. It asks the container itself, which has chosen
 * the servlet before the first filter runs: no path is compared, so none can be written so that it looks like one of ours.
 */
final class OwnServlets implements RequestMatcher {
    private static final String AUTH = AuthServlet.class.getName();
    private static final String DASHBOARD = DashboardServlet.class.getName();

    private final boolean hasBuiltInOperators;

    OwnServlets(boolean hasBuiltInOperators) {
        this.hasBuiltInOperators = hasBuiltInOperators;
    }

    /** These check by themselves that a change comes from the app's own pages. */
    @Override
    public boolean matches(HttpServletRequest request) {
        String servlet = servletClass(request);
        return AUTH.equals(servlet) || DASHBOARD.equals(servlet);
    }

    /**
     * Whether the servlet itself knows what a stranger may do: sign up and in, and get the dashboard's 401. The pages of a
     * dashboard behind the app's login aren't among them, so that a stranger is sent to that login.
     */
    boolean answersStrangers(HttpServletRequest request) {
        String servlet = servletClass(request);
        return AUTH.equals(servlet) || (DASHBOARD.equals(servlet) && (hasBuiltInOperators || isApi(request)));
    }

    private static boolean isApi(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path != null && path.startsWith("/api/");
    }

    private static @Nullable String servletClass(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        if (mapping == null || mapping.getServletName() == null) {
            return null;
        }
        ServletRegistration registration = request.getServletContext().getServletRegistration(mapping.getServletName());
        return registration == null ? null : registration.getClassName();
    }

    @Override
    public String toString() {
        return "Userdeck's servlets";
    }
}
