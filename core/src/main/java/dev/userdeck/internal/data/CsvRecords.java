package dev.userdeck.internal.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells as RFC 4180 has them: a cell in quotes may have line breaks, and a quote in it is doubled. Strict, as a quote that is
 * lost moves everything behind it into other columns: such a record is refused, and reading goes on at the next line. A line
 * ends with a line feed, a carriage return or both.
 */
final class CsvRecords {
    private static final char QUOTE = '"';
    private static final String SOUGHT = ",;\t";
    private static final String DELIMITERS = SOUGHT + "|:";
    private static final String ANNOUNCEMENT = "sep=";

    private final Bytes bytes;
    private final int mostCells;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private int delimiter;
    private long line = 1;
    private int last = -1;
    /** Of the record that is read: its bytes, but no more than one beyond the limit. */
    private int size;

    private @Nullable ImportRow problem;

    /**
     * A record.
     *
     * @param line where it begins
     * @param cells null if it can't be read
     * @param count how many cells there are, with those that aren't kept
     * @param problem why it can't be read, else null
     */
    record Line(
            long line,
            @Nullable List<String> cells,
            int count,
            @Nullable ImportRow problem,
            int size) {}

    /**
     * Looks at the first record, up to the end of the buffer, for what stands between cells.
     *
     * @param mostCells so many of a record are kept
     */
    CsvRecords(Bytes bytes, int mostCells) throws IOException {
        this.bytes = bytes;
        this.mostCells = mostCells;
        passLineEnds();
        int announced = passAnnouncement();
        this.delimiter = announced < 0 ? delimiterAhead() : announced;
    }

    /** Goes behind a first line such as {@code sep=;}, by which Excel knows what stands between cells; -1 without one. */
    private int passAnnouncement() throws IOException {
        int start = bytes.peek() == QUOTE ? 1 : 0;
        for (int i = 0; i < ANNOUNCEMENT.length(); i++) {
            if (Character.toLowerCase(bytes.peek(start + i)) != ANNOUNCEMENT.charAt(i)) {
                return -1;
            }
        }
        int length = start + ANNOUNCEMENT.length() + 1 + start;
        int announced = bytes.peek(start + ANNOUNCEMENT.length());
        int after = bytes.peek(length);
        if (DELIMITERS.indexOf(announced) < 0 || (after >= 0 && !isLineEnd(after))) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            take();
        }
        passLineEnds();
        return announced;
    }

    /** A comma outside of quotes, or else a semicolon or a tab. */
    private char delimiterAhead() throws IOException {
        int found = SOUGHT.length();
        boolean isQuoted = false;
        int next = bytes.peek();
        for (int ahead = 1; next >= 0 && (isQuoted || !isLineEnd(next)); ahead++) {
            int which = SOUGHT.indexOf(next);
            if (next == QUOTE) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && which >= 0) {
                found = Math.min(found, which);
            }
            next = bytes.peek(ahead);
        }
        return SOUGHT.charAt(found % SOUGHT.length());
    }

    /** The next record; null at the end. Empty lines are passed over. */
    @Nullable
    Line next() throws IOException {
        passLineEnds();
        return bytes.peek() < 0 ? null : read(line);
    }

    private void passLineEnds() throws IOException {
        while (isLineEnd(bytes.peek())) {
            take();
        }
    }

    private Line read(long start) throws IOException {
        var cells = new ArrayList<String>();
        size = 0;
        problem = null;
        for (int count = 1; ; count++) {
            cell.reset();
            if (bytes.peek() == QUOTE) {
                quoted(start);
            } else {
                plain(start);
            }
            if (size > ImportRow.MAX_BYTES) {
                refuse(ImportRow.tooLong(start));
            }
            String text = problem == null ? Bytes.text(cell) : "";
            if (text == null) {
                refuse(ImportRow.notUtf8(start));
            } else if (problem == null && count <= mostCells) {
                cells.add(text);
            }
            if (bytes.peek() != delimiter) {
                return new Line(start, problem == null ? cells : null, count, problem, size);
            }
            take();
        }
    }

    /** Only the first one is told. */
    private void refuse(ImportRow row) {
        if (problem == null) {
            problem = row;
        }
    }

    /** Up to the end of a cell, or of the line where a quote is in it. */
    private void plain(long start) throws IOException {
        for (int next = bytes.peek(); !isCellEnd(next); next = bytes.peek()) {
            if (next == QUOTE) {
                refuse(ImportRow.unreadable(
                        start, "csv-quote", "A cell with a quote in it stands in quotes, and the quote is doubled."));
                passLine();
                return;
            }
            keep(take());
            keepUpTo(delimiter);
        }
    }

    /** Up to the end of a cell, or of the line where something else stands behind the closing quote. */
    private void quoted(long start) throws IOException {
        take();
        while (true) {
            keepUpTo(QUOTE);
            int next = take();
            if (next < 0) {
                problem = size > ImportRow.MAX_BYTES ? ImportRow.tooLong(start) : ImportRow.breaksOff(start);
                return;
            }
            if (next == QUOTE) {
                if (bytes.peek() != QUOTE) {
                    break;
                }
                take();
            }
            keep(next);
        }
        if (!isCellEnd(bytes.peek())) {
            refuse(ImportRow.unreadable(
                    start,
                    "csv-quote",
                    "Behind the closing quote of a cell comes the next cell or the end of the line."));
            passLine();
        }
    }

    /** As the end of the record can't be told any more. */
    private void passLine() throws IOException {
        while (bytes.peek() >= 0 && !isLineEnd(bytes.peek())) {
            take();
        }
    }

    /** What is beyond the limit is read, to find the end of the record, but not kept. */
    private void keep(int next) {
        if (isKept()) {
            cell.write(next);
        }
    }

    /** The same with many at once, in front of a quote, a line end or this character. */
    private void keepUpTo(int stop) {
        int count = bytes.before(QUOTE, stop);
        if (count > 0) {
            last = -1;
            grow(count);
            bytes.read(count, isKept() ? cell : null);
        }
    }

    private boolean isKept() {
        return problem == null && size <= ImportRow.MAX_BYTES;
    }

    private int take() throws IOException {
        int next = bytes.read();
        if (next == '\r' || (next == '\n' && last != '\r')) {
            line++;
        }
        last = next;
        grow(next < 0 ? 0 : 1);
        return next;
    }

    private void grow(int count) {
        size = Math.min(size + count, ImportRow.MAX_BYTES + 1);
    }

    private boolean isCellEnd(int next) {
        return next < 0 || next == delimiter || isLineEnd(next);
    }

    private static boolean isLineEnd(int next) {
        return next == '\n' || next == '\r';
    }
}
