package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_DELETED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.PartlyOutOfScopeException;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.UserId;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what concerns a whole user takes someone for all of the user's tenants, and is seen in each of them. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class WholeUsersContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final TenantId THIRD = new TenantId("third");
    private static final Scope BOTH = Scope.of(Set.of(ACME, GLOBEX));
    private static final Actor SUE = Actor.operator("op-1", "Sue");

    private @Nullable Database tables;
    private UserId ada;

    /** For subclasses. */
    protected WholeUsersContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new Recipe() {
            @Override
            public RecipeId id() {
                return new RecipeId("plain");
            }

            @Override
            public void start(RecipeContext context) {
                tables = context.database();
            }
        });
    }

    @BeforeEach
    void adaIsInTwoTenants() {
        List.of(ACME, GLOBEX, THIRD).forEach(tenant -> userdeck.tenants().create(tenant, tenant.value(), SUE));
        ada = created(userdeck, "ada@example.org").id();
        userdeck.users().addToTenant(ada, ACME, SUE);
        userdeck.users().removeFromTenant(ada, TenantId.PUBLIC, Scope.all(), SUE);
        userdeck.users().addToTenant(ada, GLOBEX, SUE);
    }

    @Test
    void whoLooksAfterAllTenantsOfAUserMayWorkOnTheWholeUser() {
        assertThat(asWhole(BOTH, () -> rename("Ada"))).isEqualTo(1);
        assertThat(asWhole(Scope.all(), () -> rename("Ada L."))).isEqualTo(1);

        assertThat(name()).isEqualTo("Ada L.");
    }

    @Test
    void othersMayNotAndNothingOfItIsCalled() {
        for (Scope scope : List.of(Scope.of(ACME), Scope.of(THIRD), Scope.of(Set.of(GLOBEX, THIRD)))) {
            assertThatThrownBy(() -> asWhole(scope, () -> {
                        throw new AssertionError("was called");
                    }))
                    .isInstanceOf(PartlyOutOfScopeException.class);
        }
    }

    @Test
    void aTenantThatIsAddedMeanwhileIsNotMissed() {
        assertThatThrownBy(() -> asWhole(BOTH, () -> {
                    inAnotherThread(() -> userdeck.users().addToTenant(ada, THIRD, SUE));
                    return rename("Mallory");
                }))
                .isInstanceOf(PartlyOutOfScopeException.class);

        assertThat(name()).isNull();
    }

    @Test
    void eachTransactionOfTheWorkIsChecked() {
        assertThatThrownBy(() -> asWhole(BOTH, () -> {
                    rename("First");
                    inAnotherThread(() -> userdeck.users().addToTenant(ada, THIRD, SUE));
                    return rename("Second");
                }))
                .isInstanceOf(PartlyOutOfScopeException.class);

        assertThat(name()).isEqualTo("First");
        assertThat(rename("Third")).as("the check ends with the work").isEqualTo(1);
    }

    @Test
    void withinAnOpenTransactionItIsCheckedAtOnce() {
        assertThatThrownBy(() -> plain().write(connection -> {
                    rename("Mallory");
                    return asWhole(Scope.of(ACME), () -> rename("Eve"));
                }))
                .isInstanceOf(PartlyOutOfScopeException.class);

        assertThat(name()).isNull();
    }

    @Test
    void ofAnIdThatNobodyHasNothingIsChecked() {
        assertThat(userdeck.users().withWholeUser(new UserId("nobody"), Scope.of(ACME), () -> "called"))
                .isEqualTo("called");
    }

    @Test
    void whatConcernsAWholeUserIsSeenInEachTenant() {
        userdeck.users().suspend(ada, NewSuspension.of("Fraud"), Scope.all(), SUE);

        for (TenantId tenant : List.of(ACME, GLOBEX)) {
            AuditEvent event = only(AuditQuery.of(Scope.of(tenant)).action(USER_SUSPENDED));
            assertThat(event.tenants()).as("nothing is told of the other").containsExactly(tenant);
            assertThat(event.user()).isEqualTo(ada);
            assertThat(userdeck.audit().find(event.id(), Scope.of(tenant))).contains(event);
            assertThat(latest(AuditQuery.of(Scope.of(tenant)))).isEqualTo(event);
            assertThat(latest(AuditQuery.of(Scope.of(tenant)).user(ada))).isEqualTo(event);
            assertThat(latest(AuditQuery.of(Scope.all()).tenant(tenant)).id()).isEqualTo(event.id());
        }
        AuditEvent whole = only(AuditQuery.of(Scope.all()).action(USER_SUSPENDED));
        assertThat(whole.tenants()).containsExactlyInAnyOrder(ACME, GLOBEX);
        assertThat(list(AuditQuery.of(Scope.of(THIRD)))).noneMatch(event -> ada.equals(event.user()));
        assertThat(userdeck.audit().find(whole.id(), Scope.of(THIRD))).isEmpty();
    }

    @Test
    void itIsReadOnceByWhoSeesSeveralTenants() {
        userdeck.users().activate(ada, Scope.all(), SUE);
        userdeck.users().suspend(ada, NewSuspension.of("Fraud"), Scope.all(), SUE);

        List<AuditEvent> events = list(AuditQuery.of(BOTH));

        assertThat(events).doesNotHaveDuplicates().extracting(AuditEvent::id).doesNotHaveDuplicates();
        assertThat(events.get(0).action()).isEqualTo(USER_SUSPENDED);
        assertThat(events.get(0).tenants()).containsExactlyInAnyOrder(ACME, GLOBEX);
        assertThat(events.get(0).changes()).extracting(AuditEvent.Change::field).doesNotHaveDuplicates();
    }

    @Test
    void pagesOfATenantGoThroughBothKindsOfEvents() {
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofSeconds(1));
            userdeck.audit().record(NewAuditEvent.of("test.whole", SUE).user(ada));
            userdeck.audit().record(NewAuditEvent.of("test.one", SUE).user(ada).tenant(ACME));
        }
        List<AuditEvent> all = list(AuditQuery.of(Scope.of(ACME)));

        var query = AuditQuery.of(Scope.of(ACME)).size(3);
        var page = userdeck.audit().list(query);
        for (int from = 0; from < 14; from += 3) {
            assertThat(page.items()).isEqualTo(all.subList(from, Math.min(from + 3, all.size())));
            page = userdeck.audit().list(query.cursor(page.nextCursor()));
        }
    }

    @Test
    void anEventOfARecipeThatNamesNoTenantIsInAllOfTheUsers() {
        plain().write(connection -> {
            userdeck.audit().record(NewAuditEvent.of("plain.changed", SUE).user(ada));
            return true;
        });

        assertThat(only(AuditQuery.of(Scope.of(ACME)).action("plain.changed")).tenants())
                .containsExactly(ACME);
        assertThat(only(AuditQuery.of(Scope.of(GLOBEX)).action("plain.changed")).tenants())
                .containsExactly(GLOBEX);
    }

    @Test
    void theDeletionIsSeenInEachTenantToo() {
        userdeck.users().delete(ada, Scope.all(), SUE);

        assertThat(only(AuditQuery.of(Scope.of(ACME)).action(USER_DELETED)).user())
                .isEqualTo(ada);
        assertThat(only(AuditQuery.of(Scope.of(GLOBEX)).action(USER_DELETED)).user())
                .isEqualTo(ada);
    }

    private <T> T asWhole(Scope scope, Supplier<T> work) {
        return userdeck.users().withWholeUser(ada, scope, work);
    }

    /** As a recipe writes, which knows nothing of tenants. */
    private int rename(String name) {
        return plain().write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update " + plain().table("ud_user") + " set name = ? where id = ?")) {
                update.setString(1, name);
                update.setString(2, ada.value());
                return update.executeUpdate();
            }
        });
    }

    private @Nullable String name() {
        return userdeck.users().find(ada, Scope.all()).orElseThrow().name();
    }

    private Database plain() {
        return requireNonNull(tables);
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private List<AuditEvent> list(AuditQuery query) {
        return userdeck.audit().list(query.size(100)).items();
    }

    private AuditEvent latest(AuditQuery query) {
        return list(query).get(0);
    }

    private AuditEvent only(AuditQuery query) {
        List<AuditEvent> events = list(query);
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
