package dev.userdeck.internal.password.argon2;

/** The compression function G of Argon2 (RFC 9106, section 3.5), on blocks of 128 words. Not safe for many threads. */
final class Argon2Block {
    /** A block's size. */
    static final int WORDS = 128;

    private static final long LOW_HALF = 0xffff_ffffL;

    private final long[] sum = new long[WORDS];
    private final long[] mixed = new long[WORDS];

    /**
     * Makes a block of two others.
     *
     * @param result where it goes
     * @param isAdded whether it is added to what is there, bit by bit, or replaces it
     */
    void compress(long[] x, long[] y, long[] result, boolean isAdded) {
        for (int i = 0; i < WORDS; i++) {
            long word = x[i] ^ y[i];
            mixed[i] = word;
            sum[i] = isAdded ? word ^ result[i] : word;
        }
        for (int row = 0; row < WORDS; row += 16) {
            permute(mixed, row, 2);
        }
        for (int column = 0; column < 16; column += 2) {
            permute(mixed, column, 16);
        }
        for (int i = 0; i < WORDS; i++) {
            result[i] = sum[i] ^ mixed[i];
        }
    }

    /**
     * The permutation P of 16 words, of which each two stand together.
     *
     * @param step from one pair to the next
     */
    private static void permute(long[] v, int first, int step) {
        int second = first + 2 * step;
        int third = first + 4 * step;
        int fourth = first + 6 * step;
        mix(v, first, second, third, fourth);
        mix(v, first + 1, second + 1, third + 1, fourth + 1);
        mix(v, first + step, second + step, third + step, fourth + step);
        mix(v, first + step + 1, second + step + 1, third + step + 1, fourth + step + 1);
        mix(v, first, second + 1, third + step, fourth + step + 1);
        mix(v, first + 1, second + step, third + step + 1, fourth);
        mix(v, first + step, second + step + 1, third, fourth + 1);
        mix(v, first + step + 1, second, third + 1, fourth + step);
    }

    private static void mix(long[] v, int ia, int ib, int ic, int id) {
        long a = v[ia];
        long b = v[ib];
        long c = v[ic];
        long d = v[id];
        a = blend(a, b);
        d = Long.rotateRight(d ^ a, 32);
        c = blend(c, d);
        b = Long.rotateRight(b ^ c, 24);
        a = blend(a, b);
        d = Long.rotateRight(d ^ a, 16);
        c = blend(c, d);
        b = Long.rotateRight(b ^ c, 63);
        v[ia] = a;
        v[ib] = b;
        v[ic] = c;
        v[id] = d;
    }

    private static long blend(long x, long y) {
        return x + y + 2 * (x & LOW_HALF) * (y & LOW_HALF);
    }
}
