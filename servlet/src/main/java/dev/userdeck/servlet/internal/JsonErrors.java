package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.libs.tools.jackson.core.JacksonException;
import dev.userdeck.libs.tools.jackson.core.TokenStreamLocation;
import dev.userdeck.libs.tools.jackson.core.exc.InputCoercionException;
import dev.userdeck.libs.tools.jackson.databind.DatabindException;
import dev.userdeck.libs.tools.jackson.databind.exc.InvalidDefinitionException;
import dev.userdeck.libs.tools.jackson.databind.exc.MismatchedInputException;
import dev.userdeck.libs.tools.jackson.databind.exc.UnrecognizedPropertyException;
import dev.userdeck.libs.tools.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client is told when its JSON is refused: words of our own, never the library's, which name Java types. */
final class JsonErrors {
    private JsonErrors() {}

    /**
     * The problem for a refused body.
     *
     * @throws InvalidDefinitionException as it came, if the fault lies with the type and not with the body
     */
    static Problem problem(JacksonException e) {
        if (e instanceof InvalidDefinitionException) {
            throw e;
        }
        String pointer = pointer(e);
        if (e instanceof UnrecognizedPropertyException) {
            return Problem.invalid(pointer, "unknown-field", "There is no such field");
        }
        if (e instanceof ValueInstantiationException) {
            return Problem.invalid(pointer, "invalid", refusal(e));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return isTrailing(mismatch)
                    ? malformed("There is more after the end of the JSON value", e)
                    : Problem.invalid(pointer, "wrong-type", expected(mismatch.getTargetType()));
        }
        if (e instanceof InputCoercionException) {
            return Problem.invalid(pointer, "wrong-type", "Is a number that doesn't fit");
        }
        if (e instanceof DatabindException) {
            return Problem.invalid(pointer, "invalid", "This value is not accepted");
        }
        return malformed("The body is not JSON that can be read", e);
    }

    /**
     * A record refused its values in its constructor. That is the one place where an IllegalArgumentException speaks of
     * what the client sent: thrown by a handler, it tells of a handler that failed to check, and is answered with 500.
     */
    private static String refusal(JacksonException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return cause instanceof NullPointerException ? "A required value is missing" : "This value is not accepted";
    }

    /** What a value of this type looks like in JSON. */
    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "Is not of the right type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> EnumNames.of((Enum<?>) constant))
                    .collect(Collectors.joining(", ", "Is none of these: ", ""));
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "Must be text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "Must be true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "Must be a number";
        }
        return Collection.class.isAssignableFrom(type) ? "Must be a list" : "Is not of the right type";
    }

    private static boolean isTrailing(MismatchedInputException e) {
        return e.getOriginalMessage().startsWith("Trailing token");
    }

    private static Problem malformed(String what, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        if (location == null || location.getLineNr() < 1) {
            return Problem.of(ProblemType.MALFORMED).detail(what);
        }
        int line = location.getLineNr();
        int column = location.getColumnNr();
        return Problem.of(ProblemType.MALFORMED)
                .detail(what + ": see line " + line + ", column " + column)
                .with("line", line)
                .with("column", column);
    }

    /** A JSON Pointer (RFC 6901); empty for the whole body. */
    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> "/"
                        + (step.getPropertyName() == null
                                ? Integer.toString(step.getIndex())
                                : escape(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    /** One step of a JSON Pointer. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
