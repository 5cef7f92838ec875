package dev.userdeck.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.audit.AuditEventId;
import dev.userdeck.bulk.BulkJobId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Ids of different things have one form, and aren't mistaken for each other. */
final class IdsTest {
    private static final List<Function<String, Record>> IDS =
            List.of(UserId::new, LoginMethodId::new, AuditEventId::new, BulkJobId::new);

    @Test
    void anIdIsPrintableTextWithoutSpaces() {
        for (Function<String, Record> id : IDS) {
            for (String text : List.of("", " ", "a b", "\u00e4", "a\n", "x".repeat(129))) {
                assertThatThrownBy(() -> id.apply(text)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(id.apply("x".repeat(128))).hasToString("x".repeat(128));
        }
    }
}
