package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.BULK_FINISHED;
import static dev.userdeck.audit.AuditActions.BULK_PAUSED;
import static dev.userdeck.audit.AuditActions.BULK_RESUMED;
import static dev.userdeck.audit.AuditActions.BULK_STARTED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkDryRun;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobQuery;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkPart;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.BulkRefusalQuery;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.DryRunBulkJobResult;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What jobs over many users must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class BulkJobsContract extends EngineContract {
    private static final Operator INES = Operator.of("ines", Preset.ADMIN);
    private static final BulkSelection ALL = BulkSelection.matching(Scope.all(), UserFilter.none());
    /** More than a turn in the background does. */
    private static final int MANY = 110;

    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();

    /** For subclasses. */
    protected BulkJobsContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.hostOperators(id -> dismissed.contains(id) ? Optional.empty() : Optional.of(INES));
    }

    @Test
    void doesToAllThatMatchWhatItForetoldAndTellsWhoIsLeftOut() {
        List<User> users = create(30);
        users.subList(0, 3).forEach(user -> suspend(userdeck, user.id()));
        TenantId staff = new TenantId("staff");
        userdeck.tenants().create(staff, "Staff", Actor.system());
        userdeck.users().addToTenant(users.get(29).id(), staff, Actor.system());
        BulkSelection ofPublic = BulkSelection.matching(Scope.of(TenantId.PUBLIC), UserFilter.none());
        Operator support = INES.scope(Scope.of(TenantId.PUBLIC));

        signIn(users.get(5), 2);
        signIn(users.get(6), 1);
        signIn(users.get(29), 1);

        BulkDryRun run = foretold(NewBulkJob.of(NewBulkJob.SUSPEND, ofPublic), support);
        BulkJob job = started(suspending(ofPublic), support);
        clock.advance(Duration.ofMillis(2));
        User late = created(userdeck, "late@example.org");
        finish(userdeck);

        BulkJob end = found(job, support);
        assertThat(end.state()).isEqualTo(BulkJobState.FINISHED);
        assertThat(end.expected()).isEqualTo(new CappedCount(30, true));
        assertThat(List.of(end.done(), end.unchanged(), end.refused())).containsExactly(26L, 3L, 1L);
        assertThat(List.of(run.users().number(), run.seen(), run.sessions())).containsExactly(30L, 30L, 3L);
        assertThat(run.unchanged()).isEqualTo(3);
        assertThat(run.refused())
                .extracting(BulkDryRun.Refusals::code, BulkDryRun.Refusals::users)
                .containsExactly(tuple("partly-out-of-scope", 1L));
        assertThat(userdeck.bulk().request(job.id(), support)).contains(suspending(ofPublic));
        assertThat(of(job, BulkPart.DONE))
                .hasSize(26)
                .doesNotContain(users.get(0).id());
        assertThat(of(job, BulkPart.REFUSED)).containsExactly(users.get(29).id());
        assertThat(of(job, BulkPart.NAMED)).isEmpty();
        assertThat(userdeck.bulk()
                        .refusals(BulkRefusalQuery.of(job.id(), support).size(50))
                        .items())
                .extracting(BulkRefusal::user, BulkRefusal::code)
                .containsExactly(tuple(users.get(29).id(), "partly-out-of-scope"));
        assertThat(status(late.id())).isNotEqualTo(UserStatus.SUSPENDED);
        AuditEvent event = events(users.get(9).id(), USER_SUSPENDED).get(0);
        assertThat(event.actor()).isEqualTo(INES.actor());
        assertThat(event.changes())
                .contains(new AuditEvent.Change("job", null, job.id().value()));
    }

    @Test
    void theAuditTrailTellsWhatBecameOfAJob() {
        create(1);
        BulkJob job = started(suspending(ALL), INES);
        userdeck.bulk().pause(job.id(), INES);
        userdeck.bulk().resume(job.id(), INES);
        finish(userdeck);

        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).action("bulk."))
                        .items())
                .allSatisfy(
                        event -> assertThat(event.target()).isEqualTo(job.id().value()))
                .allSatisfy(event -> assertThat(event.changes())
                        .containsExactly(new AuditEvent.Change("action", null, job.action())))
                .extracting(AuditEvent::action)
                .containsExactly(BULK_FINISHED, BULK_RESUMED, BULK_PAUSED, BULK_STARTED);
    }

    @Test
    void goesOnWhereItWasAfterARestartAndDoesNothingTwice() {
        List<User> users = create(MANY);
        BulkJob job = started(suspending(ALL), INES);
        userdeck.runMaintenance();
        BulkJob halfWay = found(job, INES);
        assertThat(halfWay.state()).isEqualTo(BulkJobState.RUNNING);
        assertThat(halfWay.done()).isBetween(1L, MANY - 1L);
        userdeck.close();

        Userdeck next = start(configure(builder()));
        next.runMaintenance();

        assertThat(next.bulk().find(job.id(), INES).orElseThrow().state()).isEqualTo(BulkJobState.FINISHED);
        assertThat(next.bulk().find(job.id(), INES).orElseThrow().done()).isEqualTo(MANY);
        users.forEach(
                user -> assertThat(events(next, user.id(), USER_SUSPENDED)).hasSize(1));
    }

    @Test
    void twoNodesShareTheWorkAndDoNothingTwice() {
        List<User> users = create(MANY);
        Userdeck other = start(configure(builder()));
        BulkJob job = started(suspending(ALL), INES);

        while (found(job, INES).state() == BulkJobState.RUNNING) {
            AtOnce.run(() -> finish(userdeck), () -> finish(other));
        }

        assertThat(found(job, INES).done()).isEqualTo(MANY);
        users.forEach(user -> assertThat(events(user.id(), USER_SUSPENDED)).hasSize(1));
    }

    @Test
    void canBePausedGoneOnWithAndCancelled() {
        List<User> users = create(MANY);
        BulkJob job = started(NewBulkJob.of(NewBulkJob.DELETE, ALL), INES);
        userdeck.runMaintenance();

        assertThat(userdeck.bulk().pause(job.id(), INES).orElseThrow().state()).isEqualTo(BulkJobState.PAUSED);
        long paused = found(job, INES).done();
        userdeck.runMaintenance();
        assertThat(found(job, INES).done()).isEqualTo(paused).isLessThan(MANY);
        assertThat(userdeck.bulk().cancel(job.id(), INES).orElseThrow().state()).isEqualTo(BulkJobState.CANCELLED);
        assertThat(userdeck.bulk().resume(job.id(), INES).orElseThrow().state()).isEqualTo(BulkJobState.CANCELLED);
        userdeck.runMaintenance();
        assertThat(found(job, INES).done()).isEqualTo(paused);
        assertThat(users.stream()
                        .filter(user -> userdeck.users().find(user.id()).isPresent()))
                .hasSize((int) (MANY - paused));
        clock.advance(Duration.ofDays(31));
        userdeck.runMaintenance();
        assertThat(userdeck.bulk().list(BulkJobQuery.of(INES)).items()).isEmpty();
    }

    @Test
    void jobsAreListedPageByPageEachOperatorsOwn() {
        Operator support = Operator.of("sue", Preset.ADMIN).scope(Scope.of(TenantId.PUBLIC));
        BulkSelection ofPublic = BulkSelection.matching(Scope.of(TenantId.PUBLIC), UserFilter.none());
        BulkJob oldest = started(suspending(ALL), INES);
        clock.advance(Duration.ofSeconds(1));
        BulkJob middle = started(suspending(ofPublic), support);
        clock.advance(Duration.ofSeconds(1));
        BulkJob newest = started(suspending(ALL), INES);

        var query = BulkJobQuery.of(INES).size(2);
        Page<BulkJob> first = userdeck.bulk().list(query);
        Page<BulkJob> second = userdeck.bulk().list(query.cursor(first.nextCursor()));

        assertThat(first.items()).containsExactly(newest, middle);
        assertThat(first.previousCursor()).isNull();
        assertThat(second.items()).containsExactly(oldest);
        assertThat(second.nextCursor()).isNull();
        assertThat(userdeck.bulk().list(query.cursor(second.previousCursor()))).isEqualTo(first);
        assertThat(userdeck.bulk().list(BulkJobQuery.of(support)).items()).containsExactly(middle);
        var ofAnother = BulkJobQuery.of(support).cursor(first.nextCursor());
        assertThatThrownBy(() -> userdeck.bulk().list(ofAnother)).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void stopsWhenTheOperatorMayNotDoItAnyMore() {
        create(3);
        BulkJob job = started(suspending(ALL), INES);
        dismissed.add("ines");

        userdeck.runMaintenance();

        assertThat(found(job, INES).state()).isEqualTo(BulkJobState.STOPPED);
        assertThat(found(job, INES).reason()).isEqualTo("ines may not do this any more.");
        assertThat(found(job, INES).done()).isZero();
    }

    @Test
    void takesUsersByNameToo() {
        List<User> users = create(3);
        User ada = users.get(0);
        userdeck.sessions().create(ada.id(), SessionOrigin.of("password"));
        UserId nobody = new UserId("nobody");
        BulkSelection named =
                BulkSelection.of(Scope.all(), Set.of(ada.id(), users.get(1).id(), nobody));

        BulkDryRun run = foretold(NewBulkJob.of(NewBulkJob.END_SESSIONS, named), INES);
        BulkJob job = started(NewBulkJob.of(NewBulkJob.END_SESSIONS, named), INES);
        userdeck.runMaintenance();

        BulkJob end = found(job, INES);
        assertThat(List.of(end.done(), end.unchanged(), end.refused())).containsExactly(1L, 1L, 1L);
        assertThat(userdeck.bulk()
                        .refusals(BulkRefusalQuery.of(job.id(), INES).size(50))
                        .items())
                .extracting(BulkRefusal::user)
                .containsExactly(nobody);
        assertThat(List.of(run.unchanged(), run.sessions())).containsExactly(1L, 1L);
        assertThat(run.refused())
                .extracting(BulkDryRun.Refusals::code, BulkDryRun.Refusals::users)
                .containsExactly(tuple("unknown", 1L));
        assertThat(of(job, BulkPart.NAMED))
                .containsExactlyInAnyOrder(ada.id(), users.get(1).id());
        BulkJob again = started(NewBulkJob.of(NewBulkJob.ACTIVATE, doneBy(job)), INES);
        userdeck.runMaintenance();
        assertThat(found(again, INES).expected()).isEqualTo(new CappedCount(1, true));
        assertThat(found(again, INES).unchanged()).isEqualTo(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(refusals(NewBulkJob.of("promote", ALL))).containsExactly("action-unknown");
        assertThat(refusals(NewBulkJob.of(NewBulkJob.SUSPEND, ALL))).containsExactly("reason-missing");
        assertThat(refusals(suspending(ALL).values(List.of("A leak", "tomorrow"))))
                .containsExactly("until-invalid");
        assertThat(refusals(
                        suspending(ALL).values(List.of("A leak", clock.instant().toString()))))
                .containsExactly("until-past");
        assertThat(refusals(NewBulkJob.of(NewBulkJob.DELETE, BulkSelection.of(Scope.all(), Set.of()))))
                .containsExactly("users-count");
        Operator support = Operator.of("sue", Preset.SUPPORT);
        assertThat(userdeck.bulk().start(NewBulkJob.of(NewBulkJob.DELETE, ALL), support))
                .isInstanceOf(StartBulkJobResult.NotAllowed.class);
        assertThat(userdeck.bulk().dryRun(NewBulkJob.of(NewBulkJob.DELETE, ALL), support))
                .isInstanceOf(DryRunBulkJobResult.NotAllowed.class);
        assertThat(userdeck.bulk().dryRun(NewBulkJob.of("promote", ALL), INES))
                .isInstanceOf(DryRunBulkJobResult.Refused.class);
        Operator some = INES.scope(Scope.of(new TenantId("staff")));
        assertThat(userdeck.bulk().start(suspending(ALL), some)).isInstanceOf(StartBulkJobResult.NotAllowed.class);
        BulkJob job = started(suspending(ALL), INES);
        assertThat(userdeck.bulk()
                        .find(job.id(), Operator.of("sue", Preset.OWNER).scope(some.scope())))
                .isEmpty();
    }

    private static NewBulkJob suspending(BulkSelection selection) {
        return NewBulkJob.of(NewBulkJob.SUSPEND, selection).values(List.of("A leak"));
    }

    private List<String> refusals(NewBulkJob job) {
        var refused = (StartBulkJobResult.Refused) userdeck.bulk().start(job, INES);
        return refused.errors().stream().map(error -> error.code()).toList();
    }

    private BulkDryRun foretold(NewBulkJob job, Operator operator) {
        return ((DryRunBulkJobResult.Seen) userdeck.bulk().dryRun(job, operator)).run();
    }

    private List<UserId> of(BulkJob job, BulkPart part) {
        UserFilter filter = UserFilter.none().matching(userdeck.bulk().users(job.id(), part));
        return userdeck.users().list(UserQuery.of(Scope.all()).filter(filter)).items().stream()
                .map(User::id)
                .toList();
    }

    private static BulkSelection doneBy(BulkJob job) {
        var choice = BulkSelection.Choice.of(job.id(), BulkPart.DONE);
        return new BulkSelection.Matching(Scope.all(), UserFilter.none(), List.of(choice));
    }

    private void signIn(User user, int times) {
        for (int i = 0; i < times; i++) {
            userdeck.sessions().create(user.id(), SessionOrigin.of("password"));
        }
    }

    private BulkJob started(NewBulkJob job, Operator operator) {
        return ((StartBulkJobResult.Started) userdeck.bulk().start(job, operator)).job();
    }

    private BulkJob found(BulkJob job, Operator operator) {
        return userdeck.bulk().find(job.id(), operator).orElseThrow();
    }

    private static boolean finish(Userdeck where) {
        where.runMaintenance();
        where.runMaintenance();
        return true;
    }

    private List<User> create(int many) {
        var users = new ArrayList<User>();
        for (int i = 0; i < many; i++) {
            users.add(created(userdeck, "user%03d@example.org".formatted(i)));
        }
        return users;
    }

    private static void suspend(Userdeck where, UserId user) {
        where.users().suspend(user, NewSuspension.of("Before"), Scope.all(), Actor.system());
    }

    private UserStatus status(UserId user) {
        return userdeck.users().find(user).orElseThrow().status();
    }

    private List<AuditEvent> events(UserId user, String action) {
        return events(userdeck, user, action);
    }

    private static List<AuditEvent> events(Userdeck where, UserId user, String action) {
        return where.audit().list(AuditQuery.of(Scope.all()).user(user)).items().stream()
                .filter(event -> event.action().equals(action))
                .toList();
    }
}
