package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says to Actuator whether the tables answer. Health moved with Boot 4, so each line has a class that the other doesn't load. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class OfBoot3 {
        @Bean
        @ConditionalOnMissingBean(name = "userdeckHealthIndicator")
        @ConditionalOnEnabledHealthIndicator("userdeck")
        Boot3Health userdeckHealthIndicator(Userdeck userdeck) {
            return new Boot3Health(userdeck);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class OfBoot4 {
        @Bean
        @ConditionalOnMissingBean(name = "userdeckHealthIndicator")
        @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("userdeck")
        Boot4Health userdeckHealthIndicator(Userdeck userdeck) {
            return new Boot4Health(userdeck);
        }
    }
}
