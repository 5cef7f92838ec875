package dev.userdeck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import org.junit.jupiter.api.Test;

class PoolThreadsTest {
    @Test
    void noneIsLeftWhenUserdeckIsClosed() {
        for (int i = 0; i < 20; i++) {
            Userdeck userdeck = Userdeck.builder().inMemory().start();
            assertThat(running()).isTrue();

            userdeck.close();

            assertThat(running()).isFalse();
        }
    }

    private static boolean running() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("userdeck:pool"));
    }
}
