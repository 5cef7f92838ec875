package dev.userdeck.servlet.internal.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an address in a document what a GET of it answers: so the schema of what a recipe's route sends is in the
 * description of the API even where no recipe has such a route. Told as {@code x-answers}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Answers {

    /** The type of the body. */
    Class<?> value();

    /** The type of the items, if it is a page or a list. */
    Class<?> of() default Void.class;
}
