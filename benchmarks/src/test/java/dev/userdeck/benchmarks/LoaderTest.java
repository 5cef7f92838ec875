package dev.userdeck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the generator writes is what the stores write. Fails when a store has come to write something else: then make
 * {@link Loader} do so, too.
 */
class LoaderTest {
    private static final Population POPULATION = new Population(1_000, 1);
    /** Random in each row, or made of what is. */
    private static final Set<String> RANDOM =
            Set.of("ID", "USER_ID", "LOGIN_METHOD_ID", "HASH", "HANDLE", "SELECTOR", "SECRET_HASH", "LINEAGE_HASH");
    /** Not of the population: what was done, mail, how often someone tried. */
    private static final Set<String> LEFT_OUT = Set.of("UD_AUDIT_EVENT", "UD_MAIL", "UD_EMAILVERIFICATION_TOKEN");

    @TempDir
    private Path folder;

    private Site generated;
    private Site written;

    @BeforeEach
    void openSites() throws Exception {
        generated = site("generated");
        written = site("written");
    }

    @Test
    void generatedUsersAreAsTheStoresWriteThem() throws Exception {
        try (Userdeck userdeck =
                Stand.builder().jdbcUrl(generated.url(), null, null).start()) {
            Loader.prepare(userdeck);
            new Loader(POPULATION).load(generated, loaded -> {});
        }
        var clock = TestClock.startingAt(Population.NOW);
        try (Userdeck userdeck = Stand.builder()
                        .jdbcUrl(written.url(), null, null)
                        .clock(clock)
                        .start();
                Connection one = generated.connect();
                Connection other = written.connect()) {
            Loader.prepare(userdeck);
            for (Person person : some()) {
                UserId id = write(userdeck, clock, person);
                for (String table : tables(one)) {
                    assertThat(rows(one, table, person.id()))
                            .as("%s of %s", table, person)
                            .isEqualTo(rows(other, table, id.value()));
                }
            }
        }
    }

    /** One with sessions, one with a phone, one in two tenants, one unverified. */
    private static Set<Person> some() {
        var chosen = new LinkedHashSet<Person>();
        chosen.add(first(person -> person.sessions() > 0));
        chosen.add(first(person -> person.phone() != null));
        chosen.add(first(person -> person.tenants().size() == 2));
        chosen.add(first(person -> !person.isVerified()));
        return chosen;
    }

    private static Person first(Predicate<Person> which) {
        return IntStream.range(0, POPULATION.size())
                .mapToObj(POPULATION::person)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static UserId write(Userdeck userdeck, TestClock clock, Person person) {
        move(clock, Instant.ofEpochMilli(person.joinedAt()));
        NewUser user = NewUser.withEmail(person.email()).name(person.name()).password(Population.PASSWORD);
        user = person.phone() == null ? user : user.phone(person.phone());
        var created = (CreateUserResult.Created) userdeck.users().create(user, Actor.system());
        UserId id = created.user().id();
        if (person.tenants().size() > 1) {
            userdeck.users().addToTenant(id, new TenantId(Population.SECOND_TENANT), Actor.system());
        }
        person.roles().forEach(role -> userdeck.recipe(UserRoles.class).assign(id, role));
        userdeck.recipe(UserMetadata.class).merge(id, person.metadata(), Actor.system());
        if (person.isVerified()) {
            userdeck.recipe(EmailVerification.class).markVerified(id, Actor.system());
        }
        SessionOrigin origin = SessionOrigin.of("password").client("192.0.2.7", Loader.USER_AGENT);
        assertThat(userdeck.sessions().create(id, origin)).isPresent();
        userdeck.sessions().revokeAll(id, Scope.all(), Actor.system());
        move(clock, Population.NOW);
        for (int i = 0; i < person.sessions(); i++) {
            assertThat(userdeck.sessions().create(id, origin)).isPresent();
        }
        return id;
    }

    private static void move(TestClock clock, Instant time) {
        clock.advance(Duration.between(clock.instant(), time));
    }

    /** All tables with rows of a user; new ones, too. */
    private static Set<String> tables(Connection connection) throws SQLException {
        var tables = new TreeSet<>(Set.of("UD_USER", "UD_PASSWORD"));
        try (ResultSet columns = connection.getMetaData().getColumns(null, null, "UD\\_%", "USER\\_ID")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME"));
            }
        }
        tables.removeAll(LEFT_OUT);
        return tables;
    }

    private static List<String> rows(Connection connection, String table, String user) throws SQLException {
        String where = switch (table) {
            case "UD_USER" -> "id = ?";
            case "UD_PASSWORD" -> "login_method_id in (select id from ud_login_method where user_id = ?)";
            default -> "user_id = ?";
        };
        var found = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select * from " + table + " where " + where)) {
            statement.setString(1, user);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String column = rows.getMetaData().getColumnName(i);
                    row.append(column.toLowerCase(Locale.ROOT))
                            .append('=')
                            .append(RANDOM.contains(column) ? "*" : rows.getString(i))
                            .append(' ');
                }
                found.add(row.toString());
            }
        }
        found.sort(null);
        return found;
    }

    private Site site(String name) throws Exception {
        return Site.open(new Options(Engine.H2, 1_000, 1, null, folder.resolve(name), folder, Duration.ZERO, ""));
    }
}
