package dev.userdeck.servlet.internal;

import static dev.userdeck.libs.tools.jackson.databind.cfg.CoercionAction.Fail;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonInclude;
import dev.userdeck.libs.tools.jackson.core.JacksonException;
import dev.userdeck.libs.tools.jackson.core.StreamReadConstraints;
import dev.userdeck.libs.tools.jackson.core.StreamReadFeature;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import dev.userdeck.libs.tools.jackson.databind.DeserializationFeature;
import dev.userdeck.libs.tools.jackson.databind.MapperFeature;
import dev.userdeck.libs.tools.jackson.databind.cfg.CoercionInputShape;
import dev.userdeck.libs.tools.jackson.databind.json.JsonMapper;
import dev.userdeck.libs.tools.jackson.databind.module.SimpleModule;
import dev.userdeck.libs.tools.jackson.databind.ser.std.ToStringSerializer;
import dev.userdeck.libs.tools.jackson.databind.type.LogicalType;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JSON in and out. Reads strictly: what is unknown, twice there, of another type or not UTF-8 is refused, and numbers
 * keep all their digits; an Optional that was left out is null, one that was sent as null is empty. Writes members in the
 * order of the record or map and leaves out those of a record that are null. Constants are as in {@link EnumNames}.
 */
public final class Json {
    private static final int MAX_DEPTH = 100;

    private final JsonMapper mapper;

    /**
     * Creates it, and writes a first document.
     *
     * @throws ConfigurationException if it can't, for jars that don't belong together
     */
    public Json() {
        try {
            this.mapper = mapper();
            mapper.writeValueAsBytes(new FirstDocument("1"));
        } catch (LinkageError e) {
            throw new ConfigurationException(
                    "userdeck-libs is not the one that userdeck-servlet needs. Take all of Userdeck's artifacts in one version,"
                            + " as userdeck-bom has them",
                    e);
        }
    }

    private record FirstDocument(String text) {}

    /** Writes a value as UTF-8. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if it is not JSON, 422 if it is not of this type
     */
    public <T> T read(byte[] body, Class<T> type) {
        String text = decode(body);
        if (text.isBlank()) {
            throw malformed("The body is empty; JSON is expected").exception();
        }
        refuseUnstorable(text);
        @Nullable T value;
        try {
            value = mapper.readValue(text, type);
        } catch (JacksonException e) {
            throw JsonErrors.problem(e).exception();
        }
        if (value == null) {
            throw Problem.invalid("", "wrong-type", "Must not be null").exception();
        }
        return value;
    }

    /** Not left to Jackson: it would guess at UTF-16 and UTF-32, which RFC 8259 no longer allows. */
    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8").exception();
        }
    }

    /** NUL and half surrogate pairs can hide in escapes; no database stores them alike, and PostgreSQL not at all. */
    private static void refuseUnstorable(String text) {
        int at = text.indexOf('\\');
        while (at >= 0) {
            int next = at + 2;
            int code = escaped(text, at);
            if (code >= 0) {
                next = at + 6;
                int following = escaped(text, next);
                boolean pair = Character.isHighSurrogate((char) code)
                        && following >= 0
                        && Character.isLowSurrogate((char) following);
                if (code == 0 || (Character.isSurrogate((char) code) && !pair)) {
                    throw malformed("The body holds a character that can't be stored: " + text.substring(at, at + 6))
                            .exception();
                }
                next = pair ? next + 6 : next;
            }
            at = text.indexOf('\\', next);
        }
    }

    /** The code unit that an escape at this place stands for, or -1 if there is none. */
    private static int escaped(String text, int at) {
        if (!text.startsWith("\\u", at) || at + 6 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED).detail(detail);
    }

    private static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.USE_NULL_FOR_MISSING_REFERENCE_VALUES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, Fail)
                                .setCoercion(CoercionInputShape.Float, Fail)
                                .setCoercion(CoercionInputShape.Boolean, Fail))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .enumNamingStrategy((config, type, name) -> name.toLowerCase(Locale.ROOT))
                .addModule(idsAsText())
                .build();
    }

    private static SimpleModule idsAsText() {
        var module = new SimpleModule("ids");
        for (Class<?> type : new Class<?>[] {UserId.class, TenantId.class, SessionHandle.class, RecipeId.class}) {
            module.addSerializer(new ToStringSerializer(type));
        }
        return module;
    }
}
