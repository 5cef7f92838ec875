package dev.userdeck.dashboard.internal.api;

import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.paging.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mails as sent: what became of them, never what they say. */
final class MailDocuments {
    private MailDocuments() {}

    /** One page of the mails about a user, newest first. */
    public record MailPage(
            List<MailRow> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    /**
     * A mail.
     *
     * @param settledAt when it was handed over or given up; absent while it waits
     * @param lastError why it failed or waits
     */
    public record MailRow(
            String id,
            String kind,
            Text label,
            String to,
            OutboxMessageState state,
            int attempts,
            Instant createdAt,
            @Nullable Instant settledAt,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError) {}

    static MailPage page(Page<OutboxMessage> page, MailKinds kinds) {
        return new MailPage(
                page.items().stream().map(mail -> row(mail, kinds)).toList(), page.nextCursor(), page.previousCursor());
    }

    private static MailRow row(OutboxMessage mail, MailKinds kinds) {
        return new MailRow(
                mail.id().value(),
                mail.kind(),
                kinds.of(mail.kind()),
                mail.to(),
                mail.state(),
                mail.attempts(),
                mail.createdAt(),
                mail.settledAt(),
                mail.nextAttemptAt(),
                mail.lastError());
    }
}
