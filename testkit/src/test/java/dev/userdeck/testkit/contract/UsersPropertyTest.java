package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Users of any make, found by what was typed, and merged. */
class UsersPropertyTest {
    private static final String SEED = "20261127";
    private static final TenantId OTHER = new TenantId("other");
    private static Userdeck userdeck;

    private final List<User> created = new ArrayList<>();

    /** A user to be; numbers tell apart, so that small ones meet. */
    private record Draft(
            Optional<Integer> email,
            Optional<Integer> phone,
            Set<Integer> logins,
            Optional<String> name,
            boolean both) {

        NewUser in(int place) {
            NewUser user = NewUser.withEmail("user" + email.orElse(0) + "@example.org")
                    .email(email.map(n -> "User" + n + "@example.org").orElse(null))
                    .phone(phone.map(n -> "+44207946012" + n).orElse(null))
                    .name(name.orElse(null));
            if (email.isEmpty() && phone.isEmpty()) {
                return NewUser.withLogin(NewLogin.of("google", "first" + place)).name(name.orElse(null));
            }
            return user;
        }
    }

    @BeforeContainer
    static void start() {
        userdeck = Userdeck.builder()
                .inMemory()
                .clock(TestClock.create())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        userdeck.tenants().create(OTHER, "Other", Actor.system());
    }

    @AfterContainer
    static void close() {
        userdeck.close();
    }

    @AfterTry
    void deleteAll() {
        created.forEach(user -> userdeck.users().delete(user.id()));
        created.clear();
    }

    @Provide
    Arbitrary<Draft> drafts() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        few.optional(),
                        few.optional(),
                        few.set().ofMaxSize(2),
                        Arbitraries.of("Ada", "ada", "Bob").optional(),
                        Arbitraries.of(true, false))
                .as(Draft::new);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings()
                .withChars("aIiİıßẞſςσΣ ée\u0301ﬀÅ가ᄀª²ａ@.'%_\\<\0\ud83d\ude00\u200d\t\"")
                .ofMaxLength(30);
    }

    @Property(seed = SEED, tries = 150)
    void mergingLosesNothing(@ForAll @Size(min = 2, max = 3) List<@From("drafts") Draft> drafts) {
        for (Draft draft : drafts) {
            create(draft);
        }
        if (created.size() < 2) {
            return;
        }
        User into = created.get(0);
        User from = created.get(1);

        UpdateUserResult result = merge(into, from);

        if (result instanceof UpdateUserResult.Updated updated) {
            User merged = updated.user();
            assertThat(userdeck.users().find(into.id())).contains(merged);
            assertThat(userdeck.users().find(from.id())).isEmpty();
            assertThat(merge(into, from)).isEqualTo(new UpdateUserResult.Unknown());
            assertHolds(merged, into);
            assertHolds(merged, from);
            created.remove(from);
        } else {
            assertThat(result).isInstanceOf(UpdateUserResult.Refused.class);
            assertThat(merge(into, from)).isEqualTo(result);
        }
        created.forEach(user -> assertThat(userdeck.users().find(user.id())).isPresent());
        assertThat(userdeck.users().count(Scope.all(), UserFilter.none()).number())
                .isEqualTo(created.size());
    }

    @Property(seed = SEED, tries = 200)
    void whatIsStoredIsFoundByWhatWasTyped(
            @ForAll("anyText") String name, @ForAll("anyText") String local, @ForAll("anyText") String externalId) {
        String email = local + "@example.org";
        NewUser typed = NewUser.withEmail(email).name(name).externalId(externalId);

        CreateUserResult result = userdeck.users().create(typed, Actor.system());

        if (!(result instanceof CreateUserResult.Created done)) {
            assertThat(result).isInstanceOf(CreateUserResult.Refused.class);
            return;
        }
        User user = done.user();
        created.add(user);
        assertThat(userdeck.users().find(user.id())).contains(user);
        assertThat(userdeck.users().findByEmail(email, TenantId.PUBLIC)).contains(user);
        assertThat(userdeck.users().findByEmail(email.toLowerCase(Locale.ROOT) + " ", TenantId.PUBLIC))
                .contains(user);
        assertThat(userdeck.users().create(typed, Actor.system())).isNotInstanceOf(CreateUserResult.Created.class);
        if (user.externalId() != null) {
            assertThat(userdeck.users().findByExternalId(externalId, TenantId.PUBLIC))
                    .contains(user);
        }
        for (String text : List.of(name, email)) {
            if (text.strip().split("[\\s\\p{Z}]+").length > UserFilter.MAX_WORDS) {
                continue;
            }
            assertThat(userdeck.users()
                            .list(UserQuery.of(Scope.all())
                                    .filter(UserFilter.none().search(text)))
                            .items())
                    .as("searched by %s", text)
                    .contains(user);
        }
    }

    private void create(Draft draft) {
        if (userdeck.users().create(draft.in(created.size()), Actor.system())
                instanceof CreateUserResult.Created done) {
            User user = done.user();
            for (int login : draft.logins()) {
                userdeck.users().link(user.id(), NewLogin.of("google", "subject" + login), Actor.system());
            }
            if (draft.both()) {
                userdeck.users().addToTenant(user.id(), OTHER, Actor.system());
            }
            created.add(userdeck.users().find(user.id()).orElseThrow());
        }
    }

    private static UpdateUserResult merge(User into, User from) {
        return userdeck.users().merge(into.id(), from.id(), Scope.all(), Actor.system());
    }

    private static void assertHolds(User merged, User part) {
        Set<LoginMethod> methods = new HashSet<>(merged.loginMethods());
        assertThat(methods).containsAll(part.loginMethods());
        assertThat(merged.tenants()).containsAll(part.tenants());
        for (TenantId tenant : merged.tenants()) {
            part.loginMethods().stream()
                    .filter(method -> method.subject() != null)
                    .forEach(method -> assertThat(userdeck.users().findByLogin("google", method.subject(), tenant))
                            .contains(merged));
        }
        assertThat(merged.name() == null && part.name() != null).isFalse();
        assertThat(merged.email() == null && part.email() != null).isFalse();
        assertThat(merged.phone() == null && part.phone() != null).isFalse();
    }
}
