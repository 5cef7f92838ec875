package dev.userdeck.servlet.internal;

import static dev.userdeck.audit.AuditActions.OPERATOR_REFUSED;

import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.StorageException;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a trace of refused requests (OWASP ASVS 5.0, 16.3.2 and 16.3.3): a line in the log {@code dev.userdeck.access}, and
 * where an operator is known an event in the audit trail. Both are bounded, so that nobody can fill a disk by being
 * refused; what was left out is counted and told with the next one. Names neither people nor their addresses in the log.
 * A cursor of another query, what can't be read, and too many attempts have a line alone.
 */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger("dev.userdeck.access");

    /** Lines a minute, of one route and reason. */
    static final int LINES = 5;
    /** Events an hour, of one operator and permission. */
    static final int EVENTS = 10;

    /** Nobody comes upon these by merely not being signed in. */
    private static final Set<ProblemType> SUSPICIOUS = Set.of(ProblemType.FORBIDDEN, ProblemType.CROSS_SITE);

    /** What no page of ours sends, an old bookmark's cursor apart; and who asks too often has been counted. */
    private static final Set<ProblemType> ONLY_LOGGED = Set.of(
            ProblemType.CURSOR_INVALID,
            ProblemType.MALFORMED,
            ProblemType.TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.TOO_MANY_ATTEMPTS,
            ProblemType.TOO_MANY_REQUESTS);

    /** A question rather than a refusal: wrong answers are noted where they are given. */
    private static final Set<ProblemType> ASKED = Set.of(ProblemType.FRESH_PROOF_REQUIRED);

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Consumer<NewAuditEvent> audit;
    private final Quota lines;
    private final Quota events;

    /** Records events here. */
    public Refusals(Consumer<NewAuditEvent> audit) {
        this(audit, InstantSource.system());
    }

    Refusals(Consumer<NewAuditEvent> audit, InstantSource clock) {
        this.audit = audit;
        this.lines = new Quota(LINES, Duration.ofMinutes(1), clock);
        this.events = new Quota(EVENTS, Duration.ofHours(1), clock);
    }

    /** The method of a request as the log may hold it: callers can make up others, each of which would count by itself. */
    public static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "Another method";
    }

    /** Whether it says that somebody may not do what was asked for. */
    private static boolean isRefusal(ProblemType type) {
        return !ASKED.contains(type) && (type.status() == 401 || type.status() == 403 || ONLY_LOGGED.contains(type));
    }

    /** Notes a problem that is answered, if it is a refusal. */
    public void note(Problem problem, String doing) {
        note(problem, doing, null, null);
    }

    /**
     * The same.
     *
     * @param doing the route's name, without anything personal
     * @param caller who asked, null when not known
     */
    void note(Problem problem, String doing, @Nullable Route route, @Nullable Caller caller) {
        if (!isRefusal(problem.type())) {
            return;
        }
        log(problem.type(), doing, caller);
        if (caller != null && caller.operator() != null && !ONLY_LOGGED.contains(problem.type())) {
            record(problem.type(), doing, route, caller, caller.operator());
        }
    }

    private void log(ProblemType type, String doing, @Nullable Caller caller) {
        OptionalLong left = lines.take(type.slug() + " " + doing);
        if (left.isEmpty()) {
            return;
        }
        String more = left.getAsLong() == 0 ? "" : ", and " + left.getAsLong() + " more before";
        if (SUSPICIOUS.contains(type)) {
            LOG.warn("Refused {} to {}: {}{}", doing, who(caller), type.slug(), more);
        } else {
            LOG.info("Refused {} to {}: {}{}", doing, who(caller), type.slug(), more);
        }
    }

    private static String who(@Nullable Caller caller) {
        if (caller != null && caller.operator() != null) {
            return caller.operator().kind() == Operator.Kind.API_KEY ? "an API key" : "an operator";
        }
        return caller != null && caller.session() != null ? "a user" : "someone unknown";
    }

    private void record(ProblemType type, String doing, @Nullable Route route, Caller caller, Operator operator) {
        String needed = route == null ? "" : Objects.toString(route.permission(), "");
        OptionalLong left = events.take(operator.id() + " " + type.slug() + " " + needed);
        if (left.isEmpty()) {
            return;
        }
        NewAuditEvent event =
                NewAuditEvent.of(OPERATOR_REFUSED, caller.actor()).target(doing).change("reason", null, type.slug());
        if (type.equals(ProblemType.FORBIDDEN) && isLacked(route, operator)) {
            event = event.change("permission", null, needed);
        }
        if (left.getAsLong() > 0) {
            event = event.change("before", null, Long.toString(left.getAsLong()));
        }
        try {
            audit.accept(in(operator.scope(), event));
        } catch (StorageException e) {
            LOG.warn("A refusal could not be recorded: {}", e.getMessage());
        }
    }

    /** Who holds the permission was refused for another reason. */
    private static boolean isLacked(@Nullable Route route, Operator operator) {
        return route != null && route.permission() != null && !operator.may(route.permission());
    }

    /** In the operator's tenants, so that others there see the event. */
    private static NewAuditEvent in(Scope scope, NewAuditEvent event) {
        return scope instanceof Scope.Only only ? event.tenant(only.tenants()) : event;
    }
}
