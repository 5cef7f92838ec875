package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A kind of problem, stable across versions.
 *
 * @param slug the end of the type URI: words of a-z and 0-9 joined by '-'
 * @param status the HTTP status, 400 to 599
 * @param title the same words each time
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ProblemType(String slug, int status, String title) {

    // First: the constants below are checked against it.
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What the {@code type} of each problem begins with. */
    public static final String BASE = "https://userdeck.dev/problems/";

    /** 400: not JSON, or not of the right shape. */
    public static final ProblemType MALFORMED = new ProblemType("malformed", 400, "The request can't be read");
    /** 400: a cursor of another query. */
    public static final ProblemType CURSOR_INVALID =
            new ProblemType("cursor-invalid", 400, "The cursor does not belong to this query");
    /** 401: nobody is signed in. */
    public static final ProblemType SIGN_IN_REQUIRED = new ProblemType("sign-in-required", 401, "Sign in first");
    /** 401: unknown address or wrong password. */
    public static final ProblemType WRONG_CREDENTIALS =
            new ProblemType("wrong-credentials", 401, "Email or password is wrong");
    /** 401: the API key that was sent is none, or not any more. */
    public static final ProblemType INVALID_TOKEN =
            new ProblemType("invalid-token", 401, "This API key is not good, or not any more");
    /** 403: the one signed in may not do this. */
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "You may not do this");
    /** 403: the operator may change nothing for now. */
    public static final ProblemType READ_ONLY = new ProblemType("read-only", 403, "Nothing can be changed for now");
    /** 403: the operator's last proof of who it is, a password or the like, is too old for this. */
    public static final ProblemType FRESH_PROOF_REQUIRED =
            new ProblemType("fresh-proof-required", 403, "Prove once more that it is you");
    /** 403: the request came from another site. */
    public static final ProblemType CROSS_SITE =
            new ProblemType("cross-site", 403, "Requests from another site are refused");
    /** 404: no such thing, or out of reach. */
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is no such thing");
    /** 405: the path is right, the method is not. */
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "This method is not allowed here");
    /** 409: taken, or in use. */
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409, "This conflicts with what is there");
    /** 412: the thing changed since it was read. */
    public static final ProblemType STALE = new ProblemType("stale", 412, "It has changed since you read it");
    /** 413: the body is too large. */
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The request is too large");
    /** 415: not {@code application/json}. */
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "Send another media type");
    /** 422: readable, but refused; the errors say why. */
    public static final ProblemType INVALID = new ProblemType("invalid", 422, "Some of it was refused");
    /** 428: the route needs {@code If-Match}. */
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "Send If-Match with the version you read");
    /** 429: too many wrong passwords; {@code retryAfter} says in how many seconds the next try may be made. */
    public static final ProblemType TOO_MANY_ATTEMPTS = new ProblemType("too-many-attempts", 429, "Too many attempts");
    /** 429: an API key asks too often; {@code retryAfter} says in how many seconds it may ask again. */
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429, "Too many requests");
    /** 500: our fault; the log has more under the trace. */
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "Something went wrong here");
    /** 500: what the database stored is damaged; the log has more under the trace. */
    public static final ProblemType STORAGE_DAMAGED =
            new ProblemType("storage-damaged", 500, "What the database stored is damaged");
    /** 503: the database can't answer now. */
    public static final ProblemType STORAGE_UNAVAILABLE =
            new ProblemType("storage-unavailable", 503, "The database can't answer now");
    /** 503: too much work of one kind. */
    public static final ProblemType BUSY = new ProblemType("busy", 503, "Too busy at the moment");

    /**
     * Checks slug and status.
     *
     * @throws IllegalArgumentException if either is out of form
     */
    public ProblemType {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("A problem's slug is words of a-z and 0-9 joined by '-', not " + slug);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A problem's status is 400 to 599, not " + status);
        }
    }

    /** The whole type URI. */
    public String uri() {
        return BASE + slug;
    }
}
