package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.TENANT_RENAMED;
import static java.util.stream.Collectors.joining;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.CreateTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantQuery;
import dev.userdeck.tenant.TenantSummary;
import dev.userdeck.tenant.UpdateTenantResult;
import dev.userdeck.user.NewUser;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What {@link dev.userdeck.tenant.Tenants} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class TenantsContract extends EngineContract {
    private static final TenantId STAFF = new TenantId("staff");
    private static final FieldError NAME_INVALID =
            new FieldError("name", "tenant-name-invalid", "A name has 1 to 255 characters.");
    private static final Actor INES = Actor.operator("op-1", "Ines");

    /** For subclasses. */
    protected TenantsContract() {}

    @Test
    void publicIsThereFromTheStartAndOnceOnly() {
        start(builder());

        assertThat(userdeck.tenants().listAll(Scope.all()))
                .extracting(Tenant::id)
                .containsExactly(TenantId.PUBLIC);
    }

    @Test
    void aNewTenantIsFoundAsCreated() {
        Tenant created = create(STAFF, " Station staff ✓ ");

        assertThat(created.name()).isEqualTo("Station staff ✓");
        assertThat(userdeck.tenants().find(STAFF)).contains(created);
    }

    @Test
    void aTakenIdIsRefusedAndChangesNothing() {
        Tenant first = create(STAFF, "Staff");

        assertThat(userdeck.tenants().create(STAFF, "Other", Actor.system()))
                .isEqualTo(new CreateTenantResult.IdTaken(STAFF));
        assertThat(userdeck.tenants().find(STAFF)).contains(first);
    }

    @Test
    void aScopeLimitsTheList() {
        userdeck.tenants().create(STAFF, "Staff", Actor.system());

        assertThat(userdeck.tenants().listAll(Scope.of(STAFF)))
                .extracting(Tenant::id)
                .containsExactly(STAFF);
        assertThat(userdeck.tenants().listAll(Scope.all()))
                .extracting(Tenant::id)
                .containsExactly(TenantId.PUBLIC, STAFF);
    }

    @Test
    void namesAndIdsAreChecked() {
        for (String name : List.of(" ", "x".repeat(256))) {
            assertThat(userdeck.tenants().create(STAFF, name, Actor.system()))
                    .isEqualTo(new CreateTenantResult.Refused(List.of(NAME_INVALID)));
        }
        assertThat(userdeck.tenants().find(STAFF)).isEmpty();
        assertThatThrownBy(() -> new TenantId("Staff")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRenamedTenantKeepsAllElse() {
        Tenant before = create(STAFF, "Staff");
        clock.advance(Duration.ofDays(1));

        var after = userdeck.tenants().rename(STAFF, " Station staff ", INES);

        var renamed = new Tenant(STAFF, "Station staff", before.createdAt(), before.methods());
        assertThat(after).isEqualTo(new UpdateTenantResult.Updated(renamed));
        assertThat(userdeck.tenants().find(STAFF)).contains(renamed);
        assertThat(userdeck.tenants().rename(STAFF, "Station staff", INES)).isEqualTo(after);
        assertThat(events(TENANT_RENAMED))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isEqualTo(INES))
                .satisfies(event -> assertThat(event.tenant()).isEqualTo(STAFF))
                .extracting(AuditEvent::changes)
                .isEqualTo(List.of(new AuditEvent.Change("name", "Staff", "Station staff")));
        assertThat(userdeck.tenants().rename(new TenantId("none"), "x", INES))
                .isEqualTo(new UpdateTenantResult.Unknown());
        assertThat(userdeck.tenants().rename(STAFF, "\t", INES))
                .isEqualTo(new UpdateTenantResult.Refused(List.of(NAME_INVALID)));
    }

    private Tenant create(TenantId id, String name) {
        return ((CreateTenantResult.Created) userdeck.tenants().create(id, name, Actor.system())).tenant();
    }

    @Test
    void aPageIsByNameWithTheUsersCounted() {
        userdeck.tenants().create(STAFF, "apples", Actor.system());
        userdeck.tenants().create(new TenantId("a"), "Bananas", Actor.system());
        create("ada@example.org", STAFF);
        create("bob@example.org", STAFF);
        create("ada@example.org", TenantId.PUBLIC);
        database.statements().reset();

        Page<TenantSummary> page = userdeck.tenants().list(TenantQuery.of(Scope.all()));

        assertThat(database.statements().count()).isEqualTo(2);
        assertThat(page.items())
                .extracting(row -> row.tenant().name() + " " + row.users())
                .containsExactly(
                        "apples " + new CappedCount(2, true),
                        "Bananas " + new CappedCount(0, true),
                        "Public " + new CappedCount(1, true));
        assertThat(page.nextCursor()).isNull();
        assertThat(page.previousCursor()).isNull();
    }

    @Test
    void pagesGoForwardAndBack() {
        for (int i = 0; i < 24; i++) {
            // two have one name each: the id decides
            userdeck.tenants().create(new TenantId("t" + (23 - i)), "Tenant " + (char) ('a' + i / 2), Actor.system());
        }
        TenantQuery ten = TenantQuery.of(Scope.all()).size(10);

        Page<TenantSummary> first = userdeck.tenants().list(ten);
        Page<TenantSummary> second = userdeck.tenants().list(ten.cursor(first.nextCursor()));
        Page<TenantSummary> third = userdeck.tenants().list(ten.cursor(second.nextCursor()));

        assertThat(Stream.of(first, second, third).flatMap(page -> page.items().stream()))
                .extracting(TenantSummary::tenant)
                .doesNotHaveDuplicates()
                .hasSize(25)
                .isSortedAccordingTo(
                        Comparator.comparing((Tenant tenant) -> tenant.name().toLowerCase(Locale.ROOT))
                                .thenComparing(tenant -> tenant.id().value()));
        assertThat(third.nextCursor()).isNull();
        assertThat(userdeck.tenants().list(ten.cursor(third.previousCursor()))).isEqualTo(second);
        assertThat(userdeck.tenants().list(ten.cursor(second.previousCursor())).items())
                .isEqualTo(first.items());
    }

    @Test
    void aPartOfTheNameOrIdFindsATenant() {
        userdeck.tenants().create(STAFF, "Étage Ö", Actor.system());
        userdeck.tenants().create(new TenantId("x-100"), "100%_a", Actor.system());

        assertThat(search("TAG")).containsExactly("staff");
        assertThat(search("étage ö")).containsExactly("staff");
        assertThat(search(" -10 ")).containsExactly("x-100");
        assertThat(search("%")).containsExactly("x-100");
        assertThat(search("0_a")).isEmpty();
        assertThat(search("'; --")).isEmpty();
        assertThat(search("")).hasSize(3);
    }

    @Test
    void aScopeLimitsThePageAndTheSearch() {
        userdeck.tenants().create(STAFF, "Staff", Actor.system());

        assertThat(userdeck.tenants()
                        .list(TenantQuery.of(Scope.of(STAFF)).search("p"))
                        .items())
                .isEmpty();
        assertThat(userdeck.tenants().list(TenantQuery.of(Scope.of(STAFF))).items())
                .extracting(row -> row.tenant().id())
                .containsExactly(STAFF);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        userdeck.tenants().create(STAFF, "Staff", Actor.system());
        TenantQuery one = TenantQuery.of(Scope.all()).size(1);
        String cursor = userdeck.tenants().list(one).nextCursor();

        assertThat(cursor).isNotNull();
        for (TenantQuery other : List.of(
                one.search("s").cursor(cursor), TenantQuery.of(Scope.of(STAFF)).cursor(cursor), one.cursor("x"))) {
            assertThatThrownBy(() -> userdeck.tenants().list(other)).isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void aSearchAmongVeryManyGoesOnOnTheNextPage() {
        new Tables(database)
                .execute("insert into ud_tenant (id, name, name_key, methods_off, created_at) select concat('t', n), "
                        + "concat('tenant ', n), concat('tenant ', n), '', 1 from (" + numbers() + ") numbers");
        TenantQuery query = TenantQuery.of(Scope.all()).search("00").size(5);
        Set<String> found = new TreeSet<>();
        int pages = 0;

        Page<TenantSummary> page = userdeck.tenants().list(query);
        while (true) {
            pages++;
            page.items().forEach(row -> found.add(row.tenant().name()));
            if (page.nextCursor() == null) {
                break;
            }
            page = userdeck.tenants().list(query.cursor(page.nextCursor()));
        }
        Set<String> foundBackwards = new TreeSet<>();
        page.items().forEach(row -> foundBackwards.add(row.tenant().name()));
        while (page.previousCursor() != null) {
            page = userdeck.tenants().list(query.cursor(page.previousCursor()));
            page.items().forEach(row -> foundBackwards.add(row.tenant().name()));
        }

        assertThat(found).hasSize(34).contains("tenant 1100", "tenant 2000", "tenant 2500");
        assertThat(foundBackwards).isEqualTo(found);
        assertThat(pages).isBetween(6, 10);
    }

    /** 1000 to 2599 as a table. */
    private static String numbers() {
        return "select 1000 + 100 * h.n + 10 * t.n + o.n as n from (%s) h cross join (%s) t cross join (%s) o"
                .formatted(below(16), below(10), below(10));
    }

    private static String below(int end) {
        return IntStream.range(0, end).mapToObj(n -> "select " + n + " as n").collect(joining(" union all "));
    }

    private List<String> search(String text) {
        return userdeck.tenants().list(TenantQuery.of(Scope.all()).search(text)).items().stream()
                .map(row -> row.tenant().id().value())
                .toList();
    }

    private void create(String email, TenantId tenant) {
        userdeck.users().create(NewUser.withEmail(email).tenant(tenant), Actor.system());
    }
}
