package dev.userdeck.dashboard.internal.api;

import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantSummary;
import dev.userdeck.tenant.TenantUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tenants as sent and as received. */
final class TenantDocuments {
    private TenantDocuments() {}

    /** A tenant to be. */
    public record NewTenant(@Nullable String id, @Nullable String name) {}

    /** Another name. */
    public record Rename(@Nullable String name) {}

    /** One page of tenants. */
    public record TenantPage(
            List<TenantRow> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    /** A tenant; {@code methods} are the ways to sign in that are on. */
    public record TenantRow(
            String id, String name, Instant createdAt, List<SignInMethod> methods, CountDocument users) {}

    /** All that is drawn of one tenant; {@code sessions} is null for those who can't end them. */
    public record TenantRecord(TenantRow tenant, @Nullable CountDocument sessions) {}

    /** How many; if that is not exact, there are more. */
    public record CountDocument(long number, boolean exact) {
        static CountDocument of(CappedCount count) {
            return new CountDocument(count.number(), count.isExact());
        }
    }

    /** What goes with a tenant; {@code onlyHere} are the users of it who are in no other. */
    public record TenantDeletion(CountDocument users, CountDocument onlyHere, CountDocument sessions) {}

    /** Whether it is gone, and how many users this call has moved, deleted or taken out of it. */
    public record Progress(boolean deleted, int users) {}

    static TenantPage page(Page<TenantSummary> page) {
        return new TenantPage(
                page.items().stream()
                        .map(summary -> row(summary.tenant(), summary.users()))
                        .toList(),
                page.nextCursor(),
                page.previousCursor());
    }

    static TenantRow row(Tenant tenant, CappedCount users) {
        return new TenantRow(
                tenant.id().value(),
                tenant.name(),
                tenant.createdAt(),
                List.copyOf(tenant.methods()),
                CountDocument.of(users));
    }

    static TenantDeletion deletion(TenantUsage usage, CappedCount sessions) {
        return new TenantDeletion(
                CountDocument.of(usage.users()), CountDocument.of(usage.onlyHere()), CountDocument.of(sessions));
    }

    static Progress progress(DeleteTenantResult.Deleted deleted) {
        return new Progress(true, deleted.users());
    }

    static Progress progress(DeleteTenantResult.NotYet notYet) {
        return new Progress(false, notYet.users());
    }
}
