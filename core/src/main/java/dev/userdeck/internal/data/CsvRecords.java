package dev.userdeck.internal.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells as RFC 4180 has them: a cell in quotes may have line breaks, and a quote in it is doubled. Strict, as a quote that is
 * lost moves everything behind it into other columns: such a record is refused, and reading goes on at the next line.
 */
final class CsvRecords {
    private static final char QUOTE = '"';

    private final Bytes bytes;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private int delimiter = ',';
    private int size;
    private boolean isTooLong;

    /**
     * A record.
     *
     * @param line where it begins
     * @param cells null if it can't be read
     * @param problem why, else null
     */
    record Line(
            long line,
            @Nullable List<String> cells,
            @Nullable Row problem,
            int size) {}

    CsvRecords(Bytes bytes) {
        this.bytes = bytes;
    }

    /** What stands between cells: of the first record, a comma or else a semicolon or a tab. */
    void delimitedBy(char character) {
        delimiter = character;
    }

    /** The next record; null at the end. Empty lines are passed over. */
    @Nullable
    Line next() throws IOException {
        while (bytes.peek() == '\n' || bytes.peek() == '\r') {
            bytes.read();
        }
        return bytes.peek() < 0 ? null : read(bytes.line());
    }

    private Line read(long line) throws IOException {
        var cells = new ArrayList<String>();
        size = 0;
        isTooLong = false;
        Row problem = null;
        while (true) {
            cell.reset();
            Row wrong = bytes.peek() == QUOTE ? quoted(line) : plain(line);
            if (wrong != null && problem == null) {
                problem = wrong;
                if (!isTooLong) {
                    bytes.skipLine();
                    return new Line(line, null, problem, size);
                }
            }
            String text = problem == null ? Bytes.text(cell) : "";
            if (text == null) {
                problem = Row.notUtf8(line);
            } else if (problem == null) {
                cells.add(text);
            }
            int next = bytes.read();
            if (next != delimiter) {
                endOfLine(next);
                return new Line(line, problem == null ? cells : null, problem, size);
            }
        }
    }

    private void endOfLine(int next) throws IOException {
        if (next == '\r' && bytes.peek() == '\n') {
            bytes.read();
        }
    }

    private @Nullable Row plain(long line) throws IOException {
        Row problem = null;
        for (int next = bytes.peek(); next >= 0 && !isEnd(next); next = bytes.peek()) {
            if (next == QUOTE) {
                return Row.unreadable(
                        line, "csv-quote", "A cell with a quote in it stands in quotes, and the quote is doubled.");
            }
            problem = keep(bytes.read(), line);
        }
        return problem;
    }

    private @Nullable Row quoted(long line) throws IOException {
        bytes.read();
        Row problem = null;
        while (true) {
            int next = bytes.read();
            if (next < 0) {
                return isTooLong ? Row.tooLong(line) : Row.breaksOff(line);
            }
            if (next == QUOTE) {
                if (bytes.peek() != QUOTE) {
                    break;
                }
                bytes.read();
            }
            problem = keep(next, line);
        }
        int next = bytes.peek();
        if (next >= 0 && !isEnd(next)) {
            return Row.unreadable(
                    line, "csv-quote", "Behind the closing quote of a cell comes a comma or the end of the line.");
        }
        return problem;
    }

    /** What is beyond the limit is read, to find the end of the record, but not kept. */
    private @Nullable Row keep(int next, long line) {
        if (++size > Row.MAX_BYTES) {
            isTooLong = true;
            cell.reset();
            return Row.tooLong(line);
        }
        cell.write(next);
        return null;
    }

    private boolean isEnd(int next) {
        return next == delimiter || next == '\n' || next == '\r';
    }
}
