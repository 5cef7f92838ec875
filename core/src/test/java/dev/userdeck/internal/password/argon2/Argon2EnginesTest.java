package dev.userdeck.internal.password.argon2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All engines compute what RFC 9106 and the reference implementation do. */
class Argon2EnginesTest {

    static Stream<Argon2Engine> engines() {
        return Stream.of(new JavaArgon2(), new BouncyCastleArgon2(), new NativeArgon2());
    }

    /** Sections 5.2 and 5.3. */
    @ParameterizedTest
    @MethodSource("engines")
    void theVectorsOfTheRfcFit(Argon2Engine engine) {
        var input = new Argon2Input(bytes(32, 1), bytes(16, 2), bytes(8, 3), bytes(12, 4));

        assertThat(hex(engine.hash(new Argon2Settings(Argon2Variant.I, 19, 32, 3, 4), input, 32)))
                .isEqualTo("c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8");
        assertThat(hex(engine.hash(new Argon2Settings(Argon2Variant.ID, 19, 32, 3, 4), input, 32)))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** Strings of the reference implementation's own tests, the last by the version before the RFC. */
    @ParameterizedTest
    @MethodSource("engines")
    void hashesOfTheReferenceImplementationFit(Argon2Engine engine) {
        assertThat(password(engine, new Argon2Settings(Argon2Variant.ID, 19, 256, 2, 1)))
                .isEqualTo("nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertThat(password(engine, new Argon2Settings(Argon2Variant.ID, 19, 65_536, 4, 1)))
                .isEqualTo("kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw");
        assertThat(password(engine, new Argon2Settings(Argon2Variant.I, 19, 65_536, 2, 1)))
                .isEqualTo("wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA");
        assertThat(password(engine, new Argon2Settings(Argon2Variant.I, 16, 256, 2, 1)))
                .isEqualTo("/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY");
    }

    @Test
    void allComputeTheSameAndChangeNothing() {
        List<Argon2Engine> engines = engines().toList();
        var random = new Random(20_261_130);
        for (int round = 0; round < 150; round++) {
            Argon2Settings settings = settings(random);
            byte[] text = bytes(random, random.nextInt(200));
            byte[] salt = bytes(random, 8 + random.nextInt(60));
            byte[] textBefore = text.clone();
            byte[] saltBefore = salt.clone();
            int length = 4 + random.nextInt(150);

            List<String> hashes = engines.stream()
                    .map(engine -> hex(engine.hash(settings, Argon2Input.of(text, salt), length)))
                    .distinct()
                    .toList();

            assertThat(hashes).as("round %d, %s", round, settings).hasSize(1);
            assertThat(text).isEqualTo(textBefore);
            assertThat(salt).isEqualTo(saltBefore);
        }
    }

    @Test
    void theFirstThatWorksIsTaken() {
        Argon2Engine found = Argon2Engines.find(List.of(
                () -> {
                    throw new NoClassDefFoundError("de/mkammerer/argon2/Argon2Factory");
                },
                () -> {
                    throw new IllegalStateException("Java was not started with --enable-native-access");
                },
                BouncyCastleArgon2::new,
                JavaArgon2::new));

        assertThat(found).isInstanceOf(BouncyCastleArgon2.class);
    }

    @Test
    void whatFailsOnceOrComputesSomethingElseIsPassedOver() {
        Argon2Engine found = Argon2Engines.find(List.of(
                () -> new Other() {
                    @Override
                    public byte[] hash(Argon2Settings settings, Argon2Input input, int length) {
                        throw new UnsatisfiedLinkError("libargon2.so: file too short");
                    }
                },
                Other::new));

        assertThat(found).isInstanceOf(JavaArgon2.class);
    }

    /** Gives zeros. */
    private static class Other implements Argon2Engine {
        @Override
        public String name() {
            return "another";
        }

        @Override
        public byte[] hash(Argon2Settings settings, Argon2Input input, int length) {
            return new byte[length];
        }
    }

    private static Argon2Settings settings(Random random) {
        int lanes = 1 + random.nextInt(5);
        return new Argon2Settings(
                random.nextBoolean() ? Argon2Variant.I : Argon2Variant.ID,
                random.nextBoolean() ? 16 : 19,
                8 * lanes + random.nextInt(700),
                1 + random.nextInt(4),
                lanes);
    }

    private static String password(Argon2Engine engine, Argon2Settings settings) {
        var input = Argon2Input.of("password".getBytes(US_ASCII), "somesalt".getBytes(US_ASCII));
        return Base64.getEncoder().withoutPadding().encodeToString(engine.hash(settings, input, 32));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
