package dev.userdeck.spring;

import dev.userdeck.servlet.SignUpCheck;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** An app with paths of its own, and nothing said about filter chains. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@Import(Tickets.class)
class TicketsApp {
    @Bean
    SignUpCheck noRivals() {
        return (request, form) ->
                form.email().endsWith("@rival.example") ? Optional.of("Not for rivals.") : Optional.empty();
    }
}
