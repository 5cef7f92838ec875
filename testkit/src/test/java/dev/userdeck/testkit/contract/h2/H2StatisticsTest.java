package dev.userdeck.testkit.contract.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.statistics.UserFigure;
import dev.userdeck.statistics.UserStatistics;
import dev.userdeck.testkit.ManyUsers;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.StatisticsContract;
import dev.userdeck.user.UserFilter;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class H2StatisticsTest extends StatisticsContract {
    @Test
    void tooManyToCountWhenAskedAreThoseOfTheLastCount() {
        ManyUsers.fill(database, 10_001, users -> {});

        assertThat(users()).isEqualTo(new UserFigure(10_000, false, clock.instant(), UserFilter.none()));

        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(4));
        assertThat(users())
                .isEqualTo(
                        new UserFigure(10_001, true, clock.instant().minus(Duration.ofMinutes(4)), UserFilter.none()));

        clock.advance(Duration.ofHours(1)); // nothing has counted since: it doesn't stand for now
        assertThat(users().isExact()).isFalse();
    }

    private UserFigure users() {
        UserStatistics found = userdeck.statistics().users(1, ZoneOffset.UTC);
        return found.users();
    }
}
