package dev.userdeck.internal.password.argon2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the fastest engine that works here: libargon2 where argon2-jvm is on the class path and native code may be loaded
 * without a word, else Bouncy Castle where that is, else our own. An engine that is there and does not work is passed over.
 */
public final class Argon2Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Argon2Engines.class);

    /** Of the reference implementation's own tests: with two lanes, so that a thread is started where there are any. */
    private static final Argon2Settings SAMPLE = new Argon2Settings(Argon2Variant.ID, 19, 256, 2, 2);

    private static final Argon2Input SAMPLE_INPUT =
            Argon2Input.of("password".getBytes(US_ASCII), "somesalt".getBytes(US_ASCII));
    private static final byte[] SAMPLE_HASH = Base64.getDecoder().decode("bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc");

    private Argon2Engines() {}

    /** Loaded once, when it is first asked for. */
    private static final class Found {
        private static final Argon2Engine ENGINE = find(List.of(NativeArgon2::new, BouncyCastleArgon2::new));
    }

    /** The engine of this JVM. */
    public static Argon2Engine best() {
        return Found.ENGINE;
    }

    static Argon2Engine find(List<Supplier<Argon2Engine>> candidates) {
        for (Supplier<Argon2Engine> candidate : candidates) {
            try {
                Argon2Engine engine = candidate.get();
                if (MessageDigest.isEqual(engine.hash(SAMPLE, SAMPLE_INPUT, SAMPLE_HASH.length), SAMPLE_HASH)) {
                    return engine;
                }
                LOG.warn("Argon2 by {} is not used: it computes something else", engine.name());
            } catch (LinkageError | RuntimeException e) {
                LOG.debug("An Argon2 engine is not used: {}", e.toString());
            }
        }
        return new JavaArgon2();
    }
}
