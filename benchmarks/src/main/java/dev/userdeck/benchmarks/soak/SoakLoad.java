package dev.userdeck.benchmarks.soak;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.HostApp;
import dev.userdeck.benchmarks.fixture.HttpCaller;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** What one worker does all the time: what the users of an app and its operators do, the frequent more often. */
final class SoakLoad implements AutoCloseable {
    /** The first users are those of jobs: nobody else signs them in or changes them. */
    private static final int OF_JOBS = 50;

    private static final int MOST_SESSIONS = 20;
    private static final String PAGE = HostApp.API + "/users?size=50";

    private final Userdeck userdeck;
    private final Population population;
    private final HttpCaller http;
    private final SplittableRandom random;
    private final Deque<String> tokens = new ArrayDeque<>();
    private boolean isSuspended;

    SoakLoad(Fixture stand, Population population, int number) throws Exception {
        this.userdeck = stand.userdeck();
        this.population = population;
        this.http = new HttpCaller(stand.app().port());
        this.random = new SplittableRandom(number);
    }

    /** Does one of it. */
    void next() throws Exception {
        int dice = random.nextInt(100);
        if (dice < 50) {
            verify();
        } else if (dice < 62) {
            http.get(PAGE + (dice % 2 == 0 ? "" : "&f.userroles.role=" + Population.role(dice % Population.ROLES)));
        } else if (dice < 72) {
            http.get(PAGE + "&q=" + population.email(anybody()).substring(0, 7));
        } else if (dice < 82) {
            http.get(HostApp.API + "/users/" + population.id(anybody()));
        } else if (dice < 90) {
            edit();
        } else if (dice < 94) {
            createAndDelete();
        } else if (dice < 97) {
            check(userdeck.recipe(UserRoles.class)
                    .rolesOf(new UserId(population.id(anybody())), Scope.all())
                    .isEmpty());
        } else {
            signIn();
        }
    }

    /** Suspends some users as a job, and lets them go the next time. */
    void startJob() {
        Set<UserId> users = new HashSet<>();
        for (int i = 0; i < OF_JOBS; i++) {
            users.add(new UserId(population.id(i)));
        }
        BulkSelection named = BulkSelection.of(Scope.all(), users);
        NewBulkJob job = isSuspended
                ? NewBulkJob.of(NewBulkJob.ACTIVATE, named)
                : NewBulkJob.of(NewBulkJob.SUSPEND, named).values(List.of("Soak"));
        isSuspended = !isSuspended;
        check(!(userdeck.bulk().start(job, Fixture.OPERATOR) instanceof StartBulkJobResult.Started));
    }

    private void verify() {
        String token = tokens.peekFirst();
        if (token == null) {
            signIn();
            return;
        }
        check(userdeck.sessions().verify(token).isEmpty());
        tokens.addLast(tokens.removeFirst());
    }

    private void signIn() {
        SignInResult result = userdeck.users()
                .signIn(
                        population.email(anybody()),
                        Population.PASSWORD,
                        TenantId.PUBLIC,
                        Actor.anonymous().ip("203.0.113." + random.nextInt(250)));
        if (!(result instanceof SignInResult.SignedIn signedIn)) {
            throw new IllegalStateException("Signing in: " + result.getClass().getSimpleName());
        }
        tokens.addLast(userdeck.sessions()
                .create(signedIn.user().id(), SessionOrigin.of("password"))
                .orElseThrow()
                .token());
        if (tokens.size() > MOST_SESSIONS) {
            check(!userdeck.sessions().signOut(tokens.removeFirst(), Actor.system()));
        }
    }

    private void edit() {
        UserId user = new UserId(population.id(anybody()));
        UserChange change = UserChange.unconditional().name("Soaked " + random.nextInt(1_000));
        check(
                !(userdeck.users().update(user, change, Scope.all(), Actor.system())
                        instanceof UpdateUserResult.Updated));
        userdeck.recipe(UserMetadata.class).get(user);
    }

    private void createAndDelete() {
        NewUser user = NewUser.withEmail("soak-" + UUID.randomUUID() + "@example.org");
        if (!(userdeck.users().create(user, Actor.system()) instanceof CreateUserResult.Created created)) {
            throw new IllegalStateException("A new address is taken");
        }
        check(
                !(userdeck.users().delete(created.user().id(), Scope.all(), Actor.system())
                        instanceof DeleteUserResult.Deleted));
    }

    private int anybody() {
        return OF_JOBS + random.nextInt(population.size() - OF_JOBS);
    }

    private static void check(boolean isWrong) {
        if (isWrong) {
            throw new IllegalStateException("An answer that can't be");
        }
    }

    @Override
    public void close() throws Exception {
        http.close();
    }
}
