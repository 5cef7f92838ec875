package dev.userdeck.internal.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final Ids ids = new Ids(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

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
    void idsGrowThoughTheClockIsPutBackABit() {
        var before = Stream.generate(ids::next).limit(1_000).toList();
        now = NOON.minusSeconds(59);

        var some = Stream.concat(before.stream(), Stream.generate(ids::next).limit(1_000))
                .toList();

        assertThat(some).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsTellTheTimeAfterTheClockWasFarAhead() {
        now = NOON.plusSeconds(86_400);
        ids.next();
        now = NOON;
        var all = new HashSet<String>();

        for (int i = 0; i < 3; i++) {
            String id = ids.next();
            assertThat(Ids.millisOf(id)).isEqualTo(NOON.toEpochMilli());
            Stream.generate(ids::next).limit(10_000).forEach(all::add);
            now = NOON.plusSeconds(3_600);
            ids.next();
            now = NOON;
        }

        assertThat(all).hasSize(30_000);
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
