package dev.userdeck.dashboard.walk;

import dev.userdeck.testkit.StatementCounter;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes down, as text, what is asked, what is answered, and which statements the database got for it. */
final class Recording {
    private static final List<String> HEADERS =
            List.of("content-type", "etag", "retry-after", "location", "allow", "content-disposition", "set-cookie");
    private static final Set<String> OF_PROBLEM = Set.of("type", "title", "status", "detail", "errors");
    /** Members whose own members have no order. */
    private static final Set<String> UNORDERED = Set.of("values", "parts", "lockedFields", "lockedActions");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final StatementCounter statements;
    private final RunNames names = new RunNames();
    private final StringBuilder text = new StringBuilder();
    private int steps;

    Recording(StatementCounter statements) {
        this.statements = statements;
    }

    /** Begins a step that is no request; call {@link #statements()} when it is done. */
    void step(String title) {
        text.append("\n### ")
                .append(++steps)
                .append(' ')
                .append(names.text(title))
                .append('\n');
    }

    /** What is about to be sent. */
    void request(String title, Map<String, String> headers, @Nullable String body) {
        step(title);
        headers.forEach(this::line);
        if (body != null) {
            text(body);
        }
        statements.reset();
    }

    /** What came back. */
    void answer(HttpResponse<String> answer) {
        text.append("-> ").append(answer.statusCode()).append('\n');
        for (String header : HEADERS) {
            answer.headers().allValues(header).forEach(value -> line(header, value));
        }
        String type = answer.headers().firstValue("content-type").orElse("");
        if (type.endsWith("json")) {
            text.append(pretty(answer.body())).append('\n');
        } else {
            text(answer.body());
        }
        statements();
    }

    /** The statements since the step began. */
    void statements() {
        for (String sql : statements.statements()) {
            text.append("  sql ").append(names.text(oneLine(sql))).append('\n');
        }
        statements.reset();
    }

    /** What the tables hold in the end. */
    void rows(Collection<String> rows) {
        step("rows");
        rows.stream()
                .map(Recording::oneLine)
                .map(this::row)
                .sorted()
                .forEach(row -> text.append("  ").append(row).append('\n'));
    }

    /** {@code table[cell, cell]}. */
    private String row(String row) {
        int cells = row.indexOf('[') + 1;
        return row.substring(0, cells)
                + Stream.of(row.substring(cells, row.length() - 1).split(", ", -1))
                        .map(names::known)
                        .collect(Collectors.joining(", "))
                + "]";
    }

    /** A text of its own, as of a mail. */
    void note(String note) {
        names.text(note).lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }

    /** All of it. */
    String text() {
        return text.toString();
    }

    private void line(String name, String value) {
        text.append(name).append(": ").append(names.value(value)).append('\n');
    }

    private void text(String body) {
        names.text(body).lines().forEach(line -> text.append(line).append('\n'));
    }

    private String pretty(String json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(named("", JSON.readTree(json)));
    }

    /** The same members in the same order, where there is one. */
    private JsonNode named(String name, JsonNode node) {
        if (node.isObject()) {
            return members(name, node);
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(named("", item)));
            return array;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(names.value(node.asString())) : node;
    }

    private ObjectNode members(String name, JsonNode node) {
        var ordered = new LinkedHashMap<String, JsonNode>();
        var others = new TreeMap<String, JsonNode>();
        boolean problem = node.path("type").asString("").contains("/problems/");
        node.properties().forEach(member -> {
            boolean any = UNORDERED.contains(name) || (problem && !OF_PROBLEM.contains(member.getKey()));
            (any ? others : ordered).put(member.getKey(), member.getValue());
        });
        ordered.putAll(others);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ordered.forEach((key, value) -> object.set(names.text(key), named(key, value)));
        return object;
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
