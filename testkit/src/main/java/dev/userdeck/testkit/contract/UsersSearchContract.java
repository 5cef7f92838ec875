package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SearchMode;
import dev.userdeck.user.UnlinkResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a search of {@link dev.userdeck.user.Users#list} must find on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UsersSearchContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");

    /** For subclasses. */
    protected UsersSearchContract() {}

    /** What the engine of the subclass finds. */
    protected SearchMode expected() {
        return SearchMode.WORD_START;
    }

    @Test
    void theStartOfEachWordFinds() {
        User ada =
                create(NewUser.withEmail("ada.lovelace+news@mail.example.org").name("Ada King"));
        create(NewUser.withEmail("grace@navy.example").name("Grace Hopper"));

        for (String text : List.of(
                "ada",
                "a",
                "king",
                "KI",
                "lovelace",
                "love",
                "news",
                "mail",
                "example.org",
                "mail.example.org",
                "ada.lovelace+news@mail.example.org",
                "ada.love",
                "lovelace+ne",
                "news@mail.ex",
                "@mail.example.org",
                "+news@",
                "king ada",
                "ki love",
                " ada   king ",
                "Ada\tKing")) {
            assertThat(find(text)).as(text).containsExactly(ada.id());
        }
        for (String text : List.of("lovely", "ada hopper", "ada.king", "example.com", "ada@", "aking")) {
            assertThat(find(text)).as(text).isEmpty();
        }
    }

    @Test
    void partsOfWordsFindWhereTheEngineHasAnIndexOfThem() {
        User ada = create(NewUser.withEmail("ada@example.org").name("Augusta Ada King"));

        assertThat(userdeck.users().searchMode()).isEqualTo(expected());
        for (String part : List.of("gust", "usta", "xampl", "da@exa", "ing")) {
            assertThat(find(part))
                    .as(part)
                    .containsExactly(expected() == SearchMode.CONTAINS ? new UserId[] {ada.id()} : new UserId[0]);
        }
        assertThat(find("us")).isEmpty();
    }

    @Test
    void caseAndAccentsDoNotCount() {
        User user =
                create(NewUser.withEmail("Émile.Zola@Example.ORG").name("Émile ZOLA-Straße Łódź Ørsted Ağaoğlu İpek"));

        for (String text : List.of(
                "emile",
                "ÉMILE",
                "e\u0301mile",
                "zola",
                "ＺＯＬＡ",
                "strasse",
                "straße",
                "lodz",
                "łódź",
                "orsted",
                "agaoglu",
                "ipek",
                "zola-strasse",
                "emile.zola@example.org")) {
            assertThat(find(text)).as(text).containsExactly(user.id());
        }
    }

    @Test
    void everyCharacterStandsForItself() {
        User percent = create(NewUser.withEmail("a@example.org").name("100% a_b c\\d !e 'f' \"g\" {user} ?"));
        create(NewUser.withEmail("b@example.org").name("100 axb cxd"));

        for (String text : List.of(
                "100%", "%", "_", "\\", "a_b", "c\\d", "!e", "'f'", "\"g\"", "{user}", "?", "a_", "% a_b", "!")) {
            assertThat(find(text)).as(text).containsExactly(percent.id());
        }
        for (String text : List.of("1%0", "a%b", "__", "10_", "%%", "'; drop table ud_user --", "{0}", "100%_")) {
            assertThat(find(text)).as(text).isEmpty();
        }
    }

    @Test
    void allTheWorldsLettersFind() {
        User user = create(NewUser.withEmail("w@example.org").name("田中さくら Ωμέγα Żółć Петров 김철수 محمد 👩‍🚀 𝒜da Ⅷ"));
        create(NewUser.withEmail("x@example.org").name("Nobody"));

        for (String text : List.of("田中", "田", "ωμεγα", "zolc", "петров", "김철", "محم", "👩‍🚀", "ada", "viii")) {
            assertThat(find(text)).as(text).containsExactly(user.id());
        }
        assertThat(find("👩‍🚀👩‍🚀")).isEmpty();
        assertThat(find("a\0da")).isEmpty();
    }

    @Test
    void aPhoneIsFoundHoweverItIsWritten() {
        User user = create(NewUser.withPhone("+44 7700 900123"));
        create(NewUser.withPhone("+44 7700 900999"));

        for (String text : List.of(
                "+447700900123",
                "447700900123",
                "+44 7700 900123",
                "+44 (7700) 900-123",
                "4477009001",
                "+44770090012")) {
            assertThat(find(text)).as(text).containsExactly(user.id());
        }
        assertThat(find("+44")).hasSize(2);
        assertThat(find("+44 7700 900124")).isEmpty();
    }

    @Test
    void idsAreFoundFromTheirStart() {
        User ada = create(NewUser.withEmail("ada@example.org").externalId("CRM-0042/x"));
        User grace = create(NewUser.withEmail("grace@example.org").externalId("0F8FAD5B-D9CB-469F-A165-70867728950E"));
        String id = ada.id().value();

        assertThat(find(id)).containsExactly(ada.id());
        assertThat(find(id.toUpperCase(Locale.ROOT))).containsExactly(ada.id());
        assertThat(find(id.substring(0, 30))).contains(ada.id());
        assertThat(find("ada " + id)).containsExactly(ada.id());
        assertThat(find("crm-0042/X")).containsExactly(ada.id());
        assertThat(find("0042")).containsExactly(ada.id());
        assertThat(find("0f8fad5b-d9cb-469f-a165-70867728950e")).containsExactly(grace.id());
        assertThat(find("0F8FAD5B-D9")).containsExactly(grace.id());
        assertThat(find("0f8fad5b-d9cb-469f-a165-70867728950f")).isEmpty();
    }

    @Test
    void nothingToLookForFindsEverybody() {
        create(NewUser.withEmail("ada@example.org"));
        create(NewUser.withEmail("grace@example.org"));

        for (String text : List.of("", " ", "\t\n", "\u0000", "\u00A0")) {
            assertThat(find(text)).as(text).hasSize(2);
        }
    }

    @Test
    void aLongTextIsTakenUpToItsLimit() {
        User user = create(NewUser.withEmail("ada@example.org").name("x".repeat(255)));

        assertThat(find("x".repeat(255))).containsExactly(user.id());
        assertThat(find("x".repeat(300))).isEmpty();
        assertThat(find("y".repeat(UserFilter.MAX_TEXT))).isEmpty();
        assertThatThrownBy(() -> find("y".repeat(UserFilter.MAX_TEXT + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("500 characters");
        assertThatThrownBy(() -> find("a b c d e f g h i j k")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyHitIsOnSomePage() {
        List<UserId> hits = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMillis(i % 3));
            User user = create(NewUser.withEmail("user" + i + "@" + (i % 2 == 0 ? "even" : "odd") + ".example"));
            if (i % 2 == 0) {
                hits.add(0, user.id());
            }
        }

        assertThat(walk(UserQuery.of(Scope.all()).search("even").size(4))).isEqualTo(hits);
        assertThat(walk(UserQuery.of(Scope.of(TenantId.PUBLIC)).search("even").size(4)))
                .isEqualTo(hits);
        assertThat(userdeck.users().count(Scope.all(), UserFilter.none().search("even")))
                .isEqualTo(new CappedCount(15, true));
    }

    @Test
    void anotherTenantsUsersAreNeverFound() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        User ada = create(NewUser.withEmail("ada@example.org").name("Ada"));
        User other = create(NewUser.withEmail("ada@acme.example").name("Ada").tenant(ACME));
        Scope acme = Scope.of(ACME);

        assertThat(walk(UserQuery.of(acme).search("ada"))).containsExactly(other.id());
        assertThat(walk(UserQuery.of(acme).search(ada.id().value()))).isEmpty();
        assertThat(walk(UserQuery.of(Scope.of(Set.of(ACME, new TenantId("more"))))
                        .search("ada")))
                .containsExactly(other.id());
        assertThat(userdeck.users().count(acme, UserFilter.none().search("ada")))
                .isEqualTo(new CappedCount(1, true));

        userdeck.users().addToTenant(ada.id(), ACME, Actor.system());
        assertThat(walk(UserQuery.of(acme).search("ada"))).containsExactly(other.id(), ada.id());
        userdeck.users().removeFromTenant(ada.id(), ACME, Scope.all(), Actor.system());
        assertThat(walk(UserQuery.of(acme).search("ada"))).containsExactly(other.id());
    }

    @Test
    void aSearchFollowsWhatIsChanged() {
        User ada = create(NewUser.withEmail("ada@example.org").name("Ada"));

        userdeck.users()
                .update(
                        ada.id(),
                        UserChange.unconditional().name("Augusta").email("king@example.org"),
                        Scope.all(),
                        Actor.system());
        assertThat(find("augusta")).containsExactly(ada.id());
        assertThat(find("king@example.org")).containsExactly(ada.id());
        assertThat(find("ada")).isEmpty();

        userdeck.users().link(ada.id(), NewLogin.of("google", "1").email("lady@gmail.example"), Actor.system());
        assertThat(find("lady@gmail")).containsExactly(ada.id());
        LoginMethodId method = userdeck.users()
                .find(ada.id())
                .orElseThrow()
                .loginMethods()
                .get(0)
                .id();
        userdeck.users().link(ada.id(), NewLogin.of("github", "2").email("count@hub.example"), Actor.system());
        UnlinkResult.Unlinked parted =
                (UnlinkResult.Unlinked) userdeck.users().unlink(ada.id(), method, Scope.all(), Actor.system());
        assertThat(find("lady@gmail")).containsExactly(parted.created().id());
        assertThat(find("count@hub")).containsExactly(ada.id());

        userdeck.users().merge(ada.id(), parted.created().id(), Scope.all(), Actor.system());
        assertThat(find("lady@gmail")).containsExactly(ada.id());

        userdeck.users().delete(ada.id());
        assertThat(find("augusta")).isEmpty();
        assertThat(userdeck.users().count(Scope.all(), UserFilter.none())).isEqualTo(new CappedCount(0, true));
    }

    @Test
    void whatAScriptCouldNotFoldIsMadeAnew() throws SQLException {
        User zoe = create(NewUser.withEmail("zoe@example.org").name("Zoë"));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update ud_user set name_key = '', email_key = ''");
            statement.execute("delete from ud_user_search");
            statement.execute("insert into ud_user_reindex (user_id) select id from ud_user");
        }
        assertThat(find("zoe")).isEmpty();

        userdeck.runMaintenance();

        assertThat(find("zoe")).containsExactly(zoe.id());
    }

    @Test
    void filtersAddUp() {
        User google = create(NewUser.withLogin(NewLogin.of("google", "1")).email("ada@example.org"));
        User okta = create(NewUser.withLogin(NewLogin.of("okta", "1")).email("adele@example.org"));
        User invited = create(NewUser.withEmail("adam@example.org"));
        User bad = create(NewUser.withLogin(NewLogin.of("google", "2")).email("adrian@example.org"));
        userdeck.users().suspend(bad.id(), NewSuspension.of("spam"), Scope.all(), Actor.system());
        UserFilter ad = UserFilter.none().search("ad");

        assertThat(find(ad.statuses(Set.of(UserStatus.SUSPENDED)))).containsExactly(bad.id());
        assertThat(find(ad.statuses(Set.of(UserStatus.INVITED)))).containsExactly(invited.id());
        assertThat(find(ad.statuses(Set.of(UserStatus.ACTIVE)))).containsExactlyInAnyOrder(google.id(), okta.id());
        assertThat(find(ad.providers(Set.of("google")))).containsExactlyInAnyOrder(google.id(), bad.id());
        assertThat(find(ad.providers(Set.of("google", "okta")).statuses(Set.of(UserStatus.ACTIVE))))
                .containsExactlyInAnyOrder(google.id(), okta.id());
        assertThat(find(ad.methods(Set.of(LoginMethod.Kind.EXTERNAL)).search("adele")))
                .containsExactly(okta.id());
        assertThat(find(ad.methods(Set.of(LoginMethod.Kind.PASSWORD)))).isEmpty();
        assertThat(userdeck.users().providers(Scope.all())).containsExactly("google", "okta");
        assertThat(userdeck.users().providers(Scope.of(TenantId.PUBLIC))).containsExactly("google", "okta");
        assertThat(userdeck.users().providers(Scope.of(ACME))).isEmpty();
    }

    @Test
    void aSuspensionThatHasEndedIsNoSuspension() {
        User user = create(NewUser.withLogin(NewLogin.of("google", "1")).email("ada@example.org"));
        User invited = create(NewUser.withEmail("grace@example.org"));
        for (User each : List.of(user, invited)) {
            userdeck.users()
                    .suspend(
                            each.id(),
                            NewSuspension.of("spam").until(clock.instant().plus(Duration.ofHours(1))),
                            Scope.all(),
                            Actor.system());
        }
        assertThat(find(UserFilter.none().statuses(Set.of(UserStatus.SUSPENDED))))
                .hasSize(2);

        clock.advance(Duration.ofHours(1));

        assertThat(find(UserFilter.none().statuses(Set.of(UserStatus.SUSPENDED))))
                .isEmpty();
        assertThat(find(UserFilter.none().statuses(Set.of(UserStatus.ACTIVE)))).containsExactly(user.id());
        assertThat(find(UserFilter.none().statuses(Set.of(UserStatus.INVITED)))).containsExactly(invited.id());
    }

    private User create(NewUser newUser) {
        CreateUserResult result = userdeck.users().create(newUser, Actor.system());
        assertThat(result).isInstanceOf(CreateUserResult.Created.class);
        return ((CreateUserResult.Created) result).user();
    }

    private List<UserId> find(String text) {
        return find(UserFilter.none().search(text));
    }

    private List<UserId> find(UserFilter filter) {
        List<UserId> found = walk(UserQuery.of(Scope.all()).filter(filter));
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
        return found;
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
