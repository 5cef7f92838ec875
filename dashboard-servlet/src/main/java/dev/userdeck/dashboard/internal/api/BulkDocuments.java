package dev.userdeck.dashboard.internal.api;

import dev.userdeck.bulk.BulkDryRun;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.dashboard.internal.api.TenantDocuments.CountDocument;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.Comparator;
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
     */
    public record StartBody(
            @Nullable List<String> users,
            @Nullable Boolean all,
            @Nullable String reason,
            @Nullable String until,
            @Nullable List<String> values,
            @Nullable Long count) {

        /** What starts such a job. */
        static StartBody example(String action) {
            var users = List.of("01a22d4a-9993-7000-a6f0-08dfb94c30db");
            return switch (action) {
                case NewBulkJob.SUSPEND ->
                    new StartBody(users, null, "Asked for a break", "2031-01-31T08:00:00Z", null, null);
                case NewBulkJob.DELETE -> new StartBody(users, null, null, null, null, 1L);
                case NewBulkJob.ACTIVATE, NewBulkJob.END_SESSIONS -> new StartBody(users, null, null, null, null, null);
                default -> new StartBody(users, null, null, null, List.of("refund-agent"), null);
            };
        }
    }

    /**
     * What a dry run is asked.
     *
     * @param action what the job would do
     * @param users whom; null with {@code all}
     * @param all true for all whom the request's parameters mean
     * @param values what was chosen so far for a recipe's action
     */
    public record DryRunBody(
            @Nullable String action,
            @Nullable List<String> users,
            @Nullable Boolean all,
            @Nullable List<String> values) {

        static DryRunBody example() {
            return new DryRunBody(NewBulkJob.SUSPEND, List.of("01a22d4a-9993-7000-a6f0-08dfb94c30db"), null, null);
        }
    }

    /**
     * What a job would come to.
     *
     * @param users how many it is for
     * @param seen how many of them were looked at; the other numbers are of these
     * @param unchanged for how many there is nothing to do; null if the action doesn't say
     * @param sessions how many sessions end
     * @param refused the commonest reason first
     * @param already for an action that is done tenant by tenant, who has it already where
     */
    public record DryRunDocument(
            CountDocument users,
            long seen,
            @Nullable Long unchanged,
            long sessions,
            List<RefusalsDocument> refused,
            List<AlreadyDocument> already) {

        static DryRunDocument of(BulkDryRun run) {
            return new DryRunDocument(
                    CountDocument.of(run.users()),
                    run.seen(),
                    run.unchanged(),
                    run.sessions(),
                    run.refused().stream()
                            .map(each -> new RefusalsDocument(each.code(), each.reason(), each.users()))
                            .toList(),
                    run.already().entrySet().stream()
                            .map(each -> new AlreadyDocument(each.getKey().value(), each.getValue()))
                            .sorted(Comparator.comparing(AlreadyDocument::tenant))
                            .toList());
        }
    }

    /** How many users it can't be done to for one reason. */
    public record RefusalsDocument(String code, String reason, long users) {}

    /** How many users have it already in a tenant. */
    public record AlreadyDocument(String tenant, long users) {}

    /**
     * What a job was started for.
     *
     * @param users how many were named; null for all who match
     * @param list parameters of {@code GET users} by which the list shows these users, or who matches now
     * @param values the reason and the end of a suspension; what was chosen for a recipe's action
     */
    public record RequestDocument(@Nullable Long users, Map<String, String> list, List<String> values) {

        static RequestDocument of(NewBulkJob job, Map<String, String> list) {
            Long named = job.selection() instanceof BulkSelection.Named some
                    ? Long.valueOf(some.users().size())
                    : null;
            return new RequestDocument(named, list, job.values());
        }
    }

    /** A job; in lists without the request. It is {@code changeable} when the operator may pause or cancel it now. */
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
            boolean changeable,
            @Nullable RequestDocument request) {

        static JobDocument of(BulkJob job, boolean changeable, @Nullable RequestDocument request) {
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
                    changeable && !job.state().isOver(),
                    request);
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
