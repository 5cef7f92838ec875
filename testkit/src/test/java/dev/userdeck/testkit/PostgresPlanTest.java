package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PostgresPlanTest {
    @Test
    void aTableIsReadWhole() {
        assertThat(read("""
                Hash Join  (cost=1.11..2.33 rows=4 width=8)
                  Hash Cond: (s.user_id = u.id)
                  ->  Parallel Seq Scan on ud_session s  (cost=0.00..1.10 rows=10 width=4)
                  ->  Index Scan using ud_user_pk on ud_user u  (cost=0.29..8.30 rows=1 width=4)
                        Index Cond: ((id)::text = '1'::text)
                """)).isEqualTo(Set.of("ud_session"));
    }

    @Test
    void anIndexIsReadWholeWithoutConditionAndLimit() {
        assertThat(read("""
                Sort  (cost=1.11..2.33 rows=4 width=8)
                  Sort Key: id
                  ->  Index Only Scan Backward using ud_user_joined_ix on ud_user  (cost=0.29..8.30 rows=1 width=4)
                        Filter: (status = 'active'::text)
                """)).isEqualTo(Set.of("ud_user"));
    }

    @Test
    void aLimitEndsTheReadingOfAnIndex() {
        assertThat(read("""
                Nested Loop  (cost=1.11..2.33 rows=4 width=8)
                  ->  Limit  (cost=0.29..8.30 rows=10 width=4)
                        ->  Index Scan using ud_user_joined_ix on ud_user u  (cost=0.29..8.30 rows=1 width=4)
                              Filter: (status = 'active'::text)
                  ->  Index Scan using ud_user_tenant_pk on ud_user_tenant  (cost=0.29..8.30 rows=1 width=4)
                        Index Cond: ((user_id)::text = (u.id)::text)
                """)).isEmpty();
    }

    private static Set<String> read(String plan) {
        return PostgresPlan.readWhole(plan.lines().toList());
    }
}
