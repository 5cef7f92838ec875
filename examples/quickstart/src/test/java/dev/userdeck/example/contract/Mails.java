package dev.userdeck.example.contract;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailRefusedException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the tokens of the links in the mails, and then refuses them, so that there are some to be sent again. */
final class Mails implements EmailSender {
    private static final Pattern LINK = Pattern.compile("/([a-z]+)\\.html#token=([A-Za-z0-9_-]+)");

    private static final Pattern INVITATION = Pattern.compile("/invite#([A-Za-z0-9_-]+)");

    private final Map<String, CompletableFuture<String>> latest = new ConcurrentHashMap<>();

    @Override
    public void send(OutboxMessageId id, EmailMessage email) {
        Matcher link = LINK.matcher(email.text());
        if (link.find()) {
            CompletableFuture<String> token = of(link.group(1));
            if (!token.complete(link.group(2))) {
                token.obtrudeValue(link.group(2));
            }
        }
        Matcher invitation = INVITATION.matcher(email.text());
        if (invitation.find()) {
            of(email.to()).complete(invitation.group(1));
        }
        throw new MailRefusedException("550 nobody of this name", null);
    }

    /** The latest that led to this page; the first is waited for. */
    String token(String page) {
        return of(page).orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** The first by which an operator with this address comes in. */
    String invitation(String address) {
        return token(address);
    }

    private CompletableFuture<String> of(String page) {
        return latest.computeIfAbsent(page, any -> new CompletableFuture<>());
    }
}
