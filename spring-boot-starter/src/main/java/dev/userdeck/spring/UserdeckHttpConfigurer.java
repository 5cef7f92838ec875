package dev.userdeck.spring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * What Userdeck adds to each filter chain, Boot's and the app's own. Spring Security finds it in {@code spring.factories}: a
 * chain of ours would make Boot take back its own.
 */
final class UserdeckHttpConfigurer extends AbstractHttpConfigurer<UserdeckHttpConfigurer, HttpSecurity> {

    /** At the end of the configuration, when it is known what the app has switched off. */
    @Override
    public void init(HttpSecurity http) {
        ApplicationContext context = http.getSharedObject(ApplicationContext.class);
        ObjectProvider<SecurityParts> found = context.getBeanProvider(SecurityParts.class);
        found.ifAvailable(parts -> {
            leaveOutCsrf(http, parts.servlets());
            http.addFilterBefore(
                    new SessionAuthenticationFilter(parts.authorities()), AnonymousAuthenticationFilter.class);
            endSessionsWithLogout(http, parts.logout());
            if (parts.hasDefaultChains()) {
                letStrangersPass(http, parts.servlets());
            }
        });
    }

    @SuppressWarnings("unchecked") // asked for by its class
    private static void leaveOutCsrf(HttpSecurity http, OwnServlets servlets) {
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            csrf.ignoringRequestMatchers(servlets);
        }
    }

    @SuppressWarnings("unchecked") // asked for by its class
    private static void endSessionsWithLogout(HttpSecurity http, SessionLogout handler) {
        LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
        if (logout != null) {
            logout.addLogoutHandler(handler);
        }
    }

    @SuppressWarnings("unchecked") // asked for by its class
    private static void letStrangersPass(HttpSecurity http, OwnServlets servlets) {
        AuthorizeHttpRequestsConfigurer<HttpSecurity> authorize =
                http.getConfigurer(AuthorizeHttpRequestsConfigurer.class);
        if (authorize != null) {
            authorize.addObjectPostProcessor(new ObjectPostProcessor<AuthorizationFilter>() {
                @Override
                @SuppressWarnings("unchecked") // the configurer keeps it as what it is a subclass of
                public <O extends AuthorizationFilter> O postProcess(O filter) {
                    return (O) new StrangersPass(servlets, filter);
                }
            });
        }
    }
}
