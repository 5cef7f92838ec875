package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.TENANT_DELETED;
import static dev.userdeck.audit.AuditActions.USER_DELETED;
import static dev.userdeck.audit.AuditActions.USER_TENANT_MOVED;
import static dev.userdeck.audit.AuditActions.USER_TENANT_REMOVED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.DeleteTenantResult.Deleted;
import dev.userdeck.tenant.DeleteTenantResult.HasUsers;
import dev.userdeck.tenant.DeleteTenantResult.IdentifiersTaken;
import dev.userdeck.tenant.DeleteTenantResult.NotYet;
import dev.userdeck.tenant.DeleteTenantResult.Unknown;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsage;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What deleting a tenant must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class TenantDeletionContract extends EngineContract {
    private static final TenantId STAFF = new TenantId("staff");
    private static final TenantId OTHER = new TenantId("other");
    private static final Actor INES = Actor.operator("op-1", "Ines");
    private static final int MANY = 1_000;

    private Tenants tenants;
    private Tables tables;

    /** For subclasses. */
    protected TenantDeletionContract() {}

    @BeforeEach
    void createTenants() {
        tenants = userdeck.tenants();
        tables = new Tables(database);
        tenants.create(STAFF, "Staff", Actor.system());
        tenants.create(OTHER, "Other", Actor.system());
    }

    @Test
    void anEmptyOneGoes() {
        assertThat(tenants.delete(STAFF, INES)).isEqualTo(new Deleted(0));

        assertThat(tenants.find(STAFF)).isEmpty();
        assertThat(tenants.delete(STAFF, INES)).isEqualTo(new Unknown(STAFF));
        assertThat(events(TENANT_DELETED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(INES);
            assertThat(event.tenant()).isEqualTo(STAFF);
        });
    }

    @Test
    void publicStays() {
        assertThat(tenants.delete(TenantId.PUBLIC, INES)).isEqualTo(new DeleteTenantResult.IsPublic());
        assertThat(tenants.delete(TenantId.PUBLIC, TenantUsers.delete(), MANY, INES))
                .isEqualTo(new DeleteTenantResult.IsPublic());

        assertThat(tenants.find(TenantId.PUBLIC)).isPresent();
    }

    @Test
    void oneWithUsersStaysUnlessTheyAreTakenCareOf() {
        create("ada@example.org", STAFF);
        create("bob@example.org", STAFF);

        assertThat(tenants.delete(STAFF, INES)).isEqualTo(new HasUsers(2));

        assertThat(tenants.find(STAFF)).isPresent();
        assertThat(tables.count("ud_user_tenant")).isEqualTo(2);
        assertThat(events(TENANT_DELETED)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        TenantId none = new TenantId("none");

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(none), MANY, INES)).isEqualTo(new Unknown(none));
        assertThat(tenants.delete(none, TenantUsers.moveTo(STAFF), MANY, INES)).isEqualTo(new Unknown(none));
        assertThatThrownBy(() -> tenants.delete(STAFF, TenantUsers.moveTo(STAFF), MANY, INES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tenants.delete(STAFF, TenantUsers.delete(), 0, INES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usersMoveWithWhatTheySignInBy() {
        User ada = create("ada@example.org", STAFF);
        User both = create("both@example.org", STAFF);
        userdeck.users().addToTenant(both.id(), OTHER, INES);
        IssuedSession session = open(ada, STAFF);

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(OTHER), MANY, INES)).isEqualTo(new Deleted(2));

        assertThat(tenants.find(STAFF)).isEmpty();
        assertThat(userdeck.users()
                        .findByEmail("ADA@example.org", OTHER)
                        .orElseThrow()
                        .tenants())
                .isEqualTo(Set.of(OTHER));
        assertThat(userdeck.users().find(both.id()).orElseThrow().tenants()).isEqualTo(Set.of(OTHER));
        assertThat(userdeck.sessions().verify(session.token())).isEmpty();
        assertThat(events(USER_TENANT_MOVED)).singleElement().satisfies(event -> {
            assertThat(event.user()).isEqualTo(ada.id());
            assertThat(event.tenant()).isEqualTo(OTHER);
        });
        assertThat(events(USER_TENANT_REMOVED))
                .extracting(AuditEvent::user, AuditEvent::tenant)
                .containsExactlyInAnyOrder(tuple(ada.id(), STAFF), tuple(both.id(), STAFF));
    }

    @Test
    void whoLooksAfterOneOfTheTenantsReadsNothingOfTheOther() {
        User ada = create("ada@example.org", STAFF);
        User both = create("both@example.org", STAFF);
        userdeck.users().addToTenant(both.id(), OTHER, INES);

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(OTHER), MANY, INES)).isEqualTo(new Deleted(2));

        assertThat(seenWithin(OTHER, ada)).contains(USER_TENANT_MOVED).doesNotContain(STAFF.value());
        assertThat(seenWithin(STAFF, ada)).contains(USER_TENANT_REMOVED).doesNotContain(OTHER.value());
        assertThat(seenWithin(STAFF, both)).contains(USER_TENANT_REMOVED).doesNotContain(OTHER.value());
        assertThat(seenWithin(OTHER, both)).doesNotContain(USER_TENANT_MOVED, STAFF.value());
    }

    /** All that the events of a user say to somebody who looks after that tenant. */
    private String seenWithin(TenantId tenant, User user) {
        return userdeck.audit()
                .list(AuditQuery.of(Scope.of(tenant)).user(user.id()))
                .items()
                .toString();
    }

    @Test
    void aTakenIdentifierKeepsAllOfThemWhereTheyAre() {
        create("free@example.org", STAFF);
        create("ada@example.org", STAFF);
        create("bob@example.org", STAFF);
        create("ADA@example.org", OTHER);
        create("bob@example.org", OTHER);

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(OTHER), MANY, INES)).isEqualTo(new IdentifiersTaken(2));

        assertThat(tables.count("ud_user_tenant")).isEqualTo(5);
        assertThat(tenants.usage(STAFF)).contains(new TenantUsage(new CappedCount(3, true), new CappedCount(3, true)));
        assertThat(events(USER_TENANT_MOVED)).isEmpty();
    }

    @Test
    void usersAreDeletedWhoAreNowhereElse() {
        User ada = create("ada@example.org", STAFF);
        User both = create("both@example.org", STAFF);
        userdeck.users().addToTenant(both.id(), OTHER, INES);
        IssuedSession here = open(both, STAFF);
        IssuedSession there = open(both, OTHER);
        assertThat(tenants.usage(STAFF)).contains(new TenantUsage(new CappedCount(2, true), new CappedCount(1, true)));

        assertThat(tenants.delete(STAFF, TenantUsers.delete(), MANY, INES)).isEqualTo(new Deleted(2));

        assertThat(tenants.find(STAFF)).isEmpty();
        assertThat(userdeck.users().find(ada.id())).isEmpty();
        assertThat(userdeck.users().find(both.id()).orElseThrow().tenants()).isEqualTo(Set.of(OTHER));
        assertThat(userdeck.sessions().verify(here.token())).isEmpty();
        assertThat(userdeck.sessions().verify(there.token())).isPresent();
        assertThat(events(USER_DELETED))
                .singleElement()
                .extracting(AuditEvent::user)
                .isEqualTo(ada.id());
        assertThat(events(USER_TENANT_REMOVED))
                .singleElement()
                .extracting(AuditEvent::user)
                .isEqualTo(both.id());
        assertThat(tenants.usage(STAFF)).isEmpty();
    }

    @Test
    void aCallDealsWithAsManyAsItIsTold() {
        for (int i = 0; i < 7; i++) {
            create("user" + i + "@example.org", STAFF);
        }

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(OTHER), 3, INES)).isEqualTo(new NotYet(3));
        assertThat(tenants.find(STAFF)).isPresent();
        assertThat(tenants.delete(STAFF, TenantUsers.delete(), 2, INES)).isEqualTo(new NotYet(2));
        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(OTHER), 2, INES)).isEqualTo(new Deleted(2));

        assertThat(tables.count("ud_user_tenant")).isEqualTo(5);
    }

    @Test
    void manyUsersMoveInFewStatements() {
        insertUsers(250);
        database.statements().reset();

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(OTHER), MANY, INES)).isEqualTo(new Deleted(250));

        assertThat(database.statements().statements())
                .filteredOn(sql -> !sql.contains("ud_audit"))
                .hasSizeLessThan(50);
        assertThat(tables.count("ud_identifier")).isEqualTo(250);
        assertThat(tenants.usage(OTHER))
                .contains(new TenantUsage(new CappedCount(250, true), new CappedCount(250, true)));
    }

    @Test
    void whoJoinsAtThatMomentIsInATenantThatIsThere() {
        for (int i = 0; i < 8; i++) {
            TenantId tenant = new TenantId("t" + i);
            tenants.create(tenant, "T", Actor.system());
            String email = "eve" + i + "@example.org";

            List<Object> results = AtOnce.run(
                    () -> userdeck.users().create(NewUser.withEmail(email).tenant(tenant), INES),
                    () -> tenants.delete(tenant, INES));

            boolean joined = results.get(0) instanceof CreateUserResult.Created;
            assertThat(results.get(1)).isEqualTo(joined ? new HasUsers(1) : new Deleted(0));
            assertThat(tenants.find(tenant).isPresent()).isEqualTo(joined);
            assertThat(userdeck.users().findByEmail(email, tenant).isPresent()).isEqualTo(joined);
        }
    }

    @Test
    void whoIsAddedWhileItIsEmptiedIsTakenAlong() {
        for (int i = 0; i < 8; i++) {
            TenantId tenant = new TenantId("t" + i);
            tenants.create(tenant, "T", Actor.system());
            User eve = create("eve" + i + "@example.org", OTHER);
            create("first" + i + "@example.org", tenant);
            TenantUsers choice = i % 2 == 0 ? TenantUsers.moveTo(OTHER) : TenantUsers.delete();

            List<Object> results = AtOnce.run(
                    () -> userdeck.users().addToTenant(eve.id(), tenant, INES),
                    () -> tenants.delete(tenant, choice, MANY, INES));

            assertThat(results.get(1)).isInstanceOf(Deleted.class);
            assertThat(tenants.find(tenant)).isEmpty();
            assertThat(userdeck.users().find(eve.id()).orElseThrow().tenants()).isEqualTo(Set.of(OTHER));
        }
    }

    @Test
    void aMemberOfAnOpenTransactionCounts() throws SQLException {
        try (Connection connection = transaction()) {
            userdeck.inTransaction(connection, () -> {
                create("ada@example.org", STAFF);
            });
            connection.commit();
        }

        assertThat(tenants.delete(STAFF, INES)).isEqualTo(new HasUsers(1));
    }

    @Test
    void withinTheHostsTransactionAllOfItIsPartOfThat() throws SQLException {
        create("ada@example.org", STAFF);
        create("taken@example.org", STAFF);
        create("taken@example.org", TenantId.PUBLIC);

        try (Connection connection = transaction()) {
            DeleteTenantResult result = userdeck.inTransaction(connection, () -> {
                assertThat(tenants.delete(STAFF, TenantUsers.moveTo(TenantId.PUBLIC), MANY, INES))
                        .isEqualTo(new IdentifiersTaken(1));
                return tenants.delete(STAFF, TenantUsers.moveTo(OTHER), MANY, INES);
            });
            assertThat(result).isEqualTo(new Deleted(2));
            connection.rollback();
        }

        assertThat(tenants.usage(STAFF)).contains(new TenantUsage(new CappedCount(2, true), new CappedCount(2, true)));
        assertThat(events(TENANT_DELETED)).isEmpty();
    }

    @Test
    void sessionsOfATenantAreCounted() {
        User ada = create("ada@example.org", STAFF);
        userdeck.users().addToTenant(ada.id(), OTHER, INES);
        open(ada, STAFF);
        open(ada, STAFF);
        open(ada, OTHER);

        assertThat(userdeck.sessions().count(Scope.of(STAFF))).isEqualTo(new CappedCount(2, true));
        assertThat(userdeck.sessions().count(Scope.all())).isEqualTo(new CappedCount(3, true));
        assertThat(userdeck.sessions().revokeEveryone(Scope.of(STAFF), INES)).isEqualTo(2);
        assertThat(userdeck.sessions().count(Scope.of(STAFF))).isEqualTo(new CappedCount(0, true));
    }

    private User create(String email, TenantId tenant) {
        return ((CreateUserResult.Created)
                        userdeck.users().create(NewUser.withEmail(email).tenant(tenant), INES))
                .user();
    }

    private void insertUsers(int number) {
        for (int i = 0; i < number; i++) {
            create("user" + i + "@example.org", STAFF);
        }
    }

    private IssuedSession open(User user, TenantId tenant) {
        return userdeck.sessions()
                .create(user.id(), SessionOrigin.of("password").tenant(tenant))
                .orElseThrow();
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }
}
