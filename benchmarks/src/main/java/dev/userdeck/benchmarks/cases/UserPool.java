package dev.userdeck.benchmarks.cases;

import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.Rows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users to whom something can be done once: each is handed out once, to whichever worker comes first. {@link #renew} makes
 * them anew.
 */
final class UserPool {
    private static final int MOST = 3_000;
    private static final int SESSIONS = 3;
    private static final long IDLE = Duration.ofDays(14).toMillis();

    /** The sessions that are made here have this method, so that they can be told from the population's. */
    static final String METHOD = "benchmark";

    private final BenchmarkDatabase site;
    private final Population population;
    private final int size;
    private final AtomicInteger next = new AtomicInteger();

    UserPool(BenchmarkDatabase site, Population population) {
        this.site = site;
        this.population = population;
        this.size = Math.min(MOST, population.size() / 2);
    }

    /** A user of the supply who was not handed out before, without sessions of the population; -1 when all were. */
    int take() {
        int number = next.getAndIncrement();
        if (number >= size) {
            return -1;
        }
        int user = number * (population.size() / size);
        return population.hasSessions(user) ? user + 1 : user;
    }

    /** Gives each of them three sessions and takes all others away that were made here. */
    void renewSessions() throws SQLException, IOException {
        long now = Population.NOW.toEpochMilli();
        var rows = new Rows(
                "ud_session",
                "handle",
                "selector",
                "secret_hash",
                "user_id",
                "tenant_id",
                "method",
                "created_at",
                "last_used_at",
                "expires_at");
        next.set(0);
        for (int user = take(); user >= 0; user = take()) {
            for (int i = 0; i < SESSIONS; i++) {
                String handle = RawQueries.newId();
                String selector = handle.replace("-", "").substring(10);
                String id = population.id(user);
                rows.add(handle, selector, selector, id, "public", METHOD, now, now, now + IDLE);
            }
        }
        renew("delete from ud_session where method = ?", METHOD, rows);
    }

    /** Takes a role from everybody, so that it can be assigned to each. */
    void renewRole(String role) throws SQLException, IOException {
        renew("delete from ud_userroles_assignment where role = ?", role, new Rows("ud_userroles_assignment"));
    }

    private void renew(String delete, String bind, Rows rows) throws SQLException, IOException {
        try (Connection connection = site.connect();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            connection.setAutoCommit(false);
            statement.setString(1, bind);
            statement.executeUpdate();
            rows.flush(connection);
            connection.commit();
        }
        next.set(0);
    }
}
