package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserImport;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.statistics.DailyStatistics;
import dev.userdeck.statistics.JoinedUsers;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.statistics.UserCounts;
import dev.userdeck.statistics.UserFigure;
import dev.userdeck.statistics.UserStatistics;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** Users counted now and by day on every engine; the clock begins on 2026-03-01 at 12:00 UTC. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class StatisticsContract extends EngineContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final ZoneId HAVANA = zone("America/Havana");

    /**
     * One without daylight saving, one whose clocks have just changed, one with a quarter of an hour, and one where midnight is
     * skipped in spring and comes twice in autumn.
     */
    private static final List<ZoneId> ZONES =
            List.of(zone("Asia/Tokyo"), zone("America/New_York"), zone("Asia/Kathmandu"), HAVANA);

    /** For subclasses. */
    protected StatisticsContract() {}

    @Test
    void figuresEqualTheListBehindThem() throws IOException {
        Random random = new Random(14);
        List<User> users = population(random);

        for (ZoneId zone : ZONES) {
            int days = zone.equals(HAVANA) ? Statistics.MOST_DAYS : 1 + random.nextInt(60);
            UserStatistics found = userdeck.statistics().users(days, zone);

            for (UserFigure figure : List.of(
                    found.users(), found.joined(), found.activeInDay(), found.activeInWeek(), found.activeInMonth())) {
                assertThat(userdeck.users().count(Scope.all(), figure.filter()))
                        .as(figure.toString())
                        .isEqualTo(new CappedCount(figure.count(), true));
                assertThat(figure.isExact()).isTrue();
                assertThat(figure.countedAt()).isEqualTo(clock.instant());
            }
            assertThat(found.users().count()).isEqualTo(users.size());
            assertThat(found.activeInDay().count()).isPositive();
            assertThat(found.activeInWeek().count())
                    .isGreaterThan(found.activeInDay().count());
            assertThat(found.activeInMonth().count())
                    .isGreaterThan(found.activeInWeek().count());
            assertThat(found.joined().count())
                    .isPositive()
                    .isEqualTo(found.joinedByDay().stream()
                            .mapToLong(day -> day.count().orElseThrow())
                            .sum());
            assertJoinedByDay(found, users);
        }
    }

    private static void assertJoinedByDay(UserStatistics found, List<User> users) {
        Map<LocalDate, Long> joined = users.stream()
                .collect(groupingBy(user -> LocalDate.ofInstant(user.joinedAt(), found.zone()), counting()));
        Instant next = found.joinedByDay().get(0).from();
        for (JoinedUsers day : found.joinedByDay()) {
            assertThat(day.count()).as(day.toString()).isEqualTo(OptionalLong.of(joined.getOrDefault(day.day(), 0L)));
            assertThat(day.from()).isEqualTo(next);
            next = day.to();
        }
        assertThat(found.joinedByDay().get(found.joinedByDay().size() - 1).day())
                .isEqualTo(LocalDate.ofInstant(found.at(), found.zone()));
    }

    /** Some imported with old dates, some made here; some of either come by, some twice, and some are gone. */
    private List<User> population(Random random) throws IOException {
        clock.advance(DAY.multipliedBy(8)); // the clocks of two zones have changed the night before
        var file = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            Instant joined = joined(random, i);
            String seen = random.nextBoolean()
                    ? ""
                    : ",\"lastSeenAt\":\"%s\"".formatted(clock.instant().minusSeconds(random.nextInt(40 * 86_400)));
            file.append("{\"email\":\"imported%d@example.org\",\"joinedAt\":\"%s\"%s,\"loginMethods\":[%s]}%n"
                    .formatted(
                            i,
                            joined,
                            seen,
                            "{\"kind\":\"passwordless\",\"email\":\"imported" + i + "@example.org\"}"));
        }
        for (int day = 0; day < 35; day++) {
            clock.advance(day == 34 ? Duration.ofSeconds(random.nextInt(80_000)) : DAY);
            if (day == 5) {
                imported(file.toString());
            }
            user("created" + day);
            List<User> there = all();
            for (int visit = 0; visit < 3; visit++) {
                visit(there.get(random.nextInt(there.size())));
            }
        }
        List<User> there = all();
        userdeck.users().delete(there.get(random.nextInt(there.size())).id());
        return all();
    }

    /** On any day of the last 70; some in the hours around the midnight that came twice, some before all days that are asked for. */
    private Instant joined(Random random, int at) {
        return switch (at % 6) {
            case 0 -> Instant.parse("2025-11-02T02:00:00Z").plusSeconds(random.nextInt(8 * 3_600));
            case 1 -> clock.instant().minusSeconds(random.nextInt(500 * 86_400));
            default -> clock.instant().minusSeconds(random.nextInt(70 * 86_400));
        };
    }

    private void imported(String lines) throws IOException {
        userdeck.data()
                .importUsers(
                        new ByteArrayInputStream(lines.getBytes(UTF_8)),
                        UserImport.of(DataFormat.JSON_LINES),
                        ImportListener.none(),
                        Actor.system());
    }

    private List<User> all() {
        return userdeck.users().list(UserQuery.of(Scope.all()).size(100)).items();
    }

    @Test
    void whatAFileSaysIsNoActivity() throws IOException {
        TenantId acme = new TenantId("acme");
        userdeck.tenants().create(acme, "Acme", Actor.system());
        imported("""
                {"email":"ada@example.org","lastSeenAt":"2026-03-01T10:00:00Z","tenants":["public","acme"]}
                {"email":"bob@example.org","lastSeenAt":"2026-03-01T11:00:00Z"}
                {"email":"cleo@example.org","lastSeenAt":"2026-02-27T11:00:00Z"}
                """);
        UserFilter active = UserFilter.none().activeSince(clock.instant().minus(DAY));

        assertThat(now().activeInMonth().count()).isZero();
        assertThat(names(UserQuery.of(Scope.all()).filter(active))).isEmpty();
        assertThat(names(UserQuery.of(Scope.all())
                        .filter(UserFilter.none().lastSeen(clock.instant().minus(DAY), null))))
                .containsExactly("bob@example.org", "ada@example.org");
        assertThat(all()).allMatch(User::lastSeenImported);

        visit(all().get(2));
        assertThat(now().activeInDay().count()).isEqualTo(1);
        for (UserSort sort : List.of(UserSort.NEWEST_FIRST, UserSort.LAST_SEEN_FIRST)) {
            for (Scope scope : List.of(Scope.all(), Scope.of(acme), Scope.of(List.of(acme, TenantId.PUBLIC)))) {
                assertThat(names(UserQuery.of(scope).filter(active).sort(sort)))
                        .as(sort + " in " + scope)
                        .containsExactly("ada@example.org");
            }
        }
        assertThat(userdeck.users().find(all().get(2).id()))
                .hasValueSatisfying(ada -> assertThat(ada.lastSeenImported()).isFalse());

        // who was seen here was so before what a file says of the other one
        List<User> all = all();
        userdeck.users().merge(all.get(1).id(), all.get(2).id(), Scope.all(), Actor.system());
        userdeck.users().merge(all.get(1).id(), all.get(0).id(), Scope.all(), Actor.system());
        assertThat(all()).singleElement().satisfies(merged -> {
            assertThat(merged.lastSeenAt()).isEqualTo(clock.instant());
            assertThat(merged.lastSeenImported()).isFalse();
        });
        assertThat(names(UserQuery.of(Scope.of(acme)).filter(active).sort(UserSort.LAST_SEEN_FIRST)))
                .hasSize(1);
    }

    private List<String> names(UserQuery query) {
        return userdeck.users().list(query).items().stream().map(User::email).toList();
    }

    @Test
    void keepsWhatWasCountedOnEachDay() {
        List<User> users = List.of(user("a"), user("b"), user("c"));
        users.forEach(this::visit);
        userdeck.runMaintenance();
        clock.advance(DAY);
        visit(users.get(0));
        User late = user("d");
        userdeck.runMaintenance();
        clock.advance(DAY);

        // today is counted when asked
        UserStatistics found = now(4);
        assertThat(lastDays(found, 4))
                .extracting(DailyStatistics::day)
                .containsExactly(day(-1), day(0), day(1), day(2));
        assertThat(lastDays(found, 4))
                .extracting(DailyStatistics::counts)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new UserCounts(Instant.parse("2026-03-01T12:00:00Z"), 3, 3, 3, 3, 3)),
                        Optional.of(new UserCounts(Instant.parse("2026-03-02T12:00:00Z"), 4, 1, 3, 3, 3)),
                        Optional.of(new UserCounts(clock.instant(), 4, 0, 1, 3, 3)));
        assertThat(counts(found)).containsExactly(0L, 3L, 1L, 0L);

        // who is deleted counts no more as joined, but was active
        userdeck.users().delete(late.id());
        found = now(4);
        assertThat(counts(found)).containsExactly(0L, 3L, 0L, 0L);
        assertThat(found.users().count()).isEqualTo(3);
        assertThat(lastDays(found, 4).get(2).counts().orElseThrow().users()).isEqualTo(4);
    }

    @Test
    void countsAgainLaterOnTheSameDay() {
        clock.advance(Duration.ofHours(11)); // 23:00
        visit(user("a"));
        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(58));
        visit(user("b"));
        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(7));
        userdeck.runMaintenance();

        UserStatistics found = now(2);
        assertThat(lastDays(found, 2))
                .extracting(day -> day.counts().orElseThrow().activeToday())
                .containsExactly(2L, 0L);
        assertThat(found.activeInDay().count()).isEqualTo(2);
    }

    @Test
    void askingTakesThreeStatementsAndCountingThree() throws SQLException {
        visit(user("a"));
        database.statements().reset();
        userdeck.statistics().users(30, ZONES.get(1));
        assertThat(database.statements().statements()).hasSize(3);

        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(6));
        database.statements().reset();
        userdeck.runMaintenance();
        assertThat(database.statements().statements())
                .filteredOn(sql -> sql.contains("ud_daily_statistics") || sql.contains("count("))
                .hasSize(3);
    }

    @Test
    void refusesDaysOutOfBounds() {
        assertThatThrownBy(() -> now(0)).hasMessage("days is 1 to 366, not 0");
        assertThatThrownBy(() -> now(367)).hasMessage("days is 1 to 366, not 367");
        assertThat(now(Statistics.MOST_DAYS).joinedByDay()).hasSize(366);
    }

    private UserStatistics now() {
        return now(1);
    }

    private UserStatistics now(int days) {
        return userdeck.statistics().users(days, ZoneOffset.UTC);
    }

    private static List<DailyStatistics> lastDays(UserStatistics found, int days) {
        assertThat(found.activity()).hasSize(Statistics.MOST_DAYS);
        return found.activity().subList(Statistics.MOST_DAYS - days, Statistics.MOST_DAYS);
    }

    private static List<Long> counts(UserStatistics found) {
        var counts = new ArrayList<Long>();
        found.joinedByDay().forEach(day -> counts.add(day.count().orElseThrow()));
        return counts;
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(name);
    }

    private static LocalDate day(int after) {
        return LocalDate.of(2026, 3, 1).plusDays(after);
    }

    private User user(String name) {
        return created(userdeck, name + "@example.org");
    }

    private void visit(User user) {
        assertThat(userdeck.sessions().create(user.id(), SessionOrigin.of("test")))
                .isPresent();
    }
}
