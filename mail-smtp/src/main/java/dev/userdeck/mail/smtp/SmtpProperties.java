package dev.userdeck.mail.smtp;

import dev.userdeck.mail.smtp.SmtpEmailSender.Protection;
import java.util.Properties;

/** The settings in the words of Jakarta Mail. */
final class SmtpProperties {
    private SmtpProperties() {}

    static Properties of(SmtpEmailSender.Builder settings, String helo, AnswerTimeout answers, boolean utf8Addresses) {
        String timeout = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.localhost", helo);
        properties.put("mail.smtp.auth", Boolean.toString(settings.hasLogin()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.mime.allowutf8", Boolean.toString(utf8Addresses));
        boolean startTls = settings.protection() == Protection.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.protection() == Protection.TLS));
        if (settings.protection() == Protection.TLS) {
            properties.put("mail.smtp.ssl.socketFactory", answers.encrypted(settings.trusting()));
        } else {
            properties.put("mail.smtp.socketFactory", answers.plain());
            properties.put("mail.smtp.ssl.socketFactory", settings.trusting());
        }
        properties.put("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }
}
