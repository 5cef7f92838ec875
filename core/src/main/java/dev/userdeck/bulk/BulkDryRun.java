package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.CappedCount;
import dev.userdeck.tenant.TenantId;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a job would come to if it were started now, as found by looking at its users one by one; nothing was written. Each
 * user is judged alone, as things are: of two who can't both be deleted none is refused here.
 *
 * @param users how many users it is for
 * @param seen how many of them were looked at: all, or the first of them, at most {@link BulkJobs#MOST_SEEN}
 * @param unchanged for how many of those seen there is nothing to do, as they are so already; null if the action doesn't say
 * @param sessions how many sessions of those seen end by it
 * @param refused why it can't be done to some of those seen, the commonest reason first
 * @param already for an action that is done tenant by tenant, how many of those seen have it already in which; else empty
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BulkDryRun(
        CappedCount users,
        long seen,
        @Nullable Long unchanged,
        long sessions,
        List<Refusals> refused,
        Map<TenantId, Long> already) {
    /** Copies the collections. */
    public BulkDryRun {
        refused = List.copyOf(refused);
        already = Map.copyOf(already);
    }

    /**
     * Users to whom it can't be done for one reason.
     *
     * @param code the same word for the same reason
     * @param reason why, for people
     * @param users how many
     */
    public record Refusals(String code, String reason, long users) {}
}
