package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Passwords#forgot}. None of them depends on whether there is such a user. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ForgotPasswordResult {

    /** If there is such a user, one mail with a link is written for them. */
    record Accepted() implements ForgotPasswordResult {}

    /**
     * What was typed is no email.
     *
     * @param errors one, of the field {@code email}
     */
    record Refused(List<FieldError> errors) implements ForgotPasswordResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * This was asked for too often of late, for this address or from this place.
     *
     * @param retryAfter when it may be asked again; positive
     */
    record TooManyAttempts(Duration retryAfter) implements ForgotPasswordResult {}

    /** Nobody signs in to this tenant with a password. */
    record MethodOff() implements ForgotPasswordResult {}

    /**
     * Mail goes nowhere, or it is not known which page to link to: call {@code emailSender(…)} and
     * {@code passwordResetPage(…)} of the builder.
     */
    record NotConfigured() implements ForgotPasswordResult {}
}
