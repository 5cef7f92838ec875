package dev.userdeck.internal.idna;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the numbers of the table, as its generator writes them. */
final class TableReader implements AutoCloseable {
    private final DataInputStream in;

    TableReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    String text() throws IOException {
        return in.readUTF();
    }

    int number() throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    }

    int signed() throws IOException {
        int value = number();
        return (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
