package dev.userdeck.mail.smtp;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.Email;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.apiguardian.api.API;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail over SMTP, a connection for each.
 *
 * <pre>{@code
 * EmailSender sender = SmtpEmailSender.to("smtp.example.org", 587)
 *         .login("shop", password)
 *         .from("no-reply@shop.example", "Shop")
 *         .build();
 * }</pre>
 *
 * <p>The connection is encrypted, by STARTTLS unless {@link Builder#tls} says otherwise, and the server has to prove its
 * name. What the server refuses for good (5xx) is a {@link MailRefusedException}; everything else, a refused login as well, a
 * {@link MailUnavailableException}. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SmtpEmailSender implements EmailSender {
    private final Builder settings;
    private final Session session;
    private final Session utf8Session;

    private SmtpEmailSender(Builder settings) {
        this.settings = settings;
        this.session = Session.getInstance(SmtpProperties.of(settings, false));
        this.utf8Session = Session.getInstance(SmtpProperties.of(settings, true));
    }

    /** Begins the configuration: the server, usually at port 587, or 465 with {@link Builder#tls}. */
    public static Builder to(String host, int port) {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A server has a name and a port from 1 to 65535: " + host + ":" + port);
        }
        return new Builder(host, port);
    }

    @Override
    public void send(Email email) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jakarta Mail finds its parts by it, and the background thread of a container may have another
        thread.setContextClassLoader(SmtpEmailSender.class.getClassLoader());
        try {
            deliver(email);
        } catch (MessagingException e) {
            throw SmtpFailure.of(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void deliver(Email email) throws MessagingException {
        boolean needsUtf8 = SmtpMessage.needsUtf8(email);
        Session chosen = needsUtf8 ? utf8Session : session;
        var message = new SmtpMessage(chosen, email, settings.from());
        var transport = (SMTPTransport) chosen.getTransport("smtp");
        try {
            transport.connect(settings.host, settings.port, settings.user, settings.password);
            if (needsUtf8 && !transport.supportsExtension("SMTPUTF8")) {
                throw new MailRefusedException(
                        "The mail server takes no address with letters beyond a to z before the @.", null);
            }
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** What was taken stays taken, so a goodbye that fails is no reason to send it again. */
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            return;
        }
    }

    @Override
    public String toString() {
        return "SmtpEmailSender[" + settings.host + ":" + settings.port + "]";
    }

    /** How the connection is protected. */
    enum Protection {
        STARTTLS,
        TLS,
        NONE
    }

    /** Collects the configuration. Not for use by several threads. */
    public static final class Builder {
        final String host;
        final int port;
        private @Nullable String user;
        private @Nullable String password;
        private @Nullable Sender from;
        private @Nullable SSLSocketFactory sockets;
        private Protection protection = Protection.STARTTLS;
        private Duration timeout = Duration.ofSeconds(20);

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** Turns encryption on after the greeting, and sends nothing if the server can't. The default. */
        public Builder startTls() {
            this.protection = Protection.STARTTLS;
            return this;
        }

        /** Encrypts from the first byte on, as servers expect at port 465. */
        public Builder tls() {
            this.protection = Protection.TLS;
            return this;
        }

        /** Doesn't encrypt: for a server on the same machine, or in a network where nobody can listen. */
        public Builder unencrypted() {
            this.protection = Protection.NONE;
            return this;
        }

        /** Signs in. Default: no login. */
        public Builder login(String newUser, String newPassword) {
            this.user = requireNonNull(newUser, "user");
            this.password = requireNonNull(newPassword, "password");
            return this;
        }

        /**
         * Who the mail is from.
         *
         * @throws IllegalArgumentException if it is no address
         */
        public Builder from(String address) {
            this.from = new Sender(address, null);
            return this;
        }

        /**
         * Who the mail is from, with the name that people see.
         *
         * @throws IllegalArgumentException if it is no address, or the name has control characters
         */
        public Builder from(String address, String name) {
            this.from = new Sender(address, requireNonNull(name, "name"));
            return this;
        }

        /** How long to wait for each answer of the server. Default: 20 seconds; at most 2 minutes. */
        public Builder timeout(Duration newTimeout) {
            if (newTimeout.isNegative() || newTimeout.isZero() || newTimeout.compareTo(Duration.ofMinutes(2)) > 0) {
                throw new IllegalArgumentException("timeout must be positive and at most 2 minutes: " + newTimeout);
            }
            this.timeout = newTimeout;
            return this;
        }

        /** Makes the encrypted connections, for servers whose certificate Java doesn't trust of itself. */
        public Builder socketFactory(SSLSocketFactory factory) {
            this.sockets = requireNonNull(factory, "factory");
            return this;
        }

        /**
         * The sender; nothing is connected before the first mail.
         *
         * @throws IllegalArgumentException if it isn't said who the mail is from
         */
        public SmtpEmailSender build() {
            from();
            return new SmtpEmailSender(copy());
        }

        /** Later changes of this one make no difference to a sender that was built. */
        private Builder copy() {
            var copy = new Builder(host, port);
            copy.user = user;
            copy.password = password;
            copy.from = from;
            copy.sockets = sockets;
            copy.protection = protection;
            copy.timeout = timeout;
            return copy;
        }

        Sender from() {
            if (from == null) {
                throw new IllegalArgumentException("Call from(…): mail needs someone to be from");
            }
            return from;
        }

        boolean hasLogin() {
            return user != null;
        }

        @Nullable
        SSLSocketFactory sockets() {
            return sockets;
        }

        Protection protection() {
            return protection;
        }

        Duration timeout() {
            return timeout;
        }
    }
}
