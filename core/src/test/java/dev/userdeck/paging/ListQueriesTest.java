package dev.userdeck.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkJobId;
import dev.userdeck.bulk.BulkJobQuery;
import dev.userdeck.bulk.BulkRefusalQuery;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantQuery;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListQueriesTest {
    private static final Operator INES = Operator.of("ines", Preset.ADMIN);
    private static final UserId ADA = new UserId("ada");

    static Stream<Arguments> queries() {
        var users = UserQuery.of(Scope.all());
        var tenants = TenantQuery.of(Scope.all());
        var events = AuditQuery.of(Scope.all());
        var sessions = SessionQuery.of(ADA, Scope.all());
        var mails = OutboxQuery.of(Set.of(OutboxMessageState.FAILED));
        var jobs = BulkJobQuery.of(INES);
        var refusals = BulkRefusalQuery.of(new BulkJobId("job"), INES);
        return Stream.of(
                query(users.size(), size -> users.size(size).size()),
                query(tenants.size(), size -> tenants.size(size).size()),
                query(events.size(), size -> events.size(size).size()),
                query(sessions.size(), size -> sessions.size(size).size()),
                query(mails.size(), size -> mails.size(size).size()),
                query(jobs.size(), size -> jobs.size(size).size()),
                query(refusals.size(), size -> refusals.size(size).size()));
    }

    private static Arguments query(int fallback, IntFunction<Integer> sized) {
        return Arguments.of(fallback, sized);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aPageHasOneToAHundredRowsAndFiftyUnlessSaid(int fallback, IntFunction<Integer> sized) {
        assertThat(fallback).isEqualTo(50);
        assertThat(sized.apply(1)).isEqualTo(1);
        assertThat(sized.apply(100)).isEqualTo(100);
        for (int size : new int[] {Integer.MIN_VALUE, -1, 0, 101}) {
            assertThatThrownBy(() -> sized.apply(size))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 100");
        }
    }
}
