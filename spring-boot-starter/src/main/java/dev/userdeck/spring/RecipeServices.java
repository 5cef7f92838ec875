package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.UserRoles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The services of the recipes that are on the class path, by their types. Lazy, as a recipe there need not run: who asks for
 * the service of one that doesn't is told how to add it.
 */
@Configuration(proxyBeanMethods = false)
class RecipeServices {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(EmailVerification.class)
    static class OfEmailVerification {
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        @Lazy
        EmailVerification userdeckEmailVerification(Userdeck userdeck) {
            return userdeck.recipe(EmailVerification.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(UserMetadata.class)
    static class OfUserMetadata {
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        @Lazy
        UserMetadata userdeckMetadata(Userdeck userdeck) {
            return userdeck.recipe(UserMetadata.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(UserRoles.class)
    static class OfUserRoles {
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        @Lazy
        UserRoles userdeckRoles(Userdeck userdeck) {
            return userdeck.recipe(UserRoles.class);
        }
    }
}
