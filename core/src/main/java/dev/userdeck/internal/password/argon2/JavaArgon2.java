package dev.userdeck.internal.password.argon2;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;

/**
 * Our own, which is always there: in Java, one lane after another on the caller's thread, with nothing kept between calls.
 * It goes by RFC 9106 line by line, and by nothing else.
 */
final class JavaArgon2 implements Argon2Engine {
    private static final int HALF = Blake2b.MAX_LENGTH / 2;

    @Override
    public String name() {
        return "our own";
    }

    @Override
    public byte[] hash(Argon2Settings settings, Argon2Input input, int length) {
        byte[] seed = Blake2b.hash(everything(settings, input, length), Blake2b.MAX_LENGTH);
        var blocks = new Argon2Blocks(settings);
        for (int lane = 0; lane < settings.lanes(); lane++) {
            for (int column = 0; column < 2; column++) {
                byte[] block = expand(bytes(seed, column, lane), Argon2Block.WORDS * Long.BYTES);
                ByteBuffer.wrap(block).order(LITTLE_ENDIAN).asLongBuffer().get(blocks.block(lane, column));
            }
        }
        blocks.fill();
        ByteBuffer sum = ByteBuffer.allocate(Argon2Block.WORDS * Long.BYTES).order(LITTLE_ENDIAN);
        sum.asLongBuffer().put(blocks.sum());
        return expand(sum.array(), length);
    }

    /** What H0 is the hash of. */
    private static byte[] everything(Argon2Settings settings, Argon2Input input, int length) {
        int[] numbers = {
            settings.lanes(),
            length,
            settings.memory(),
            settings.passes(),
            settings.version(),
            settings.variant().number()
        };
        byte[][] texts = {input.text(), input.salt(), input.secret(), input.data()};
        int size = Integer.BYTES * (numbers.length + texts.length);
        for (byte[] text : texts) {
            size += text.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size).order(LITTLE_ENDIAN);
        for (int number : numbers) {
            all.putInt(number);
        }
        for (byte[] text : texts) {
            all.putInt(text.length).put(text);
        }
        return all.array();
    }

    private static byte[] bytes(byte[] seed, int column, int lane) {
        return ByteBuffer.allocate(seed.length + 2 * Integer.BYTES)
                .order(LITTLE_ENDIAN)
                .put(seed)
                .putInt(column)
                .putInt(lane)
                .array();
    }

    /** The hash function H' of any length (section 3.3). */
    private static byte[] expand(byte[] message, int length) {
        byte[] first = ByteBuffer.allocate(Integer.BYTES + message.length)
                .order(LITTLE_ENDIAN)
                .putInt(length)
                .put(message)
                .array();
        if (length <= Blake2b.MAX_LENGTH) {
            return Blake2b.hash(first, length);
        }
        ByteBuffer result = ByteBuffer.allocate(length);
        byte[] hash = Blake2b.hash(first, Blake2b.MAX_LENGTH);
        while (result.remaining() > Blake2b.MAX_LENGTH) {
            result.put(hash, 0, HALF);
            hash = Blake2b.hash(hash, Math.min(Blake2b.MAX_LENGTH, result.remaining()));
        }
        return result.put(hash).array();
    }
}
