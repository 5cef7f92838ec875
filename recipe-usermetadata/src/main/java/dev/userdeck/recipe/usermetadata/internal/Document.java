package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.libs.tools.jackson.core.JsonParser;
import dev.userdeck.libs.tools.jackson.core.ObjectReadContext;
import dev.userdeck.libs.tools.jackson.core.StreamReadConstraints;
import dev.userdeck.libs.tools.jackson.core.io.JsonStringEncoder;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object: its outermost members in order, each value as JSON text without white space. */
record Document(Map<String, String> members) {
    /** Of what is kept already, whose limits were checked. */
    private static final JsonFactory STRINGS = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    static final Document EMPTY = new Document(Map.of());

    Document {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The text of an outermost member; empty when it isn't there, or no text. */
    Optional<String> text(String key) {
        return Optional.ofNullable(members.get(key)).flatMap(Document::textOf);
    }

    /** The text that a value is; empty when it is none. */
    static Optional<String> textOf(String json) {
        if (!json.startsWith("\"")) {
            return Optional.empty();
        }
        try (JsonParser parser = STRINGS.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return Optional.of(parser.getString());
        }
    }

    /** This one with the members of {@code change}; those that are null there go. */
    Document mergedWith(Document change) {
        var merged = new LinkedHashMap<>(members);
        change.members.forEach((key, value) -> {
            if (value.equals("null")) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        return new Document(merged);
    }

    /** This one, then the members of {@code other} that it hasn't. */
    Document filledFrom(Document other) {
        var filled = new LinkedHashMap<>(members);
        other.members.forEach(filled::putIfAbsent);
        return new Document(filled);
    }

    /** As JSON, without white space. */
    String text() {
        var text = new StringBuilder("{");
        for (Map.Entry<String, String> member : members.entrySet()) {
            text.append(text.length() == 1 ? "" : ",")
                    .append('"')
                    .append(JsonStringEncoder.getInstance().quoteAsCharArray(member.getKey()))
                    .append("\":")
                    .append(member.getValue());
        }
        return text.append('}').toString();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
