package dev.userdeck.internal.data;

import dev.userdeck.internal.text.SpreadsheetText;

/**
 * Cells that a spreadsheet leaves as they are: what would begin a formula (OWASP, "CSV Injection"), and what it would take for
 * a number or a day and write in another way, gets an apostrophe in front, which reading takes away. Every cell stands in
 * quotes, so that no other delimiter starts a cell in the middle.
 */
final class CsvCells {
    private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvCells() {}

    static String write(String text) {
        String safe = needsApostrophe(text) || isEscaped(text) ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    static String read(String cell) {
        return isEscaped(cell) ? cell.substring(1) : cell;
    }

    private static boolean needsApostrophe(String text) {
        return startsFormula(text) || SpreadsheetText.changes(text);
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Also of an apostrophe before an escaped text, so that reading undoes just what writing did. */
    private static boolean isEscaped(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at > 0 && needsApostrophe(cell.substring(at));
    }
}
