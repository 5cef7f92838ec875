package dev.userdeck.spring;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.security.web.SecurityFilterChain;

/** Tells Boot's own filter chains, which the app has said nothing about, from those of the app. */
final class DefaultChains {
    private static final String BOOT = "org.springframework.boot.";

    private DefaultChains() {}

    /** Whether the app has no chain of its own. One that can't be told counts as the app's. */
    static boolean areAll(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForType(SecurityFilterChain.class, true, false)) {
            if (!isOfBoot(beans, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfBoot(ConfigurableListableBeanFactory beans, String name) {
        if (!beans.containsBeanDefinition(name)
                || !(beans.getBeanDefinition(name) instanceof AnnotatedBeanDefinition definition)) {
            return false;
        }
        MethodMetadata method = definition.getFactoryMethodMetadata();
        return method != null && method.getDeclaringClassName().startsWith(BOOT);
    }
}
