package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A mail as of one read, without its words: they are kept only until it is sent, or no longer good.
 *
 * @param id its id
 * @param kind why it is sent
 * @param to the address
 * @param user whom it is about, null for no user
 * @param state what became of it
 * @param attempts how often it was tried
 * @param createdAt when it was asked for
 * @param nextAttemptAt when it is tried next; null unless waiting
 * @param settledAt when it was sent or given up; null while waiting
 * @param lastError why it failed or waits, in the sender's words, at most 1,000 characters; null when it was sent or
 *     never failed
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OutboxMessage(
        OutboxMessageId id,
        String kind,
        String to,
        @Nullable UserId user,
        OutboxMessageState state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        @Nullable String lastError) {}
