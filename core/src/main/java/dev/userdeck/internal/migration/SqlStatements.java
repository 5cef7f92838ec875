package dev.userdeck.internal.migration;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements at semicolons that stand outside of quotes, comments and dollar quotes. */
final class SqlStatements {
    private final String text;
    private final StringBuilder statement = new StringBuilder();
    private final List<String> statements = new ArrayList<>();
    private int at;

    private SqlStatements(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    static List<String> split(String script) {
        return new SqlStatements(script).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                at = endOf("\n", at);
            } else if (text.startsWith("/*", at)) {
                at = endOf("*/", at + 2);
            } else if (c == '\'' || c == '"' || c == '`') {
                keepUntil(endOf(String.valueOf(c), at + 1));
            } else if (c == '$' && !dollarTag().isEmpty()) {
                String tag = dollarTag();
                keepUntil(endOf(tag, at + tag.length()));
            } else if (c == ';') {
                finish();
                at++;
            } else {
                statement.append(c);
                at++;
            }
        }
        finish();
        return List.copyOf(statements);
    }

    private int endOf(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private void keepUntil(int end) {
        statement.append(text, at, end);
        at = end;
    }

    private String dollarTag() {
        int end = text.indexOf('$', at + 1);
        if (end < 0) {
            return "";
        }
        String tag = text.substring(at, end + 1);
        return tag.substring(1, tag.length() - 1).chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))
                ? tag
                : "";
    }

    private void finish() {
        String whole = statement.toString().strip();
        if (!whole.isEmpty()) {
            statements.add(whole);
        }
        statement.setLength(0);
    }
}
