package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.session.SessionOrigin;
import dev.userdeck.statistics.DailyStatistics;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.statistics.UserCounts;
import dev.userdeck.statistics.UserStatistics;
import dev.userdeck.user.User;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** Users counted by day on every engine; the clock begins on 2026-03-01 at 12:00 UTC. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class StatisticsContract extends EngineContract {
    private static final Duration DAY = Duration.ofDays(1);

    /** For subclasses. */
    protected StatisticsContract() {}

    @Test
    void countsWhoJoinsAndWhoIsActiveDayByDay() {
        assertThat(statistics().users(1)).isEmpty();
        List<User> users = List.of(user("a"), user("b"), user("c"));
        users.forEach(this::visit);
        userdeck.runMaintenance();
        clock.advance(DAY);
        visit(users.get(0));
        User late = user("d");
        userdeck.runMaintenance();
        clock.advance(DAY);

        // nobody has counted today yet
        UserStatistics found = statistics().users(4).orElseThrow();
        assertThat(found.now()).isEqualTo(new UserCounts(Instant.parse("2026-03-02T12:00:00Z"), 4, 1, 3, 3));
        assertThat(found.days()).extracting(DailyStatistics::day).containsExactly(day(-1), day(0), day(1), day(2));
        assertThat(found.days()).extracting(DailyStatistics::joined).containsExactly(0L, 3L, 1L, 0L);
        assertThat(found.days())
                .extracting(day -> day.counts().map(UserCounts::activeToday))
                .containsExactly(Optional.empty(), Optional.of(3L), Optional.of(1L), Optional.empty());

        // who is deleted counts no more, also on days long over; who was last seen long ago is not active
        userdeck.users().delete(late.id());
        clock.advance(DAY.multipliedBy(6));
        userdeck.runMaintenance();
        found = statistics().users(9).orElseThrow();
        assertThat(found.now()).isEqualTo(new UserCounts(clock.instant(), 3, 0, 0, 3));
        assertThat(found.days())
                .extracting(DailyStatistics::joined)
                .containsExactly(3L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(found.days().get(1).counts().orElseThrow().users()).isEqualTo(4);

        clock.advance(DAY.multipliedBy(400));
        assertThat(statistics().users(Statistics.MOST_DAYS)).isEmpty();
    }

    @Test
    void countsAgainLaterOnTheSameDay() {
        clock.advance(Duration.ofHours(11)); // 23:00
        visit(user("a"));
        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(58));
        visit(user("b"));
        userdeck.runMaintenance();
        UserStatistics found = statistics().users(1).orElseThrow();
        assertThat(found.now().activeToday()).isEqualTo(2);
        assertThat(found.days().get(0).joined()).isEqualTo(2);

        user("c"); // after the last count of the day
        clock.advance(Duration.ofMinutes(7));
        userdeck.runMaintenance();
        found = statistics().users(2).orElseThrow();
        assertThat(found.days()).extracting(DailyStatistics::joined).containsExactly(3L, 0L);
        assertThat(found.now().activeToday()).isEqualTo(0);
        assertThat(found.now().activeInWeek()).isEqualTo(2);
    }

    @Test
    void askingReadsOneStatementAndCountingAHandful() throws SQLException {
        visit(user("a"));
        database.statements().reset();
        userdeck.runMaintenance();
        assertThat(database.statements().statements())
                .filteredOn(sql -> sql.contains("ud_daily_statistics") || sql.contains("count("))
                .hasSizeLessThanOrEqualTo(7);
        database.statements().reset();
        statistics().users(30);
        assertThat(database.statements().statements()).hasSize(1);
    }

    @Test
    void refusesDaysOutOfBounds() {
        assertThatThrownBy(() -> statistics().users(0)).hasMessage("days is 1 to 366, not 0");
        assertThatThrownBy(() -> statistics().users(367)).hasMessage("days is 1 to 366, not 367");
    }

    private Statistics statistics() {
        return userdeck.statistics();
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
