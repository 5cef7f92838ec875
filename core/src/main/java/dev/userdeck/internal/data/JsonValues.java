package dev.userdeck.internal.data;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.json.JsonTree;
import dev.userdeck.libs.tools.jackson.core.JacksonException;
import dev.userdeck.libs.tools.jackson.core.JsonGenerator;
import dev.userdeck.libs.tools.jackson.core.JsonParser;
import dev.userdeck.libs.tools.jackson.core.ObjectReadContext;
import dev.userdeck.libs.tools.jackson.core.ObjectWriteContext;
import dev.userdeck.libs.tools.jackson.core.StreamReadConstraints;
import dev.userdeck.libs.tools.jackson.core.StreamReadFeature;
import dev.userdeck.libs.tools.jackson.core.exc.StreamConstraintsException;
import dev.userdeck.libs.tools.jackson.core.exc.UnexpectedEndOfInputException;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts as {@link JsonTree}s, within the limits of a row. */
final class JsonValues {
    /** Deeper than any recipe's limit. */
    static final int MAX_DEPTH = 250;

    private static final int MAX_NAME = 10_000;
    private static final int MAX_DIGITS = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(ImportRow.MAX_BYTES)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonValues() {}

    /** A text that is no JSON. */
    static final class NoJsonException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient FieldError error;
        private final boolean breaksOff;

        NoJsonException(String code, String message, boolean breaksOff) {
            super(message);
            this.error = new FieldError("", code, message);
            this.breaksOff = breaksOff;
        }

        FieldError error() {
            return error;
        }

        boolean breaksOff() {
            return breaksOff;
        }
    }

    /** Reads a text that is an object, and nothing more. */
    static Map<String, Object> object(String text) throws NoJsonException {
        return withoutNulls(value(text));
    }

    /** Reads a text that is one value, and nothing more. */
    static @Nullable Object value(String text) throws NoJsonException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new NoJsonException("json-syntax", "There is no JSON here.", true);
            }
            Object value = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                throw new NoJsonException("json-syntax", "There is more after the end of the value.", false);
            }
            return value;
        } catch (JacksonException e) {
            throw refused(e);
        } catch (NumberFormatException e) {
            throw beyondLimits(); // an exponent that BigDecimal has no room for
        }
    }

    /** An object's members that are there. */
    private static Map<String, Object> withoutNulls(@Nullable Object value) throws NoJsonException {
        if (!(value instanceof Map<?, ?> members)) {
            throw new NoJsonException("json-not-an-object", "A user is a JSON object, in { and }.", false);
        }
        var present = new LinkedHashMap<String, Object>();
        members.forEach((name, member) -> {
            if (member != null) {
                present.put((String) name, member);
            }
        });
        return present;
    }

    /** In our own words, as the parser's repeat what is in the file. */
    private static NoJsonException refused(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return new NoJsonException("json-syntax", "The JSON ends too early; the file may be cut off.", true);
        }
        if (e instanceof StreamConstraintsException) {
            return beyondLimits();
        }
        var location = e.getLocation();
        String place = location == null ? "" : " at column " + location.getColumnNr();
        return new NoJsonException("json-syntax", "This is no JSON, or has a name twice" + place + ".", false);
    }

    private static NoJsonException beyondLimits() {
        return new NoJsonException(
                "json-limit",
                "Beyond what is read: a number has at most %,d digits and 9 in its exponent, a name %,d characters, and nesting is %d deep."
                        .formatted(MAX_DIGITS, MAX_NAME, MAX_DEPTH),
                false);
    }

    /** A value as text. */
    static String text(@Nullable Object value) {
        var text = new java.io.StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            JsonTree.write(generator, value);
        }
        return text.toString();
    }
}
