package dev.userdeck.servlet;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The app's own check of who wants to sign up by {@link AuthServlet}: that a person solved a CAPTCHA, that an address is of a
 * company that may.
 *
 * <pre>{@code
 * AuthServlet.builder(userdeck)
 *         .signUpCheck((request, form) -> captcha.isSolved(form.proof(), request.getRemoteAddr())
 *                 ? Optional.empty()
 *                 : Optional.of("Please solve the puzzle once more."))
 * }</pre>
 */
@FunctionalInterface
@API(status = EXPERIMENTAL, since = "0.1")
public interface SignUpCheck {

    /**
     * Why this one is not taken. Called on the thread of each request that holds an email and a password, before anything is
     * looked up, counted or written; no transaction is open, so it may ask another service, within a time of its own. What it
     * throws refuses the sign-up: the answer is 500 {@code internal}, and the log has the exception.
     *
     * @param request the request, whose body has been read
     * @param form what was sent, as it was typed
     * @return for people to read, as the detail of 403 {@code sign-up-refused}; empty to go on
     */
    Optional<String> refusal(HttpServletRequest request, Form form);

    /**
     * What somebody sent to sign up, without the password.
     *
     * @param email as it was typed, whether or not it is one
     * @param name null for none
     * @param proof the member {@code proof}, which the page adds for the check, as the token of a CAPTCHA; null for none
     */
    @API(status = EXPERIMENTAL, since = "0.1")
    record Form(
            String email, @Nullable String name, @Nullable String proof) {
        /** Tells nothing of what was sent. */
        @Override
        public String toString() {
            return "Form[]";
        }
    }
}
