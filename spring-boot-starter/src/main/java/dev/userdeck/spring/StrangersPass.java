package dev.userdeck.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** In the place of a default chain's last filter: lets through what Userdeck's servlets answer to strangers, and nothing else. */
final class StrangersPass extends AuthorizationFilter {
    private final OwnServlets servlets;
    private final AuthorizationFilter others;

    StrangersPass(OwnServlets servlets, AuthorizationFilter others) {
        super(others.getAuthorizationManager());
        this.servlets = servlets;
        this.others = others;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request instanceof HttpServletRequest http && servlets.answersStrangers(http)) {
            chain.doFilter(request, response);
        } else {
            others.doFilter(request, response, chain);
        }
    }
}
