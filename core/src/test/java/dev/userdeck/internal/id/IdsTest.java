package dev.userdeck.internal.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void idsAreUuidsOfVersion7() {
        UUID id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void idsGrowWithinOneMillisecond() {
        var some = Stream.generate(ids::next).limit(10_000).toList();

        assertThat(some).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTimeIsBelowTheIdsFromThenOn() {
        String id = ids.next();

        assertThat(Ids.millisOf(id)).isEqualTo(NOON.toEpochMilli());
        assertThat(Ids.lowestAt(NOON)).isLessThan(id);
        assertThat(Ids.lowestAt(NOON.plusNanos(1)))
                .isEqualTo(Ids.lowestAt(NOON.plusMillis(1)))
                .isGreaterThan(id);
        assertThat(Ids.lowestAt(Instant.MIN)).isLessThan(id);
        assertThat(Ids.lowestAt(Instant.MAX)).isGreaterThan(id);
    }
}
