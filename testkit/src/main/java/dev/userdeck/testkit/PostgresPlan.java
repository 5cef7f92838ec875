package dev.userdeck.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL says that it would do: a tree of nodes, each on a line, with more about a node on the lines below it. */
final class PostgresPlan {
    private static final Pattern NODE =
            Pattern.compile("^( *)(?:->  )?(\\w+(?: \\w+)*?)(?: using \\w+)?(?: on (\\w+))?(?: \\w+)?  \\(cost.*");

    private final Set<String> whole = new TreeSet<>();
    /** The nodes above the line at hand, innermost first. */
    private final Deque<Node> open = new ArrayDeque<>();

    private record Node(int indent, String kind) {}

    /** The table of an index scan of which we don't know yet whether it has a condition; empty for none. */
    private String withoutCondition = "";

    private PostgresPlan() {}

    /** The tables that are read whole, or of which an index is: without a condition, and without a limit above. */
    static Set<String> readWhole(List<String> lines) {
        var plan = new PostgresPlan();
        lines.forEach(plan::read);
        plan.endScan();
        return plan.whole;
    }

    private void read(String line) {
        Matcher node = NODE.matcher(line);
        if (!node.matches()) {
            if (line.strip().startsWith("Index Cond:")) {
                withoutCondition = "";
            }
            return;
        }
        endScan();
        int indent = node.group(1).length();
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            open.pop();
        }
        String kind = node.group(2);
        String table = node.group(3);
        if (table != null && kind.endsWith("Seq Scan")) {
            whole.add(table);
        } else if (table != null && kind.startsWith("Index") && !isLimited()) {
            withoutCondition = table;
        }
        open.push(new Node(indent, kind));
    }

    private boolean isLimited() {
        return open.stream().anyMatch(node -> node.kind().equals("Limit"));
    }

    private void endScan() {
        if (!withoutCondition.isEmpty()) {
            whole.add(withoutCondition);
        }
        withoutCondition = "";
    }
}
