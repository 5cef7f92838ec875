package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.error.BusyException;
import dev.userdeck.internal.password.argon2.Argon2Engine;
import dev.userdeck.internal.password.argon2.Argon2Engines;
import dev.userdeck.internal.password.argon2.Argon2Input;
import dev.userdeck.internal.password.argon2.Argon2Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is computed for an answer, as that is what the answer's time tells. */
class CheckedWorkTest {
    private static final String CLEAR = "plum tundra violet 47";
    private static final String WRONG = "plum tundra violet 48";
    /** By libxcrypt; a tenth of the work of a hash of ours. */
    private static final String BCRYPT = "$2y$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK";
    /** Of {@link #CLEAR}, by libargon2. */
    private static final String ARGON2 =
            "$argon2id$v=19$m=4096,t=3,p=4$dXNlcmRlY2tzYWx0$ixhrJtwalRxE7jd18PO8Sb76Ey9GlFXSBMkbc/8yOu0";

    private static final String LARGE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    private static final int LARGE_MEMORY = 65_536;

    private final Recorded engine = new Recorded();
    private final PasswordHasher hasher = hasher(1 << 20);

    /** An engine that notes how much memory it was asked for, and may have none. */
    private static final class Recorded implements Argon2Engine {
        private final List<Integer> asked = new ArrayList<>();
        private int memory = Integer.MAX_VALUE;

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public byte[] hash(Argon2Settings settings, Argon2Input input, int length) {
            asked.add(settings.memory());
            if (settings.memory() > memory) {
                throw new OutOfMemoryError("Java heap space");
            }
            return Argon2Engines.best().hash(settings, input, length);
        }
    }

    private PasswordHasher hasher(int memory) {
        return new PasswordHasher(new HashFormats(null, engine), new HashingCapacity(memory, 2, Duration.ofMinutes(1)));
    }

    @Test
    void nobodyAndAHashOfTodayTakeTheSame() {
        String own = hasher.hash(CLEAR);

        assertThat(asked(() -> hasher.verifyNothing(WRONG))).containsExactly(19_456);
        assertThat(asked(() -> hasher.verify(WRONG, own))).containsExactly(19_456);
        assertThat(asked(() -> hasher.verify(WRONG, "no hash"))).containsExactly(19_456);
        String typedApart = "cafe\u0301 ﬁve foxes";
        assertThat(asked(() -> hasher.verify(typedApart, own)))
                .isEqualTo(asked(() -> hasher.verifyNothing(typedApart)))
                .hasSize(3);
    }

    @Test
    void aHashOfAnotherProgramNeverTakesLess() {
        assertThat(asked(() -> hasher.verify(WRONG, BCRYPT))).containsExactly(19_456);
        assertThat(asked(() -> hasher.verify(WRONG + "\0", BCRYPT))).contains(19_456);
        assertThat(asked(() -> hasher.verify(WRONG, ARGON2))).containsExactly(4_096, 19_456);
    }

    /** So that not even a suspended user is known by the time. */
    @Test
    void theRightPasswordOfAnotherProgramTakesNoLessThanAWrongOne() {
        assertThat(asked(() -> assertThat(hasher.verify(CLEAR, ARGON2)).isTrue()))
                .containsExactly(4_096, 19_456);
        assertThat(asked(() -> assertThat(hasher.replacement(CLEAR, ARGON2)).isPresent()))
                .containsExactly(19_456);
    }

    @Test
    void aHashThatThisHeapCannotCheckIsNeverCalledWrong() {
        PasswordHasher small = hasher(LARGE_MEMORY);

        assertThat(asked(() -> assertThatThrownBy(() -> small.verify("password", LARGE))
                        .isInstanceOf(BusyException.class)
                        .hasMessageContaining("67 MiB")))
                .containsExactly(19_456);
        assertThat(small.refusal(LARGE))
                .hasValueSatisfying(refusal ->
                        assertThat(refusal.message()).contains("takes 67 MiB", "it may take 64", "a heap of 209 MiB"));
        assertThat(hasher.refusal(LARGE)).isEmpty();
    }

    @Test
    void aHashThatFindsNoMemoryIsNeverCalledWrong() {
        engine.memory = LARGE_MEMORY - 1;

        assertThat(asked(() -> assertThatThrownBy(() -> hasher.verify("password", LARGE))
                        .isInstanceOf(BusyException.class)))
                .containsExactly(LARGE_MEMORY, 19_456);

        engine.memory = LARGE_MEMORY;
        assertThat(hasher.verify("password", LARGE)).isTrue();
    }

    @Test
    void noMemoryAtAllIsABusyTime() {
        String own = hasher.hash(CLEAR);
        engine.memory = 0;

        assertThatThrownBy(() -> hasher.hash(CLEAR)).isInstanceOf(BusyException.class);
        assertThatThrownBy(() -> hasher.verify(CLEAR, own)).isInstanceOf(BusyException.class);
        assertThatThrownBy(() -> hasher.verifyNothing(CLEAR)).isInstanceOf(BusyException.class);
    }

    /** Whoever typed the right password is not kept out because the new hash has to wait. */
    @Test
    void aHashIsKeptWhenItsReplacementFindsNoMemory() {
        engine.memory = 0;

        assertThat(hasher.replacement(CLEAR, ARGON2)).isEmpty();
    }

    private List<Integer> asked(Runnable work) {
        engine.asked.clear();
        work.run();
        return List.copyOf(engine.asked);
    }
}
