package dev.userdeck.internal.password.argon2;

/** The memory of one computation of Argon2, and how it is filled (RFC 9106, sections 3.2 to 3.4). */
final class Argon2Blocks {
    private static final int SLICES = 4;
    private static final int VERSION_WITHOUT_SUMS = 16;
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final long[] ZERO = new long[Argon2Block.WORDS];

    private final Argon2Settings settings;
    private final int segment;
    private final int lane;
    private final long[][] blocks;
    private final Argon2Block function = new Argon2Block();

    Argon2Blocks(Argon2Settings settings) {
        this.settings = settings;
        this.segment = settings.memory() / (SLICES * settings.lanes());
        this.lane = SLICES * segment;
        this.blocks = new long[settings.lanes() * lane][Argon2Block.WORDS];
    }

    /** A block of a lane; of each the first two have to be set before {@link #fill}. */
    long[] block(int inLane, int column) {
        return blocks[inLane * lane + column];
    }

    /** Goes through all memory as often as the settings ask for. */
    void fill() {
        for (int pass = 0; pass < settings.passes(); pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int inLane = 0; inLane < settings.lanes(); inLane++) {
                    fill(pass, slice, inLane);
                }
            }
        }
    }

    /** The last blocks of all lanes, added up bit by bit. */
    long[] sum() {
        long[] sum = new long[Argon2Block.WORDS];
        for (int inLane = 0; inLane < settings.lanes(); inLane++) {
            long[] last = block(inLane, lane - 1);
            for (int i = 0; i < sum.length; i++) {
                sum[i] ^= last[i];
            }
        }
        return sum;
    }

    private void fill(int pass, int slice, int inLane) {
        boolean isAdded = pass > 0 && settings.version() != VERSION_WITHOUT_SUMS;
        Addresses addresses = hasAddresses(pass, slice) ? new Addresses(pass, slice, inLane) : null;
        for (int index = pass == 0 && slice == 0 ? 2 : 0; index < segment; index++) {
            int column = slice * segment + index;
            long[] previous = block(inLane, column == 0 ? lane - 1 : column - 1);
            long random = addresses == null ? previous[0] : addresses.at(index);
            int otherLane = pass == 0 && slice == 0 ? inLane : (int) ((random >>> 32) % settings.lanes());
            int otherColumn = column(pass, slice, index, otherLane == inLane, random & LOW_HALF);
            function.compress(previous, block(otherLane, otherColumn), block(inLane, column), isAdded);
        }
    }

    /** Whether where to look doesn't depend on what is there. */
    private boolean hasAddresses(int pass, int slice) {
        return settings.variant() == Argon2Variant.I || (pass == 0 && slice < SLICES / 2);
    }

    /** Maps a random number to a column that may be looked at, the latest more likely (section 3.4.2). */
    private int column(int pass, int slice, int index, boolean isSameLane, long random) {
        int finished = pass == 0 ? slice * segment : lane - segment;
        int size = finished;
        if (isSameLane) {
            size += index - 1;
        } else if (index == 0) {
            size--;
        }
        long near = (random * random) >>> 32;
        long position = size - 1 - ((size * near) >>> 32);
        int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
        return (int) ((start + position) % lane);
    }

    /** Where a segment looks, of Argon2i and the first half pass of Argon2id (section 3.4.1.2). */
    private final class Addresses {
        private final long[] input = new long[Argon2Block.WORDS];
        private final long[] addresses = new long[Argon2Block.WORDS];
        private int next;

        Addresses(int pass, int slice, int inLane) {
            input[0] = pass;
            input[1] = inLane;
            input[2] = slice;
            input[3] = blocks.length;
            input[4] = settings.passes();
            input[5] = settings.variant().number();
        }

        /** To be asked with growing indexes. */
        long at(int index) {
            while (next <= index) {
                input[6]++;
                function.compress(ZERO, input, addresses, false);
                function.compress(ZERO, addresses, addresses, false);
                next += Argon2Block.WORDS;
            }
            return addresses[index % Argon2Block.WORDS];
        }
    }
}
