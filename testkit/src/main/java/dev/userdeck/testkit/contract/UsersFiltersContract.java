package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How {@link dev.userdeck.user.Users#list} must filter on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UsersFiltersContract extends EngineContract {

    /** For subclasses. */
    protected UsersFiltersContract() {}

    @Test
    void aConditionNarrowsTheListOnEveryPage() {
        List<UserId> odd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            User user = created(userdeck, "user" + i + "@example.org");
            if (i % 2 == 1) {
                odd.add(0, user.id());
            }
        }
        UserCondition condition = among(odd);

        assertThat(walk(UserQuery.of(Scope.all()).matching(condition).size(3))).containsExactlyElementsOf(odd);
        assertThat(walk(UserQuery.of(Scope.of(TenantId.PUBLIC))
                        .matching(condition)
                        .size(3)))
                .containsExactlyElementsOf(odd);
        assertThat(walk(UserQuery.of(Scope.of(new TenantId("other"))).matching(condition)))
                .isEmpty();
    }

    @Test
    void conditionsAddUp() {
        User ada = created(userdeck, "ada@example.org");
        User grace = created(userdeck, "grace@example.org");
        User alan = created(userdeck, "alan@example.org");

        UserQuery query = UserQuery.of(Scope.all())
                .matching(among(List.of(ada.id(), grace.id())))
                .matching(among(List.of(grace.id(), alan.id())));

        assertThat(walk(query)).containsExactly(grace.id());
    }

    @Test
    void aConditionWithOrInItHoldsTogether() {
        User ada = created(userdeck, "ada@example.org");
        created(userdeck, "grace@example.org");

        UserCondition either = UserCondition.of(
                "{user} = ? or {user} = ?", ada.id().value(), ada.id().value());

        assertThat(walk(UserQuery.of(Scope.of(new TenantId("other"))).matching(either)))
                .isEmpty();
        assertThat(walk(UserQuery.of(Scope.all()).matching(either))).containsExactly(ada.id());
    }

    @Test
    void aCursorBelongsToItsConditions() {
        List<UserId> ids = List.of(
                created(userdeck, "ada@example.org").id(),
                created(userdeck, "grace@example.org").id());
        UserQuery query = UserQuery.of(Scope.all()).matching(among(ids)).size(1);
        String cursor = userdeck.users().list(query).nextCursor();

        assertThat(userdeck.users().list(query.cursor(cursor)).items()).hasSize(1);
        for (UserQuery other : List.of(
                UserQuery.of(Scope.all()),
                query.matching(among(ids)),
                UserQuery.of(Scope.all()).matching(among(ids.subList(0, 1))))) {
            assertThatThrownBy(() -> userdeck.users().list(other.cursor(cursor)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void aSpanOfJoiningHoldsItsStartAndNotItsEnd() {
        List<UserId> ids = new ArrayList<>();
        List<Instant> joined = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofMinutes(1));
            User user = created(userdeck, "user" + i + "@example.org");
            ids.add(user.id());
            joined.add(user.joinedAt());
        }

        for (Scope scope : List.of(Scope.all(), Scope.of(TenantId.PUBLIC))) {
            UserQuery query = UserQuery.of(scope).sort(UserSort.OLDEST_FIRST).size(2);
            assertThat(walk(query.joined(joined.get(1), joined.get(5)))).isEqualTo(ids.subList(1, 5));
            assertThat(walk(query.joined(joined.get(4), null))).isEqualTo(ids.subList(4, 6));
            assertThat(walk(query.joined(null, joined.get(2)))).isEqualTo(ids.subList(0, 2));
            assertThat(walk(query.joined(joined.get(2), joined.get(2)))).isEmpty();
            String cursor =
                    userdeck.users().list(query.joined(joined.get(1), null)).nextCursor();
            assertThatThrownBy(() -> userdeck.users().list(query.cursor(cursor)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    private static UserCondition among(List<UserId> ids) {
        String marks = String.join(", ", ids.stream().map(id -> "?").toList());
        return UserCondition.of(
                        "{user} in (" + marks + ")",
                        ids.stream().map(UserId::value).toArray())
                .ids("select x.id from ud_user x where x.id in (" + marks + ")");
    }

    private List<UserId> walk(UserQuery query) {
        List<UserId> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<User> page = userdeck.users().list(query.cursor(cursor));
            page.items().forEach(user -> all.add(user.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }
}
