package dev.userdeck.mail.smtp;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailDeferredException;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.apiguardian.api.API;
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
 * name. What the server has for good (5xx) against a recipient or what a mail says is a {@link MailRefusedException}, and for
 * now (4xx) a {@link MailDeferredException}; everything else, a login or a sender that it refuses as well, a
 * {@link MailUnavailableException}: no mail is to blame. All tries of a mail have one {@code Message-ID}, made of its
 * {@link OutboxMessageId}. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SmtpEmailSender implements EmailSender {
    private final Builder settings;

    private SmtpEmailSender(Builder settings) {
        this.settings = settings;
    }

    /** Begins the configuration: the server, usually at port 587, or 465 with {@link Builder#tls}. */
    public static Builder to(String host, int port) {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A server has a name and a port from 1 to 65535: " + host + ":" + port);
        }
        return new Builder(host, port);
    }

    @Override
    public void send(OutboxMessageId id, EmailMessage email) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jakarta Mail finds its parts by it, and the background thread of a container may have another
        thread.setContextClassLoader(SmtpEmailSender.class.getClassLoader());
        try {
            deliver(id, email);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void deliver(OutboxMessageId id, EmailMessage email) {
        boolean needsUtf8 = SmtpMessage.needsUtf8(email);
        var answers = new AnswerTimeout();
        Session session = Session.getInstance(SmtpProperties.of(settings, settings.helo(), answers, needsUtf8));
        var transport = new SmtpConnection(session, answers, settings.dataDoneTimeout());
        try {
            connect(transport);
            if (needsUtf8 && !transport.supportsExtension("SMTPUTF8")) {
                throw new MailRefusedException(
                        "The mail server takes no address with letters beyond a to z before the @.", null);
            }
            var message = new SmtpMessage(session, id, email, settings.from());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw SmtpFailure.ofMail(e);
        } finally {
            close(transport);
        }
    }

    private void connect(SmtpConnection transport) {
        try {
            transport.connect(settings.host, settings.port, settings.user, settings.password);
        } catch (MessagingException e) {
            throw SmtpFailure.ofServer(e);
        }
    }

    /** What was taken stays taken, so a goodbye that fails is no reason to send it again. */
    private static void close(SmtpConnection transport) {
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
        /** How long to wait for an answer unless {@link #timeout} says otherwise: 20 seconds. */
        public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

        /** How long {@link #timeout} is at most: 2 minutes. */
        public static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

        /**
         * How long to wait for the answer to the end of a mail unless {@link #dataDoneTimeout} says less: 10 minutes (RFC 5321,
         * 4.5.3.2.6).
         */
        public static final Duration DEFAULT_DATA_DONE_TIMEOUT = Duration.ofMinutes(10);

        final String host;
        final int port;
        private @Nullable String user;
        private @Nullable String password;
        private @Nullable Sender from;
        private @Nullable SSLSocketFactory sockets;
        private Protection protection = Protection.STARTTLS;
        private Duration timeout = DEFAULT_TIMEOUT;
        private Duration dataDoneTimeout = DEFAULT_DATA_DONE_TIMEOUT;
        private Supplier<String> helo = HostName::own;

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** Specifies that encryption is turned on after the greeting, and nothing is sent if the server can't. The default. */
        public Builder startTls() {
            this.protection = Protection.STARTTLS;
            return this;
        }

        /** Specifies encryption from the first byte on, as servers expect at port 465. Default: {@link #startTls}. */
        public Builder tls() {
            this.protection = Protection.TLS;
            return this;
        }

        /**
         * Specifies that nothing is encrypted: for a server on the same machine, or in a network where nobody can listen.
         * Default: {@link #startTls}.
         */
        public Builder unencrypted() {
            this.protection = Protection.NONE;
            return this;
        }

        /** Specifies the login at the server. Default: none. */
        public Builder login(String newUser, String newPassword) {
            this.user = requireNonNull(newUser, "user");
            this.password = requireNonNull(newPassword, "password");
            return this;
        }

        /**
         * Specifies who the mail is from. No default: {@link #build} fails without it.
         *
         * @throws IllegalArgumentException if it is no address, or has other letters than a to z before the @
         */
        public Builder from(String address) {
            this.from = new Sender(address, null);
            return this;
        }

        /**
         * Specifies who the mail is from, with the name that people see. No default: {@link #build} fails without a sender.
         *
         * @throws IllegalArgumentException if it is no address, or the name has control characters
         */
        public Builder from(String address, String name) {
            this.from = new Sender(address, requireNonNull(name, "name"));
            return this;
        }

        /**
         * Specifies how long to wait for each answer of the server but the last, see {@link #dataDoneTimeout}. Default:
         * {@link #DEFAULT_TIMEOUT}, 20 seconds.
         *
         * @param newTimeout more than zero, and at most {@link #MAX_TIMEOUT}, 2 minutes
         * @throws IllegalArgumentException if it is not
         */
        public Builder timeout(Duration newTimeout) {
            if (newTimeout.isNegative() || newTimeout.isZero() || newTimeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException("timeout must be positive and at most 2 minutes: " + newTimeout);
            }
            this.timeout = newTimeout;
            return this;
        }

        /**
         * Specifies how long to wait for the answer to the end of a mail, which servers look through before they take it.
         * Who gives up earlier sends a mail twice that the server has taken. Default: {@link #DEFAULT_DATA_DONE_TIMEOUT}, 10
         * minutes.
         *
         * @param newTimeout more than zero, and at most the default
         * @throws IllegalArgumentException if it is not
         */
        public Builder dataDoneTimeout(Duration newTimeout) {
            if (newTimeout.isNegative() || newTimeout.isZero() || newTimeout.compareTo(DEFAULT_DATA_DONE_TIMEOUT) > 0) {
                throw new IllegalArgumentException(
                        "dataDoneTimeout must be positive and at most 10 minutes: " + newTimeout);
            }
            this.dataDoneTimeout = newTimeout;
            return this;
        }

        /**
         * Specifies what to call this machine in {@code EHLO} (RFC 5321, 4.1.1.1). Default: its own name if that has a dot in it, else
         * its address in brackets. Many servers refuse mail from a machine that gives a name without a dot.
         *
         * @param name a full name such as {@code app.shop.example}, or an address such as {@code [203.0.113.7]}
         * @throws IllegalArgumentException if it is neither
         */
        public Builder helo(String name) {
            String checked = HostName.checked(name);
            this.helo = () -> checked;
            return this;
        }

        /**
         * Specifies what makes the encrypted connections, for servers whose certificate Java doesn't trust of itself. Default:
         * {@link SSLSocketFactory#getDefault}.
         */
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
            copy.dataDoneTimeout = dataDoneTimeout;
            copy.helo = helo;
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

        Protection protection() {
            return protection;
        }

        Duration timeout() {
            return timeout;
        }

        Duration dataDoneTimeout() {
            return dataDoneTimeout;
        }

        String helo() {
            return helo.get();
        }

        /** Makes the encrypted connections. */
        SSLSocketFactory trusting() {
            return sockets == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : sockets;
        }
    }
}
