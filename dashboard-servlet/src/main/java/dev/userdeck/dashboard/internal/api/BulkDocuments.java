package dev.userdeck.dashboard.internal.api;

import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.dashboard.internal.api.TenantDocuments.CountDocument;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jobs as sent. */
final class BulkDocuments {
    private BulkDocuments() {}

    /**
     * What starts a job.
     *
     * @param users whom; null with {@code all}
     * @param all true for all whom the request's parameters mean
     * @param reason of a suspension
     * @param until when the suspension ends, in ISO 8601; null for never
     * @param values what was chosen for a recipe's action
     * @param count before a deletion: how many it is
     * @param password before a deletion: the operator's own, where operators sign in here
     */
    public record StartBody(
            @Nullable List<String> users,
            @Nullable Boolean all,
            @Nullable String reason,
            @Nullable String until,
            @Nullable List<String> values,
            @Nullable Long count,
            @Nullable String password) {

        /** What starts such a job. */
        static StartBody example(String action) {
            var users = List.of("01a22d4a-9993-7000-a6f0-08dfb94c30db");
            return switch (action) {
                case NewBulkJob.SUSPEND ->
                    new StartBody(users, null, "Asked for a break", "2031-01-31T08:00:00Z", null, null, null);
                case NewBulkJob.DELETE ->
                    new StartBody(users, null, null, null, null, 1L, "violet kettle on the 9th shelf");
                case NewBulkJob.ACTIVATE, NewBulkJob.END_SESSIONS ->
                    new StartBody(users, null, null, null, null, null, null);
                default -> new StartBody(users, null, null, null, List.of("refund-agent"), null, null);
            };
        }

        /** Tells nothing of the password. */
        @Override
        public String toString() {
            return "StartBody[]";
        }
    }

    /** A job; {@code changeable} when the operator may pause or cancel it now. */
    public record JobDocument(
            String id,
            String action,
            String operator,
            BulkJobState state,
            CountDocument expected,
            long done,
            long unchanged,
            long refused,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant endedAt,
            boolean changeable) {

        static JobDocument of(BulkJob job, boolean changeable) {
            return new JobDocument(
                    job.id().value(),
                    job.action(),
                    job.operatorName(),
                    job.state(),
                    CountDocument.of(job.expected()),
                    job.done(),
                    job.unchanged(),
                    job.refused(),
                    job.reason(),
                    job.createdAt(),
                    job.endedAt(),
                    changeable && !job.state().isOver());
        }
    }

    /** One page of jobs, the newest first. */
    public record JobPage(
            List<JobDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    /** A user to whom it couldn't be done; without a name when the user is gone or has none. */
    public record RefusalDocument(String user, @Nullable String name, String code, String reason) {

        static RefusalDocument of(BulkRefusal refusal, Map<UserId, DisplayName> names) {
            DisplayName name = names.get(refusal.user());
            return new RefusalDocument(
                    refusal.user().value(), name == null ? null : name.text(), refusal.code(), refusal.reason());
        }
    }

    /** One page of refusals. */
    public record RefusalPage(
            List<RefusalDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}
}
