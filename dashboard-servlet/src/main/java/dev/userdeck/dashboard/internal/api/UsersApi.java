package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.AUDIT_READ;
import static dev.userdeck.operator.Permission.MAIL_READ;
import static dev.userdeck.operator.Permission.SESSIONS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.UserDocuments.Deletion;
import dev.userdeck.dashboard.internal.api.UserDocuments.UserRecord;
import dev.userdeck.dashboard.internal.api.UserEditsApi.Ended;
import dev.userdeck.dashboard.internal.panel.Panels;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.operator.Operator;
import dev.userdeck.paging.Page;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.User;
import java.util.ArrayList;

/** Users and their sessions over HTTP. */
final class UsersApi {
    static final Parameter<String> HANDLE = Parameter.path("handle");

    private final Userdeck userdeck;
    private final Panels panels;
    private final SessionsApi sessions;
    private final UserMailsApi mails;
    private final AuditApi audit;

    UsersApi(Userdeck userdeck, Panels panels, SessionsApi sessions, UserMailsApi mails, AuditApi audit) {
        this.userdeck = userdeck;
        this.panels = panels;
        this.sessions = sessions;
        this.mails = mails;
        this.audit = audit;
    }

    Response page(Request<Void> request) {
        User user = request.user();
        Operator operator = request.operator();
        return Response.ok(new UserRecord(
                        UserDocuments.user(user, mayEdit(user, request.scope())),
                        operator.may(SESSIONS_READ) ? sessions.page(request, SessionsApi.PAGE, null) : null,
                        operator.may(MAIL_READ) && userdeck.outbox().configured()
                                ? mails.page(request, UserMailsApi.PAGE, null)
                                : null,
                        operator.may(AUDIT_READ) ? audit.newest(request) : null,
                        panels.sectionData(sectionRequest(request))))
                .etag(user.version());
    }

    /** Who looks after all tenants need not be asked; else it depends on tenants of the user that are out of reach. */
    private boolean mayEdit(User user, Scope scope) {
        return scope.equals(Scope.all())
                || userdeck.users()
                        .find(user.id())
                        .map(whole -> scope.coversAll(whole.tenants()))
                        .orElse(false);
    }

    Response deletion(Request<Void> request) {
        var errors = new ArrayList<String>();
        var facts = new ArrayList<Fact>();
        long sessions = countSessions(request.user(), request.scope());
        facts.add(Fact.of(sessions, "fact.sessions", "session ends", "sessions end"));
        facts.addAll(panels.deletionFacts(sectionRequest(request), errors));
        return Response.ok(new Deletion(facts, nameToType(request.user()), errors));
    }

    Response delete(Request<Void> request) {
        DeleteUserResult result = userdeck.users().delete(request.user().id(), request.scope(), request.actor());
        if (result instanceof DeleteUserResult.Vetoed vetoed) {
            throw UserRefusals.vetoed(vetoed.veto());
        }
        if (result instanceof DeleteUserResult.PartlyOutOfScope) {
            throw UserRefusals.alsoElsewhere();
        }
        if (result instanceof DeleteUserResult.Unknown) {
            throw UserRefusals.unknown();
        }
        return Response.noContent();
    }

    Response endSession(Request<Void> request) {
        boolean ended = userdeck.sessions()
                .revoke(
                        request.user().id(),
                        new SessionHandle(request.require(HANDLE)),
                        request.scope(),
                        request.actor());
        if (!ended) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("This user has no such session; it may have ended.")
                    .exception();
        }
        return Response.noContent();
    }

    Response endSessions(Request<Void> request) {
        int ended = userdeck.sessions().revokeAll(request.user().id(), request.scope(), request.actor());
        return Response.ok(new Ended(ended));
    }

    private long countSessions(User user, Scope scope) {
        var query = SessionQuery.of(user.id(), scope).size(SessionQuery.MAX_SIZE);
        Page<Session> page = userdeck.sessions().list(query);
        long count = page.items().size();
        while (page.nextCursor() != null) {
            page = userdeck.sessions().list(query.cursor(page.nextCursor()));
            count += page.items().size();
        }
        return count;
    }

    private static SectionRequest sectionRequest(Request<Void> request) {
        return new SectionRequest(request.user(), request.scope(), request.operator());
    }

    private static String nameToType(User user) {
        if (user.email() != null) {
            return user.email();
        }
        return user.phone() != null ? user.phone() : user.id().value();
    }
}
