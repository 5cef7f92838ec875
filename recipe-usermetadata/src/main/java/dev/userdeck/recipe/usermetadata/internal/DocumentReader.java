package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.libs.tools.jackson.core.JsonGenerator;
import dev.userdeck.libs.tools.jackson.core.JsonParser;
import dev.userdeck.libs.tools.jackson.core.JsonToken;
import dev.userdeck.libs.tools.jackson.core.ObjectReadContext;
import dev.userdeck.libs.tools.jackson.core.ObjectWriteContext;
import dev.userdeck.libs.tools.jackson.core.StreamReadConstraints;
import dev.userdeck.libs.tools.jackson.core.StreamWriteConstraints;
import dev.userdeck.libs.tools.jackson.core.exc.StreamReadException;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import dev.userdeck.recipe.usermetadata.MetadataError;
import dev.userdeck.recipe.usermetadata.MetadataLimits;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a text as a JSON object. Numbers are carried over as text and never looked at, so no digit is lost and none is too
 * large.
 */
final class DocumentReader {
    private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?0*[1-9][0-9]{9}");

    private final MetadataLimits limits;
    private final JsonFactory factory;

    /** The text was refused. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient MetadataError error;

        private RefusedException(MetadataError error) {
            super(error.message());
            this.error = error;
        }

        MetadataError error() {
            return error;
        }
    }

    DocumentReader(MetadataLimits limits) {
        this.limits = limits;
        // Our own limits speak first, and say where.
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .build())
                .build();
    }

    /**
     * Reads all of {@code text}.
     *
     * @throws RefusedException if it is not an object that can be kept
     */
    Document read(String text) throws RefusedException {
        refuseHugeText(text);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused("json-not-an-object", parser, "metadata is a JSON object, in { and }");
            }
            var document = new Document(members(parser));
            if (parser.nextToken() != null) {
                throw refused("json-syntax", parser, "there is more after the end of the object");
            }
            return document;
        } catch (StreamReadException e) {
            throw new RefusedException(SyntaxWords.of(e));
        }
    }

    /** Reads what was checked when it was written. */
    Document readKept(String text) {
        try {
            return read(text);
        } catch (RefusedException e) {
            throw new IllegalStateException("The metadata of a user can't be read: " + e.getMessage(), e);
        }
    }

    /** What is to be kept, checked once more: a merge of two documents can be larger than either. */
    String textOf(Document document) throws RefusedException {
        String text = document.text();
        int bytes = Document.bytes(text);
        if (bytes > limits.maxBytes()) {
            throw new RefusedException(tooLarge(bytes));
        }
        return text;
    }

    /** Indented as deep as it goes, even an object within the limit has room in this; more is not worth reading. */
    private void refuseHugeText(String text) throws RefusedException {
        if (text.length() > 16L * limits.maxBytes() + 1024) {
            throw new RefusedException(tooLarge(Document.bytes(text)));
        }
    }

    private MetadataError tooLarge(int bytes) {
        return new MetadataError(
                "json-too-large", size(bytes) + ". The limit is " + size(limits.maxBytes()) + ".", 0, 0);
    }

    /** Rounded up, so that what is over a limit never reads like the limit. */
    private static String size(int bytes) {
        return bytes < 1024 ? bytes + " bytes" : (bytes + 1023) / 1024 + " KiB";
    }

    private Map<String, String> members(JsonParser parser) throws RefusedException {
        var members = new LinkedHashMap<String, String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = name(parser);
            if (members.containsKey(key)) {
                throw duplicate(parser, key);
            }
            parser.nextToken();
            members.put(key, value(parser));
        }
        return members;
    }

    /** Copies the value that the parser is at. */
    private String value(JsonParser parser) throws RefusedException {
        var text = new StringWriter();
        Deque<Set<String>> names = new ArrayDeque<>();
        try (JsonGenerator copy = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(parser, copy, names);
            while (!names.isEmpty()) {
                parser.nextToken();
                copy(parser, copy, names);
            }
        }
        return text.toString();
    }

    private void copy(JsonParser parser, JsonGenerator copy, Deque<Set<String>> names) throws RefusedException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                deeper(parser, names);
                copy.writeStartObject();
            }
            case START_ARRAY -> {
                deeper(parser, names);
                copy.writeStartArray();
            }
            case END_OBJECT -> {
                names.pop();
                copy.writeEndObject();
            }
            case END_ARRAY -> {
                names.pop();
                copy.writeEndArray();
            }
            case PROPERTY_NAME -> {
                String name = name(parser);
                if (!names.element().add(name)) {
                    throw duplicate(parser, name);
                }
                copy.writeName(name);
            }
            case VALUE_STRING -> copy.writeString(storable(parser, parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copy.writeNumber(number(parser));
            case VALUE_TRUE -> copy.writeBoolean(true);
            case VALUE_FALSE -> copy.writeBoolean(false);
            case VALUE_NULL -> copy.writeNull();
            default -> throw new IllegalStateException("Not a token of JSON: " + parser.currentToken());
        }
    }

    /** The outermost object is not among {@code names}, and counts. */
    private void deeper(JsonParser parser, Deque<Set<String>> names) throws RefusedException {
        if (names.size() + 1 >= limits.maxDepth()) {
            throw refused("json-too-deep", parser, "objects and arrays nest " + limits.maxDepth() + " deep at most");
        }
        names.push(new HashSet<>());
    }

    /** As written. One whose exponent no program has room for would break whoever reads it later, our export as well. */
    private static String number(JsonParser parser) throws RefusedException {
        String text = parser.getString();
        if (HUGE_EXPONENT.matcher(text).find()) {
            throw refused("json-number-too-large", parser, "a number has 9 digits in its exponent at most");
        }
        return text;
    }

    private static String name(JsonParser parser) throws RefusedException {
        return storable(parser, parser.currentName());
    }

    /** PostgreSQL stores neither of these, so they are refused everywhere. */
    private static String storable(JsonParser parser, String text) throws RefusedException {
        if (text.indexOf('\0') >= 0) {
            throw refused("json-unstorable", parser, "\\u0000 can't be stored");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw refused("json-unstorable", parser, SyntaxWords.HALF_A_PAIR);
        }
        return text;
    }

    private static RefusedException duplicate(JsonParser parser, String name) {
        return refused("json-duplicate-key", parser, "the key " + SyntaxWords.quoted(name) + " is there already");
    }

    private static RefusedException refused(String code, JsonParser parser, String what) {
        boolean atToken = parser.currentToken() != null;
        var at = atToken ? parser.currentTokenLocation() : parser.currentLocation();
        return new RefusedException(SyntaxWords.error(code, at, what));
    }
}
