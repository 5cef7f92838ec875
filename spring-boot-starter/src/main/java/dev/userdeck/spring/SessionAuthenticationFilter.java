package dev.userdeck.spring;

import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.session.Session;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Tells Spring Security who is signed in, as {@link SessionFilter} found. Whoever has signed in to Spring Security itself, as
 * operators do, stays that.
 */
final class SessionAuthenticationFilter implements Filter {
    private final UserAuthorities authorities;

    SessionAuthenticationFilter(UserAuthorities authorities) {
        this.authorities = authorities;
    }

    /** With each dispatch, as Spring Security forgets after each. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SessionFilter.session(request).ifPresent(this::authenticate);
        chain.doFilter(request, response);
    }

    private void authenticate(Session session) {
        SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();
        if (strategy.getContext().getAuthentication() == null) {
            SecurityContext context = strategy.createEmptyContext();
            context.setAuthentication(new SessionAuthentication(session, authorities));
            strategy.setContext(context);
        }
    }
}
