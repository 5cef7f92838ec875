/** Mail over SMTP. */
module dev.userdeck.mail.smtp {
    requires transitive dev.userdeck.core;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports dev.userdeck.mail.smtp;
}
