package dev.userdeck.dashboard.internal.api;

import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.PresetDocument;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorAccounts;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Built-in operators as sent and as received. */
final class OperatorDocuments {
    private OperatorDocuments() {}

    /** Somebody to be invited; either all tenants or some. */
    public record NewOperatorInvitation(
            @Nullable String email,
            @Nullable String preset,
            @Nullable Boolean allTenants,
            @Nullable List<String> tenants) {

        /** Copies the list, which has no null in it. */
        public NewOperatorInvitation {
            tenants = tenants == null ? null : List.copyOf(tenants);
        }
    }

    /** What an operator is to hold, by the id of a preset; either in all tenants or in some. */
    public record NewAccess(
            @Nullable String preset,
            @Nullable Boolean allTenants,
            @Nullable List<String> tenants) {

        /** Copies the list, which has no null in it. */
        public NewAccess {
            tenants = tenants == null ? null : List.copyOf(tenants);
        }
    }

    /** One page of operators, and how many there are on all pages. */
    public record OperatorPage(
            List<OperatorRow> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            long count) {}

    /**
     * An operator; without a name until the invitation is accepted. Who has neither all tenants nor some of them is kept out, as
     * theirs were deleted. {@code mayChange} tells whether who asks holds all that this operator does.
     */
    public record OperatorRow(
            String id,
            String email,
            @Nullable String name,
            OperatorStatus status,
            PresetDocument preset,
            boolean allTenants,
            List<String> tenants,
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            @Nullable Instant linkExpiresAt,
            boolean lastOwner,
            boolean secondFactor,
            boolean mayChange) {

        static OperatorRow of(OperatorAccount account, boolean mayChange) {
            Scope scope = account.scope();
            return new OperatorRow(
                    account.id(),
                    account.email(),
                    account.name(),
                    account.status(),
                    PresetDocument.of(account.preset()),
                    Scope.all().equals(scope),
                    scope instanceof Scope.Only only
                            ? only.tenants().stream()
                                    .map(TenantId::value)
                                    .sorted()
                                    .toList()
                            : List.of(),
                    account.createdAt(),
                    account.lastSignInAt(),
                    account.linkExpiresAt(),
                    account.isLastOwner(),
                    account.hasSecondFactor(),
                    mayChange);
        }
    }

    /** An operator, and where this person is signed in, the newest first. */
    public record OperatorRecord(OperatorRow operator, List<OperatorSessionRow> sessions) {}

    /** A session of an operator; {@code current} is the one that asks. */
    public record OperatorSessionRow(
            String id,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String ip,
            @Nullable String userAgent,
            boolean current) {

        static OperatorSessionRow of(OperatorSession session, @Nullable String current) {
            return new OperatorSessionRow(
                    session.id(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.ip(),
                    session.userAgent(),
                    session.id().equals(current));
        }
    }

    /** Who was invited, and by which link. */
    public record InvitedOperator(OperatorRow operator, SentOperatorLink link) {}

    /** Where the mail goes that waits to be sent; or else the link to hand over, which may begin at the dashboard. */
    public record SentOperatorLink(
            boolean sent, @Nullable String to, @Nullable String link, Instant expiresAt) {

        static SentOperatorLink of(OperatorLink link) {
            if (link instanceof OperatorLink.Sent sent) {
                return new SentOperatorLink(true, sent.to(), null, sent.expiresAt());
            }
            return new SentOperatorLink(false, null, ((OperatorLink.HandOver) link).link(), link.expiresAt());
        }

        /** Tells nothing of the link. */
        @Override
        public String toString() {
            return "SentOperatorLink[sent=" + sent + "]";
        }
    }

    static OperatorPage page(OperatorAccounts accounts, Page<OperatorAccount> page, long count, Access caller) {
        return new OperatorPage(
                page.items().stream()
                        .map(account -> OperatorRow.of(account, accounts.mayChange(account, caller)))
                        .toList(),
                page.nextCursor(),
                page.previousCursor(),
                count);
    }
}
