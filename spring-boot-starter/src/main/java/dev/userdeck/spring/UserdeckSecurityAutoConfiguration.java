package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.OperatorAuthenticator;
import dev.userdeck.recipe.userroles.UserRoles;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Operators by Spring Security's login, and users as who is signed in. */
@AutoConfiguration(after = UserdeckAutoConfiguration.class, before = UserdeckWebAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({HttpSecurity.class, SecurityFilterChain.class})
class UserdeckSecurityAutoConfiguration {

    /** Made while the chains are built, before the database is asked for: so Userdeck itself is looked up when it is needed. */
    @Bean
    SecurityParts userdeckSecurity(
            UserdeckProperties properties,
            ObjectProvider<UserAuthorities> authorities,
            ObjectProvider<Userdeck> userdeck,
            ConfigurableListableBeanFactory beans) {
        return new SecurityParts(
                new OwnServlets(properties.dashboard().operators().builtIn()),
                authorities.getIfAvailable(() -> session -> List.of()),
                new SessionLogout(userdeck),
                DefaultChains.areAll(beans));
    }

    @Bean
    @ConditionalOnMissingBean
    OperatorAuthenticator userdeckAuthorityOperators(UserdeckProperties properties) {
        return new AuthorityOperators(properties.dashboard().operators().authority());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(UserRoles.class)
    static class WithRoles {
        @Bean
        @ConditionalOnMissingBean
        UserAuthorities userdeckAuthorities(ObjectProvider<Userdeck> userdeck) {
            return new RoleAuthorities(userdeck);
        }
    }
}
