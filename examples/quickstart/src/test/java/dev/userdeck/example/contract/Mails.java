package dev.userdeck.example.contract;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailRefusedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the tokens of the links in the mails, and then refuses them, so that there are some to be sent again. */
final class Mails implements EmailSender {
    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]{20,})");
    private static final int LATEST = 8;

    private final List<String> tokens = new CopyOnWriteArrayList<>();

    @Override
    public void send(OutboxMessageId id, EmailMessage email) {
        Matcher token = TOKEN.matcher(email.text());
        if (token.find()) {
            tokens.add(0, token.group(1));
        }
        throw new MailRefusedException("550 nobody of this name", null);
    }

    /** The latest. */
    List<String> tokens() {
        return tokens.stream().limit(LATEST).toList();
    }
}
