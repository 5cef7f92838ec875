package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.internal.ChildJvm;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever has the right password gets in, whoever came before, in the heap that a container of 1 GiB has by default. */
@Tag("slow")
class SmallHeapTest {
    private static final String CLEAR = " Wolke-7 blau über Köln";

    /** PHP's settings, by libargon2. */
    private static final String PHP =
            "$argon2id$v=19$m=65536,t=4,p=1$zVHlb/zJDuWtITgyW6gHOg$TWJ5BWf8nBTyfaCG+7mZUj0qzPrs/K7UTl5DEAN7wjM";
    /** By Spring Security 6.5.11. */
    private static final String SPRING =
            "$argon2id$v=19$m=16384,t=2,p=1$AABzPCn8p2Gs6+U8WG/Jnw$13Q0yea7oiq5GHz/gkC+IkuoAc3aW06HHHH+F6dpM9Y";
    /** Older settings of Django, by libargon2. */
    private static final String OLD_DJANGO =
            "$argon2i$v=19$m=512,t=2,p=2$64E3ovUIzVPqWv87puFoxg$1YJEmS98j8/liAvxaKrnpzeuz9ZwHxC/fNSYmydSyO8";
    /** By Django 3.2.25. */
    private static final String DJANGO =
            "$argon2id$v=19$m=102400,t=2,p=8$YWVQMFV0VTlnNGNWS2JPOEx1SkdlcQ$Zxqumq2ynbEME6lvROJsIQ";
    /** 64 MiB in one piece, by passlib 1.7.4. */
    private static final String SCRYPT =
            "$scrypt$ln=16,r=8,p=1$pdTam5OSEsKYk3Iu5VzLGQ$0bXu/+wLE6MUtoQiSHXNXGkBkPq54YmiWwdaKn023eg";
    /** By Firebase's own scrypt tool. */
    private static final String FIREBASE = "$firebase-scrypt$42xEC+ixf3L2lw==$"
            + "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ== user1password";

    @Test
    void settingsOfPhpAndSpringInAQuarterOfAGibibyte() throws Exception {
        assertAllSignIn(ownEngine("256m"), PHP + CLEAR, SPRING + CLEAR);
    }

    @Test
    void theSameByBouncyCastle() throws Exception {
        assertAllSignIn(heap("256m").without("argon2-jvm", "jna"), PHP + CLEAR, SPRING + CLEAR);
    }

    @Test
    void oldAndNewSettingsOfDjangoInThreeEighthsOfAGibibyte() throws Exception {
        assertAllSignIn(ownEngine("384m"), OLD_DJANGO + CLEAR, DJANGO + CLEAR);
    }

    @Test
    void scryptGoesTheSameWay() throws Exception {
        assertAllSignIn(ownEngine("256m"), SCRYPT + CLEAR, FIREBASE, SPRING + CLEAR);
    }

    private static ChildJvm ownEngine(String heap) {
        return heap(heap).without("argon2-jvm", "jna", "bcprov");
    }

    private static ChildJvm heap(String size) {
        return ChildJvm.ofThisJdk().with("-Xmx" + size, "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8");
    }

    private static void assertAllSignIn(ChildJvm jvm, String... hashes) throws Exception {
        int each = 2 * 2 + 3;

        assertThat(jvm.run(SignsInUnderAHeap.class, hashes))
                .as(Arrays.toString(hashes))
                .containsExactly(
                        "password-hash-needs-memory",
                        "1 password-hash-needs-memory",
                        each * hashes.length + " signed in");
    }
}
