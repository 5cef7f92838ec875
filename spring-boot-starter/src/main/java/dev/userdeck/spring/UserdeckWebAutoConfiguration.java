package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.dashboard.OperatorAuthenticator;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.servlet.AuthServlet;
import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.servlet.SignUpCheck;
import dev.userdeck.spring.UserdeckProperties.Dashboard;
import dev.userdeck.spring.UserdeckProperties.SessionSettings;
import dev.userdeck.tenant.TenantId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servlets and the filter, mounted where the properties say. */
@AutoConfiguration(after = UserdeckAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Servlet.class)
class UserdeckWebAutoConfiguration {
    /** Before Spring Security's, which is at -100, and after what makes the request what it is: forwarded headers, encoding. */
    private static final int BEFORE_SPRING_SECURITY = -110;

    @Bean
    @ConditionalOnMissingBean
    SessionFilter userdeckSessionFilter(Userdeck userdeck, UserdeckProperties properties) {
        SessionSettings settings = properties.session();
        SessionFilter.Builder builder = SessionFilter.builder(userdeck)
                .requiredUnder(settings.requiredUnder().toArray(String[]::new));
        Settings.set(properties.auth().tenant(), tenant -> builder.tenant(new TenantId(tenant)));
        Settings.set(settings.cookieName(), builder::cookieName);
        Settings.set(settings.cookiePath(), builder::cookiePath);
        Settings.set(settings.signInPage(), builder::signInPage);
        if (settings.alwaysSecureCookie()) {
            builder.alwaysSecureCookie();
        }
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "userdeckSessionFilterRegistration")
    FilterRegistrationBean<SessionFilter> userdeckSessionFilterRegistration(SessionFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName("userdeckSessions");
        registration.addUrlPatterns("/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    /** Where the app says so: anybody may sign up there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("userdeck.auth.path")
    static class Auth {
        @Bean
        @ConditionalOnMissingBean
        AuthServlet userdeckAuthServlet(
                Userdeck userdeck, UserdeckProperties properties, ObjectProvider<SignUpCheck> check) {
            SessionSettings settings = properties.session();
            AuthServlet.Builder builder = AuthServlet.builder(userdeck)
                    .origins(properties.auth().origins().toArray(String[]::new));
            Settings.set(properties.auth().tenant(), tenant -> builder.tenant(new TenantId(tenant)));
            Settings.set(settings.cookieName(), builder::cookieName);
            Settings.set(settings.cookiePath(), builder::cookiePath);
            if (settings.alwaysSecureCookie()) {
                builder.alwaysSecureCookie();
            }
            check.ifAvailable(builder::signUpCheck); // of several none is chosen, and the app doesn't start
            return builder.build();
        }

        @Bean
        @ConditionalOnMissingBean(name = "userdeckAuthRegistration")
        ServletRegistrationBean<AuthServlet> userdeckAuthRegistration(
                AuthServlet servlet, UserdeckProperties properties) {
            return mounted(
                    servlet,
                    "userdeckAuth",
                    "userdeck.auth.path",
                    String.valueOf(properties.auth().path()));
        }
    }

    /** Nobody may enter until the properties, or a bean, say who. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "userdeck.dashboard.enabled", matchIfMissing = true)
    static class DashboardMount {
        @Bean
        @ConditionalOnMissingBean
        DashboardServlet userdeckDashboardServlet(
                Userdeck userdeck, UserdeckProperties properties, ObjectProvider<OperatorAuthenticator> operators) {
            Dashboard settings = properties.dashboard();
            DashboardServlet.Builder builder = DashboardServlet.builder(userdeck);
            settings.origins().forEach(builder::origin);
            Settings.set(settings.apiKeyRequestsPerMinute(), builder::apiKeyRequestsPerMinute);
            Settings.set(settings.maxImportSize(), size -> builder.maxImportBytes(size.toBytes()));
            Settings.set(settings.signUpPage(), builder::signUpPage);
            Settings.set(settings.language(), builder::language);
            if (settings.alwaysSecureCookie()) {
                builder.alwaysSecureCookie();
            }
            if (settings.allowInsecureHttp()) {
                builder.allowInsecureHttp();
            }
            letIn(settings, builder, operators);
            Settings.set(settings.operators().signInPage(), builder::signInPage);
            return builder.build();
        }

        private static void letIn(
                Dashboard settings, DashboardServlet.Builder builder, ObjectProvider<OperatorAuthenticator> operators) {
            boolean isByAuthority = !settings.operators().authority().isEmpty();
            if (settings.operators().builtIn()) {
                if (isByAuthority) {
                    throw new ConfigurationException("Operators are either userdeck.dashboard.operators.built-in,"
                            + " or have userdeck.dashboard.operators.authority");
                }
                builder.builtInOperators();
                Settings.set(settings.operators().logResetLink(), builder::logResetLink);
                return;
            }
            OperatorAuthenticator authenticator = operators.getIfUnique();
            if (authenticator != null) {
                builder.operators(authenticator);
            } else if (isByAuthority) {
                throw new ConfigurationException(
                        "userdeck.dashboard.operators.authority is of Spring Security, which isn't"
                                + " on the class path: add it, or a bean of OperatorAuthenticator");
            }
        }

        /** Loaded at once, so that the token of the first built-in operator is in the log. */
        @Bean
        @ConditionalOnMissingBean(name = "userdeckDashboardRegistration")
        ServletRegistrationBean<DashboardServlet> userdeckDashboardRegistration(
                DashboardServlet servlet, UserdeckProperties properties) {
            return mounted(
                    servlet,
                    "userdeckDashboard",
                    "userdeck.dashboard.path",
                    properties.dashboard().path());
        }
    }

    private static <T extends Servlet> ServletRegistrationBean<T> mounted(
            T servlet, String name, String property, String path) {
        var registration = new ServletRegistrationBean<>(servlet, Settings.mapping(property, path));
        registration.setName(name);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
