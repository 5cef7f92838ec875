package dev.userdeck.internal.password.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Bouncy Castle: in Java, one lane after another. Its provider need not be registered. */
final class BouncyCastleArgon2 implements Argon2Engine {

    @Override
    public String name() {
        return "Bouncy Castle";
    }

    @Override
    public byte[] hash(Argon2Settings settings, Argon2Input input, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(
                        settings.variant() == Argon2Variant.ID ? Argon2Parameters.ARGON2_id : Argon2Parameters.ARGON2_i)
                .withVersion(settings.version())
                .withMemoryAsKB(settings.memory())
                .withIterations(settings.passes())
                .withParallelism(settings.lanes())
                .withSalt(input.salt())
                .withSecret(input.secret())
                .withAdditional(input.data())
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(input.text(), hash);
        return hash;
    }
}
