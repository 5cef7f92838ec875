package dev.userdeck.recipe.usermetadata.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** A JSON object: its outermost members in order, each value as JSON text without white space. */
record Document(Map<String, String> members) {
    static final Document EMPTY = new Document(Map.of());

    Document {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
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
