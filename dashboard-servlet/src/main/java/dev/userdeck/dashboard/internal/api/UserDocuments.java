package dev.userdeck.dashboard.internal.api;

import dev.userdeck.dashboard.internal.api.AuditDocuments.TimelinePage;
import dev.userdeck.dashboard.internal.api.MailDocuments.MailPage;
import dev.userdeck.dashboard.internal.api.TenantDocuments.CountDocument;
import dev.userdeck.dashboard.internal.panel.CellValueDocument;
import dev.userdeck.dashboard.internal.panel.Cells;
import dev.userdeck.dashboard.internal.panel.PanelResult;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonProperty;
import dev.userdeck.paging.Page;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users and their sessions as sent. */
final class UserDocuments {
    private UserDocuments() {}

    /** One page of the users list. */
    public record UserPage(
            List<UserRow> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    /** How many there are; at least so many, if not exact. */
    public record UserCount(long count, boolean exact) {}

    /** A user in the list. */
    public record UserRow(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            UserStatus status,
            Instant joinedAt,
            @Nullable Instant lastSeenAt,
            boolean lastSeenImported,
            List<String> tenants,
            List<MethodRow> methods,
            Map<String, CellValueDocument> cells,
            Map<String, String> cellErrors) {}

    /** How one signs in: messages are told apart by where they go. */
    public enum MethodKind {
        PASSWORD,
        @JsonProperty("email-link")
        EMAIL_LINK,
        @JsonProperty("phone-code")
        PHONE_CODE,
        EXTERNAL;

        static MethodKind of(LoginMethod method) {
            if (method.kind() == LoginMethod.Kind.PASSWORDLESS) {
                return method.phone() == null ? EMAIL_LINK : PHONE_CODE;
            }
            return valueOf(method.kind().name());
        }
    }

    /** A login method in the list. */
    public record MethodRow(MethodKind kind, @Nullable String provider) {}

    /** All that the user page draws. */
    public record UserRecord(
            UserDocument user,
            @Nullable SessionPage sessions,
            @Nullable MailPage mails,
            @Nullable TimelinePage timeline,
            Map<String, PanelResult> panels) {}

    /** A user. */
    public record UserDocument(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String externalId,
            UserStatus status,
            @Nullable Suspension suspension,
            Instant joinedAt,
            @Nullable Instant lastSeenAt,
            boolean lastSeenImported,
            long version,
            boolean mayEdit,
            List<String> tenants,
            List<MethodDocument> methods) {}

    /** A login method. */
    public record MethodDocument(
            String id,
            MethodKind kind,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String provider,
            @Nullable String subject,
            Instant createdAt,
            boolean primary,
            boolean removable) {}

    /**
     * One page of a user's sessions, newest first.
     *
     * @param count how many there are in all, up to a hundred exactly; with the first page alone
     */
    public record SessionPage(
            List<SessionDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            @Nullable CountDocument count) {}

    /** A session. */
    public record SessionDocument(
            String handle,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            @Nullable String ip,
            @Nullable String userAgent,
            String tenant,
            String method,
            @Nullable String hostData) {}

    /** What goes with a user, and what has to be typed first. */
    public record Deletion(List<Fact> facts, String confirm, List<String> errors) {}

    static UserRow row(User user, Cells cells) {
        return new UserRow(
                user.id().value(),
                user.name(),
                user.email(),
                user.phone(),
                user.status(),
                user.joinedAt(),
                user.lastSeenAt(),
                user.lastSeenImported(),
                tenants(user),
                user.loginMethods().stream()
                        .map(method -> new MethodRow(MethodKind.of(method), method.provider()))
                        .toList(),
                cells.of(user.id()),
                cells.errors());
    }

    /**
     * A user.
     *
     * @param mayEdit whether the operator looks after all of the user's tenants, as changing a user takes
     */
    static UserDocument user(User user, boolean mayEdit) {
        return new UserDocument(
                user.id().value(),
                user.name(),
                user.email(),
                user.phone(),
                user.externalId(),
                user.status(),
                user.suspension(),
                user.joinedAt(),
                user.lastSeenAt(),
                user.lastSeenImported(),
                user.version(),
                mayEdit,
                tenants(user),
                methods(user.loginMethods()));
    }

    static SessionPage sessions(Page<Session> page, @Nullable CountDocument count) {
        return new SessionPage(
                page.items().stream().map(UserDocuments::session).toList(),
                page.nextCursor(),
                page.previousCursor(),
                count);
    }

    private static SessionDocument session(Session session) {
        return new SessionDocument(
                session.handle().value(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.ip(),
                session.userAgent(),
                session.tenant().value(),
                session.method(),
                session.hostData());
    }

    /** The oldest method is the primary one; the last can't be removed. */
    private static List<MethodDocument> methods(List<LoginMethod> methods) {
        var documents = new ArrayList<MethodDocument>();
        for (LoginMethod method : methods) {
            documents.add(new MethodDocument(
                    method.id().value(),
                    MethodKind.of(method),
                    method.email(),
                    method.phone(),
                    method.provider(),
                    method.subject(),
                    method.createdAt(),
                    documents.isEmpty(),
                    methods.size() > 1));
        }
        return documents;
    }

    private static List<String> tenants(User user) {
        return user.tenants().stream().map(TenantId::value).sorted().toList();
    }
}
