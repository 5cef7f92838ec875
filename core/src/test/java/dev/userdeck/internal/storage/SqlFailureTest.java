package dev.userdeck.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.error.StorageException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;

/** Failures that no server of the tests can be made to give; the contracts have the others. */
class SqlFailureTest {

    @Test
    void whoMetAnotherTransactionMayTryAgainAndInTheHostsAllIsLost() {
        for (SQLException race : new SQLException[] {
            failure("40001", 0), failure("40P01", 0), failure("HY000", 1020), failure("40001", 1213)
        }) {
            assertThat(SqlFailure.lostARace(race)).as("%s", race).isTrue();
            assertThat(told(race).retryable()).as("%s", race).isTrue();
            assertThat(toldInHosts(race).retryable()).as("%s", race).isFalse();
            assertThat(toldInHosts(race)).hasMessageContaining("the host's transaction, which is lost");
        }
    }

    /** H2, MySQL and MariaDB undo the statement alone then, and the host may go on. */
    @Test
    void whoWaitedForALockForTooLongMayTryAgainAndNothingOfTheHostsIsLost() {
        for (SQLException wait : new SQLException[] {failure("40001", 1205), failure("HYT00", 50200)}) {
            assertThat(SqlFailure.lostARace(wait)).as("%s", wait).isTrue();
            assertThat(told(wait).retryable()).as("%s", wait).isTrue();
            assertThat(toldInHosts(wait).retryable()).as("%s", wait).isFalse();
            assertThat(toldInHosts(wait)).hasMessageContaining("in time").hasMessageNotContaining("lost");
        }
    }

    @Test
    void anEngineWithinTheAppThatLacksMemoryIsNotDamaged() {
        SQLException lack = failure("HY000", 50000);
        lack.initCause(new IllegalStateException(new OutOfMemoryError("Capacity: 23887872")));

        assertThat(told(lack).damaged()).isFalse();
        assertThat(told(lack)).hasMessageContaining("memory");
        assertThat(told(failure("HY000", 50000)).damaged()).isTrue();
    }

    @Test
    void causesThatGoRoundInACircleEndTheSearch() {
        SQLException first = failure("HY000", 1);
        var second = new IllegalStateException(first);
        first.initCause(second);

        assertThat(told(first).damaged()).isFalse();
    }

    @Test
    void aServerThatOnlyReadsMayBeTriedAgainByWhoeverOwnsTheTransaction() {
        for (SQLException readOnly : new SQLException[] {
            failure("25006", 0), failure("HY000", 1290), failure("25006", 1792), failure("HY000", 1836)
        }) {
            assertThat(SqlFailure.lostARace(readOnly)).as("%s", readOnly).isFalse();
            assertThat(told(readOnly).retryable()).as("%s", readOnly).isTrue();
            assertThat(toldInHosts(readOnly).retryable()).as("%s", readOnly).isFalse();
        }
    }

    @Test
    void whatTookTooLongSaysSoAndIsNotTriedAgainByItself() {
        for (SQLException slow : new SQLException[] {
            failure("57014", 0),
            failure("55P03", 0),
            failure("70100", 1317),
            failure("70100", 1969),
            failure("HY000", 3024),
            new SQLTimeoutException("cancelled")
        }) {
            assertThat(SqlFailure.lostARace(slow)).as("%s", slow).isFalse();
            assertThat(told(slow)).hasMessageContaining("in time");
            assertThat(told(slow).retryable()).as("%s", slow).isTrue();
            assertThat(toldInHosts(slow).retryable()).as("%s", slow).isFalse();
        }
    }

    /** A pooler that mixes up prepared statements answers so; the connection lives on, and a commit may have come through. */
    @Test
    void aConfusedProtocolIsNoLostConnection() {
        assertThat(SqlFailure.isConnection(failure("08P01", 0))).isFalse();
        assertThat(told(failure("08P01", 0)).retryable()).isFalse();
        assertThat(told(failure("08006", 0)).retryable()).isTrue();
        assertThat(told(failure("57P01", 0)).retryable()).isTrue();
        assertThat(told(failure("25P03", 0)).retryable()).isTrue();
    }

    private static StorageException told(SQLException failure) {
        return (StorageException) SqlFailure.toException("write", failure);
    }

    private static StorageException toldInHosts(SQLException failure) {
        return (StorageException) SqlFailure.inHosts("write", failure);
    }

    private static SQLException failure(String state, int code) {
        return new SQLException("told by a server", state, code);
    }
}
