package dev.userdeck.spring;

import dev.userdeck.mail.spi.EmailSender;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Mail goes out by the app's own sender, once the app says who it is from. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({JavaMailSender.class, MimeMessage.class})
class JavaMailConfiguration {

    @Bean
    @ConditionalOnBean(JavaMailSender.class)
    @ConditionalOnMissingBean(EmailSender.class)
    @ConditionalOnProperty(prefix = "userdeck.mail", name = "from")
    @ConditionalOnProperty(prefix = "userdeck.mail", name = "log-links", havingValue = "false", matchIfMissing = true)
    EmailSender userdeckEmailSender(JavaMailSender sender, UserdeckProperties properties) {
        return new JavaMailEmailSender(
                sender, Objects.requireNonNull(properties.mail().from()));
    }
}
