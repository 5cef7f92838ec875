package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Users#signUp} and {@link Users#create}. Every case is an answer the caller is expected to handle. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface CreateUserResult {

    /**
     * The user exists now.
     *
     * @param user the new user
     */
    record Created(User user) implements CreateUserResult {}

    /**
     * Someone in the tenant already has this address, and nothing else is wrong; nothing was written.
     *
     * @param email the address as compared
     */
    record EmailTaken(String email) implements CreateUserResult {}

    /**
     * The input was refused; nothing was written.
     *
     * @param errors at least one, each naming its field; taken values are among them, as in {@code phone-taken},
     *     {@code external-id-taken} or {@code login-taken}, and {@code email-taken} if there is another
     */
    record Refused(List<FieldError> errors) implements CreateUserResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
