package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Page;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** A walk over the list of users while they come, change and go. */
class PagingPropertyTest {
    private static final int MOST_PAGES = 60;
    private static Userdeck userdeck;
    private static TestClock clock;
    private static int emails;

    private final List<UserId> there = new ArrayList<>();
    /** Those who were there from the start and whose place in the list never changed. */
    private final Set<UserId> steady = new HashSet<>();

    private enum Kind {
        CREATE,
        DELETE,
        RENAME,
        SEE,
        NOTHING
    }

    /** What happens between two pages. */
    private record Event(Kind kind, int who, String name) {}

    @BeforeContainer
    static void start() {
        clock = TestClock.create();
        userdeck = Userdeck.builder()
                .inMemory()
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
    }

    @AfterContainer
    static void close() {
        userdeck.close();
    }

    @AfterTry
    void deleteAll() {
        there.forEach(id -> userdeck.users().delete(id));
        there.clear();
        steady.clear();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("", "a", "A", "ä", "b", "Bob", "bob", "\u00df", "ss", "\u01c5", "😀", "zed");
    }

    @Provide
    Arbitrary<Event> events() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()), Arbitraries.integers().between(0, 20), names())
                .as(Event::new);
    }

    @Property(seed = "20261127", tries = 120)
    void nobodyWhoStaysIsLostOrSeenTwice(
            @ForAll UserSort sort,
            @ForAll boolean ofOneTenant,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @Size(max = 12) List<@From("names") String> names,
            @ForAll @Size(max = 25) List<@From("events") Event> events) {
        names.forEach(this::create);
        steady.addAll(there);
        UserQuery query = UserQuery.of(ofOneTenant ? Scope.of(TenantId.PUBLIC) : Scope.all())
                .sort(sort)
                .size(size);
        List<UserId> seen = new ArrayList<>();
        var next = events.iterator();
        Page<User> page = userdeck.users().list(query);
        for (int i = 0; i < MOST_PAGES; i++) {
            ids(page).forEach(seen::add);
            if (page.nextCursor() == null) {
                break;
            }
            for (int j = 0; j < 2 && next.hasNext(); j++) {
                happen(next.next());
            }
            page = userdeck.users().list(query.cursor(page.nextCursor()));
        }

        assertThat(page.nextCursor()).as("the walk ends").isNull();
        assertThat(seen).filteredOn(steady::contains).doesNotHaveDuplicates();
        assertThat(steady).isSubsetOf(seen);
        if (!page.items().isEmpty()) {
            assertThat(backFrom(page, query)).isEqualTo(forward(query));
        }
    }

    private List<UserId> forward(UserQuery query) {
        List<UserId> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<User> page = userdeck.users().list(query.cursor(cursor));
            all.addAll(ids(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(all).containsExactlyInAnyOrderElementsOf(there);
        return all;
    }

    private List<UserId> backFrom(Page<User> last, UserQuery query) {
        List<UserId> all = new ArrayList<>(ids(last));
        @Nullable String cursor = last.previousCursor();
        while (cursor != null) {
            Page<User> page = userdeck.users().list(query.cursor(cursor));
            all.addAll(0, ids(page));
            cursor = page.previousCursor();
        }
        return all;
    }

    private void happen(Event event) {
        clock.advance(Duration.ofSeconds(event.who() % 2));
        if (event.kind() == Kind.CREATE) {
            create(event.name());
            return;
        }
        if (there.isEmpty() || event.kind() == Kind.NOTHING) {
            return;
        }
        UserId user = there.get(event.who() % there.size());
        steady.remove(user);
        switch (event.kind()) {
            case DELETE -> {
                userdeck.users().delete(user);
                there.remove(user);
            }
            case RENAME ->
                userdeck.users()
                        .update(user, UserChange.unconditional().name(event.name()), Scope.all(), Actor.system());
            default -> userdeck.sessions().create(user, SessionOrigin.of("sso"));
        }
    }

    private void create(String name) {
        NewUser user = NewUser.withEmail("user" + emails++ + "@example.org").name(name);
        var created = (CreateUserResult.Created) userdeck.users().create(user, Actor.system());
        there.add(created.user().id());
    }

    private static List<UserId> ids(Page<User> page) {
        return page.items().stream().map(User::id).toList();
    }
}
