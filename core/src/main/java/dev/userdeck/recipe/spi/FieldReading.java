package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** The outcome of reading a {@link UserDataField}'s fields of a row. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface FieldReading {

    /** There is nothing for the recipe in the row. */
    record Nothing() implements FieldReading {}

    /**
     * A value that is to be written.
     *
     * @param value of whatever type the recipe likes; {@link UserDataField#write} gets it
     */
    record Value(Object value) implements FieldReading {}

    /**
     * A refusal: the row can't be imported.
     *
     * @param errors at least one
     */
    record Refused(List<FieldError> errors) implements FieldReading {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }

        /** Returns a refusal with one reason. */
        public static Refused of(String field, String code, String message) {
            return new Refused(List.of(new FieldError(field, code, message)));
        }
    }
}
