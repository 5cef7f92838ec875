package dev.userdeck.testkit;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mails that would have been sent, and fails when told to. Safe for use by several threads.
 *
 * <pre>{@code
 * var mailbox = new Mailbox();
 * Userdeck userdeck = Userdeck.builder().inMemory().maintenance(Maintenance.MANUAL).emailSender(mailbox).start();
 * …
 * userdeck.runMaintenance(); // sends what is due
 * String token = Mailbox.tokenIn(mailbox.last());
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Mailbox implements EmailSender {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final List<EmailMessage> mails = new ArrayList<>();
    private final List<OutboxMessageId> ids = new ArrayList<>();
    private int tries;
    private @Nullable Supplier<? extends RuntimeException> failure;

    /** Creates it, empty and working. */
    public Mailbox() {}

    @Override
    public synchronized void send(OutboxMessageId id, EmailMessage email) {
        tries++;
        ids.add(id);
        if (failure != null) {
            throw failure.get();
        }
        mails.add(email);
        notifyAll();
    }

    /** Throws this at each mail from now on. */
    public synchronized void failWith(Supplier<? extends RuntimeException> newFailure) {
        failure = newFailure;
    }

    /** Takes mails again. */
    public synchronized void recover() {
        failure = null;
    }

    /** How often a mail was handed in, taken or not. */
    public synchronized int tries() {
        return tries;
    }

    /** The id of each mail that was handed in, once for each try. */
    public synchronized List<OutboxMessageId> ids() {
        return List.copyOf(ids);
    }

    /** What was taken, in that order. */
    public synchronized List<EmailMessage> mails() {
        return List.copyOf(mails);
    }

    /** What was taken for one address. */
    public synchronized List<EmailMessage> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /**
     * What was taken last.
     *
     * @throws AssertionError if nothing was
     */
    public synchronized EmailMessage last() {
        if (mails.isEmpty()) {
            throw new AssertionError("No mail was sent");
        }
        return mails.get(mails.size() - 1);
    }

    /** Waits until so many mails were taken; false when it takes longer than {@code atMost}. */
    public synchronized boolean await(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (mails.size() < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    /** Forgets what was taken. */
    public synchronized void clear() {
        mails.clear();
        ids.clear();
    }

    /**
     * The first link in the plain text of a mail.
     *
     * @throws AssertionError if there is none
     */
    public static String linkIn(EmailMessage mail) {
        Matcher link = LINK.matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError("There is no link in this mail: " + mail.text());
        }
        return link.group();
    }

    /**
     * The token in the first link of a mail: what comes after {@code #token=}.
     *
     * @throws AssertionError if there is none
     */
    public static String tokenIn(EmailMessage mail) {
        String link = linkIn(mail);
        int start = link.indexOf("#token=");
        if (start < 0) {
            throw new AssertionError("There is no token in this link: " + link);
        }
        return link.substring(start + "#token=".length());
    }
}
