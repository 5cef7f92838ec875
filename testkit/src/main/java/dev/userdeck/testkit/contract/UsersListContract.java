package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How {@link dev.userdeck.user.Users#list} must page on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UsersListContract extends EngineContract {
    private static final TenantId OTHER = new TenantId("other");

    /** For subclasses. */
    protected UsersListContract() {}

    @Test
    void pagesHoldEveryUserOnceInBothDirections() {
        List<UserId> newestFirst = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // five users a millisecond, so that the id has to decide
            clock.advance(Duration.ofMillis(i % 5 == 0 ? 1 : 0));
            newestFirst.add(0, create("user" + i + "@example.org").id());
        }

        assertThat(walk(UserSort.NEWEST_FIRST, Scope.all())).isEqualTo(newestFirst);
        assertThat(walk(UserSort.NEWEST_FIRST, Scope.of(TenantId.PUBLIC))).isEqualTo(newestFirst);
        List<UserId> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        assertThat(walk(UserSort.OLDEST_FIRST, Scope.all())).isEqualTo(oldestFirst);
        assertThat(walk(UserSort.OLDEST_FIRST, Scope.of(Set.of(TenantId.PUBLIC, OTHER))))
                .isEqualTo(oldestFirst);
    }

    @Test
    void pagesStayStableWhileUsersComeAndGo() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofSeconds(1));
            users.add(create("user" + i + "@example.org"));
        }
        UserQuery query = UserQuery.of(Scope.all()).size(3);
        Page<User> first = userdeck.users().list(query);

        clock.advance(Duration.ofSeconds(1));
        User newcomer = create("newcomer@example.org");
        userdeck.users().delete(users.get(6).id());
        userdeck.users().delete(users.get(5).id());
        Page<User> second = userdeck.users().list(query.cursor(first.nextCursor()));
        Page<User> back = userdeck.users().list(query.cursor(second.previousCursor()));

        assertThat(second.items()).containsExactly(users.get(4), users.get(3), users.get(2));
        assertThat(back.items()).containsExactly(newcomer, users.get(8), users.get(7));
    }

    @Test
    void everyOrderHoldsForAllAndForOneTenant() {
        User anna = create(NewUser.withEmail("zed@example.org").name("\u00c4nna"));
        User bob = create(NewUser.withEmail("bob@example.org").name("bob"));
        User carl = create(NewUser.withPhone("+447700900123").name("Carl"));
        User nameless = create(NewUser.withEmail("Carla@example.org"));
        User twin = create(NewUser.withEmail("twin@example.org").name("Bob"));
        clock.advance(Duration.ofMinutes(5));
        seen(carl);
        clock.advance(Duration.ofMinutes(5));
        seen(bob);

        assertOrder(UserSort.NAME_FORWARD, UserSort.NAME_BACKWARD, anna, bob, twin, carl, nameless);
        assertOrder(UserSort.EMAIL_FORWARD, UserSort.EMAIL_BACKWARD, carl, bob, nameless, twin, anna);
        assertOrder(UserSort.LAST_SEEN_LAST, UserSort.LAST_SEEN_FIRST, anna, nameless, twin, carl, bob);

        userdeck.users().update(bob.id(), UserChange.unconditional().name("Zo\u00eb"), Scope.all(), Actor.system());
        assertOrder(UserSort.NAME_FORWARD, UserSort.NAME_BACKWARD, anna, twin, carl, nameless, bob);
    }

    private void seen(User user) {
        assertThat(userdeck.sessions().create(user.id(), SessionOrigin.of("sso")))
                .isPresent();
    }

    private void assertOrder(UserSort forward, UserSort backward, User... expected) {
        List<UserId> ids = Stream.of(expected).map(User::id).toList();
        List<UserId> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        for (Scope scope : List.of(Scope.all(), Scope.of(TenantId.PUBLIC), Scope.of(Set.of(TenantId.PUBLIC, OTHER)))) {
            assertThat(walk(forward, scope)).as(forward.name()).isEqualTo(ids);
            assertThat(walk(backward, scope)).as(backward.name()).isEqualTo(reversed);
        }
    }

    @Test
    void aSpanOfBeingSeenLeavesOutWhoNeverWas() {
        User never = create("never@example.org");
        User early = create("early@example.org");
        User late = create("late@example.org");
        clock.advance(Duration.ofDays(1));
        seen(early);
        Instant between = clock.instant().plusSeconds(1);
        clock.advance(Duration.ofDays(1));
        seen(late);
        for (UserSort sort : List.of(UserSort.NEWEST_FIRST, UserSort.LAST_SEEN_FIRST, UserSort.NAME_FORWARD)) {
            for (Scope scope : List.of(Scope.all(), Scope.of(TenantId.PUBLIC))) {
                UserQuery query = UserQuery.of(scope).sort(sort);
                assertThat(list(query.filter(UserFilter.none().lastSeen(null, between))))
                        .containsExactly(early.id());
                assertThat(list(query.filter(UserFilter.none().lastSeen(between, null))))
                        .containsExactly(late.id());
                assertThat(list(query.filter(UserFilter.none().joined(never.joinedAt(), never.joinedAt()))))
                        .isEmpty();
            }
        }
    }

    private List<UserId> list(UserQuery query) {
        return userdeck.users().list(query).items().stream().map(User::id).toList();
    }

    @Test
    void aPageTakesThreeStatements() {
        for (int i = 0; i < 12; i++) {
            create("user" + i + "@example.org");
        }
        database.statements().reset();

        userdeck.users().list(UserQuery.of(Scope.all()).size(10));

        assertThat(database.statements().statements()).hasSize(3);
    }

    @Test
    void aForeignOrTamperedCursorIsRefused() {
        for (int i = 0; i < 3; i++) {
            create("user" + i + "@example.org");
        }
        UserQuery query = UserQuery.of(Scope.all()).size(1);
        String cursor = Objects.requireNonNull(userdeck.users().list(query).nextCursor());

        assertThatThrownBy(() ->
                        userdeck.users().list(query.sort(UserSort.OLDEST_FIRST).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> userdeck.users()
                        .list(UserQuery.of(Scope.of(TenantId.PUBLIC)).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        for (String bad : List.of("", "x", "0", cursor + "A", cursor.substring(1), "'; drop table ud_user --", "😀")) {
            assertThatThrownBy(() -> userdeck.users().list(query.cursor(bad)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    private User create(String email) {
        return create(NewUser.withEmail(email));
    }

    private User create(NewUser newUser) {
        return ((CreateUserResult.Created) userdeck.users().create(newUser, Actor.system())).user();
    }

    /** Walks to the end and back again, and checks that both ways show the same. */
    private List<UserId> walk(UserSort sort, Scope scope) {
        UserQuery query = UserQuery.of(scope).sort(sort).size(4);
        List<List<UserId>> there = new ArrayList<>();
        List<List<UserId>> back = new ArrayList<>();
        @Nullable String cursor = null;
        @Nullable String last = null;
        do {
            Page<User> page = userdeck.users().list(query.cursor(cursor));
            there.add(page.items().stream().map(User::id).toList());
            last = page.previousCursor();
            cursor = page.nextCursor();
        } while (cursor != null);
        back.add(there.get(there.size() - 1));
        while (last != null) {
            Page<User> page = userdeck.users().list(query.cursor(last));
            back.add(0, page.items().stream().map(User::id).toList());
            last = page.previousCursor();
        }
        assertThat(back).isEqualTo(there);
        return there.stream().flatMap(List::stream).toList();
    }
}
