package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.error.StorageException;
import dev.userdeck.error.UserdeckException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A damaged H2 file is told as such, never as something that passes, and never keeps anyone waiting. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedH2FileTest {
    private static final int HEADERS = 8192;
    private static final int BLOCK = 4096;
    private static final int USERS = 100;

    @TempDir
    private Path folder;

    private byte[] whole;

    @BeforeEach
    void fill() throws IOException {
        try (var userdeck = open()) {
            for (int i = 0; i < USERS; i++) {
                userdeck.users().create(NewUser.withEmail("user" + i + "@example.org"), Actor.system());
            }
        }
        whole = Files.readAllBytes(file());
    }

    @Test
    void aFileThatLostItsContentsIsNotTakenForAnEmptyOne() throws IOException {
        byte[] lost = whole.clone();
        Arrays.fill(lost, HEADERS, lost.length, (byte) 0);

        isToldAtStart(lost);
    }

    @Test
    void aFileThatWasCutOffIsNotTakenForAnOlderOne() throws IOException {
        isToldAtStart(Arrays.copyOf(whole, whole.length - 2 * BLOCK));
        isToldAtStart(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void aFileWithoutAHeaderAndOneThatIsNoneAreTold() throws IOException {
        byte[] headless = whole.clone();
        Arrays.fill(headless, 0, HEADERS, (byte) 0);

        isToldAtStart(headless);
        isToldAtStart("not a database".getBytes(StandardCharsets.UTF_8));
    }

    private void isToldAtStart(byte[] damaged) throws IOException {
        Files.write(file(), damaged);

        assertThatThrownBy(this::open).isInstanceOfSatisfying(StorageException.class, DamagedH2FileTest::isOfDamage);
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    /** What a hole in the middle does, H2 decides: it may not notice. What it notices is told. */
    @Test
    void whateverIsBrokenInTheMiddleIsTold() throws IOException {
        var random = new Random(5);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            byte[] damaged = whole.clone();
            for (int hole = 0; hole < 3; hole++) {
                int block = HEADERS / BLOCK + random.nextInt((damaged.length - HEADERS) / BLOCK);
                Arrays.fill(damaged, block * BLOCK, (block + 1) * BLOCK, (byte) 0);
            }
            Files.write(file(), damaged);
            try (var userdeck = open()) {
                userdeck.users().list(UserQuery.of(Scope.all()).size(100));
                userdeck.users().create(NewUser.withEmail("another@example.org"), Actor.system());
            } catch (RuntimeException e) {
                // what H2 doesn't notice we may stumble over, as over a value that can't be null
                codes.add(e instanceof UserdeckException told ? told.code() : "internal");
            }
        }

        assertThat(codes).contains("storage-damaged").doesNotContain("storage-unavailable");
    }

    private static void isOfDamage(StorageException e) {
        assertThat(e.code()).isEqualTo("storage-damaged");
        assertThat(e.retryable()).isFalse();
        assertThat(e).hasMessageContaining("check it, then rebuild or restore it");
    }

    private Path file() {
        return folder.resolve("users.mv.db");
    }

    private Userdeck open() {
        return Userdeck.builder()
                .h2File(folder.resolve("users"))
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
    }
}
