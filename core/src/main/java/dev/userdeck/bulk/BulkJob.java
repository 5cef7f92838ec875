package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.CappedCount;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stood at one moment.
 *
 * @param id a UUID; audit events of what it did carry it as the change {@code job}
 * @param action what it does: {@code suspend}, {@code activate}, {@code end-sessions}, {@code delete}, or a recipe's as in
 *     {@code userroles.assign}
 * @param operatorId who started it
 * @param operatorName what people see of who started it
 * @param state how it stands
 * @param expected how many users it was to reach when it was started
 * @param done to how many users it was done
 * @param unchanged for how many there was nothing to do
 * @param refused to how many it couldn't be done; {@link BulkJobs#refusals} lists them
 * @param reason why it stopped by itself, for people; null if it didn't
 * @param createdAt when it was started; who joined later is left out
 * @param endedAt when it was over, null if it isn't
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BulkJob(
        BulkJobId id,
        String action,
        String operatorId,
        String operatorName,
        BulkJobState state,
        CappedCount expected,
        long done,
        long unchanged,
        long refused,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant endedAt) {}
