package dev.userdeck.servlet.internal;

import static dev.userdeck.audit.AuditActions.OPERATOR_REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.StorageException;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who is refused leaves a trace, and can't fill a disk with it. */
class RefusalsTest {
    private static final Route ROUTE =
            Route.delete("/things").permission(Permission.USERS_DELETE).handle(request -> Response.noContent());
    private static final Problem FORBIDDEN = Problem.of(ProblemType.FORBIDDEN);
    private static final Operator INES = Operator.of("ines@example.org", Preset.SUPPORT);

    private final TestClock clock = TestClock.create();
    private final List<NewAuditEvent> events = new ArrayList<>();
    private final Refusals refusals = new Refusals(events::add, clock);
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.userdeck.access");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private void refuse(Operator operator) {
        refusals.note(FORBIDDEN, "DELETE /things", ROUTE, Caller.operator(operator, "192.0.2.1"));
    }

    @Test
    void anOperatorsRefusalIsAnEventWithThePermissionThatWasMissing() {
        refuse(INES);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(OPERATOR_REFUSED);
            assertThat(event.actor().id()).isEqualTo("ines@example.org");
            assertThat(event.actor().ip()).isEqualTo("192.0.2.1");
            assertThat(event.target()).isEqualTo("DELETE /things");
            assertThat(event.changes())
                    .containsExactly(
                            new AuditEvent.Change("reason", null, "forbidden"),
                            new AuditEvent.Change("permission", null, "users:delete"));
            assertThat(event.tenants()).isEmpty();
        });
    }

    @Test
    void anOperatorOfSomeTenantsIsSeenThere() {
        Set<TenantId> tenants = Set.of(new TenantId("acme"), new TenantId("globex"));

        refuse(INES.scope(Scope.of(tenants)));

        assertThat(events).extracting(NewAuditEvent::tenants).containsExactly(tenants);
    }

    @Test
    void theLogNamesNobody() {
        refuse(INES);
        refusals.note(Problem.of(ProblemType.SIGN_IN_REQUIRED), "GET /things");

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Refused DELETE /things to an operator: forbidden",
                        "Refused GET /things to someone unknown: sign-in-required");
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void tooManyAttemptsAreALineAndNoEvent() {
        var caller = Caller.operator(INES, "192.0.2.1");
        refusals.note(Problem.tooManyAttempts(Duration.ofSeconds(9)), "POST /signup", ROUTE, caller);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Refused POST /signup to an operator: too-many-attempts");
        assertThat(events).isEmpty();
    }

    @Test
    void aFloodIsCountedAndNotKept() {
        for (int i = 0; i < 10_000; i++) {
            refuse(INES);
        }

        assertThat(events).hasSize(Refusals.EVENTS);
        assertThat(log.list).hasSize(Refusals.LINES);

        clock.advance(Duration.ofMinutes(1));
        refuse(INES);
        assertThat(log.list.get(Refusals.LINES).getFormattedMessage()).endsWith("forbidden, and 9995 more before");
        assertThat(events).hasSize(Refusals.EVENTS);

        clock.advance(Duration.ofHours(1));
        refuse(INES);
        assertThat(events.get(Refusals.EVENTS).changes())
                .contains(new AuditEvent.Change("before", null, Integer.toString(10_001 - Refusals.EVENTS)));
    }

    @Test
    void oneOperatorsFloodHidesNoOther() {
        for (int i = 0; i < 100; i++) {
            refuse(INES);
        }

        refuse(Operator.of("otto", Preset.VIEWER));

        assertThat(events.get(events.size() - 1).actor().id()).isEqualTo("otto");
    }

    @Test
    void whatIsNoRefusalLeavesNone() {
        for (ProblemType type : List.of(ProblemType.NOT_FOUND, ProblemType.INVALID, ProblemType.STORAGE_UNAVAILABLE)) {
            refusals.note(Problem.of(type), "DELETE /things", ROUTE, Caller.operator(INES, null));
        }

        assertThat(events).isEmpty();
        assertThat(log.list).isEmpty();
    }

    @Test
    void aCursorOfAnotherQueryIsALineAlone() {
        refusals.note(Problem.of(ProblemType.CURSOR_INVALID), "GET /things", ROUTE, Caller.operator(INES, "192.0.2.1"));

        assertThat(events).isEmpty();
        assertThat(log.list).hasSize(1);
    }

    @Test
    void whatNoPageOfOursSendsIsALineAlone() {
        var types = List.of(ProblemType.MALFORMED, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        for (ProblemType type : types) {
            refusals.note(Problem.of(type), "POST /things", ROUTE, Caller.operator(INES, "192.0.2.1"));
        }

        assertThat(events).isEmpty();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Refused POST /things to an operator: malformed",
                        "Refused POST /things to an operator: too-large",
                        "Refused POST /things to an operator: unsupported-media-type");
    }

    @Test
    void aDatabaseThatCannotAnswerChangesNothing() {
        var failing = new Refusals(
                event -> {
                    throw new StorageException("record an event", true, new IllegalStateException("down"));
                },
                clock);

        assertThatCode(() -> failing.note(FORBIDDEN, "DELETE /things", ROUTE, Caller.operator(INES, null)))
                .doesNotThrowAnyException();
        assertThat(log.list).hasSize(2);
    }
}
