package dev.userdeck.example.quickstart;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Users that no screen is made for: names of 200 characters, none at all and from right to left, a tenant with a name of
 * 68, somebody with forty roles, somebody with two passwords.
 *
 * @param olu who has a bit of everything
 * @param hostile whose values are all as long as they get
 * @param last who came last
 */
record Crowd(UserId olu, UserId hostile, UserId last) {
    static final TenantId ACME = new TenantId("acme");
    static final String ACME_NAME = "Northern Railways and Ferries of the Outer Isles, a Limited Company.";
    static final String EMAIL = "oluwaseun.adeyemi@staff.harbour-rail.example";
    static final String LONG_NAME = "Maximiliane" + "-von-Hohenfels".repeat(13) + "-am-See";
    static final String ARABIC_NAME =
            "\u0645\u0631\u064a\u0645 \u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646";
    private static final String PASSWORD = "a long walk by the river";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

    /** Fills an app in which nobody is yet. */
    static Crowd fill(Userdeck userdeck) {
        userdeck.tenants().create(ACME, ACME_NAME, Actor.system());
        List<String> names = roles(userdeck.recipe(UserRoles.class));
        for (int i = 0; i < 12; i++) {
            create(userdeck, NewUser.withEmail("person" + i + "@example.org").name("Person " + i));
        }
        UserId arabic = create(userdeck, NewUser.withEmail("maryam@example.org").name(ARABIC_NAME));
        userdeck.recipe(UserRoles.class).assign(arabic, names.get(0));
        create(userdeck, NewUser.withPhone("+447911123456"));
        UserId hostile = create(
                userdeck,
                NewUser.withEmail(
                                "a-very-long-local-part.with.dots@a-rather-long.domain-name.for-a-mailbox.example.org")
                        .name(LONG_NAME)
                        .tenant(ACME));
        userdeck.users().addToTenant(hostile, TenantId.PUBLIC, Actor.system());
        names.forEach(role -> userdeck.recipe(UserRoles.class).assign(hostile, role));
        UserId other = create(
                userdeck,
                NewUser.withEmail("other@example.org").name("Olu the other").password(PASSWORD));
        UserId olu = create(
                userdeck, NewUser.withEmail(EMAIL).name("Oluwaseun Adeyemi").password(PASSWORD));
        userdeck.users().merge(olu, other, Scope.all(), Actor.system());
        userdeck.users().link(olu, NewLogin.of("google", "g-1"), Actor.system());
        userdeck.users().link(olu, NewLogin.of("staff-sso", "s-1"), Actor.system());
        names.stream()
                .limit(14)
                .forEach(role -> userdeck.recipe(UserRoles.class).assign(olu, role));
        for (int i = 1; i <= 24; i++) {
            userdeck.sessions().create(olu, SessionOrigin.of("password").client("192.0.2." + i, FIREFOX));
        }
        return new Crowd(olu, hostile, create(userdeck, NewUser.withEmail("last@example.org")));
    }

    private static List<String> roles(UserRoles roles) {
        List<String> names = IntStream.range(0, 40)
                .mapToObj(i -> "role-%02d%s".formatted(i, i == 7 ? "-whose-name-is-as-long-as-no-cell-is-wide" : ""))
                .toList();
        names.forEach(name -> roles.create(name, null, List.of("ticket:read", name + ":do"), Actor.system()));
        return names;
    }

    private static UserId create(Userdeck userdeck, NewUser user) {
        return ((CreateUserResult.Created) userdeck.users().create(user, Actor.system()))
                .user()
                .id();
    }
}
