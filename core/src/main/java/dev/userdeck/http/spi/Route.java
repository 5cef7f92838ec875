package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Page;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP operation as plain data and a function: from it come dispatch, authorisation and documentation.
 *
 * <p>Immutable. Start with {@link #get}, {@link #post}, {@link #put}, {@link #patch} or {@link #delete}:
 *
 * <pre>{@code
 * Route.post("/roles")
 *     .permission(ROLES_WRITE)
 *     .body(NewRole.class)
 *     .answers(201, RoleView.class)
 *     .problems(ROLE_TAKEN)
 *     .handle(request -> Response.created(create(request.body())));
 * }</pre>
 *
 * A path begins with {@code /}; a segment may be a {@code {name}}. A path that begins with {@code /users/{userId}} is
 * about one user ({@link ScopeKind#ONE_USER}): what it changes takes an operator for all of the user's tenants, unless it
 * says that it {@linkplain Builder#handlesScope keeps to the scope itself}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Route {

    /** The methods a route may have. GET never changes anything. */
    public enum Method {
        /** The route reads. */
        GET,
        /** The route creates a thing, or does something. */
        POST,
        /** The route replaces a thing. */
        PUT,
        /** The route changes a part of a thing. */
        PATCH,
        /** The route removes a thing. */
        DELETE;

        /** Whether it changes nothing (RFC 9110, 9.2.1). */
        public boolean isSafe() {
            return this == GET;
        }
    }

    /**
     * Answers a request. Called on the thread of the request, by many at once.
     *
     * @param <B> the type of the body
     */
    @FunctionalInterface
    public interface Handler<B> {
        /**
         * Answers the request.
         *
         * @throws ProblemException to refuse; anything else thrown is logged and answered without details
         */
        Response handle(Request<B> request);
    }

    private static final Pattern PATH = Pattern.compile("(/([A-Za-z0-9._-]+|\\{[a-z][A-Za-z0-9]*}))+");

    private final Builder<?> data;
    private final Handler<?> handler;

    private Route(Builder<?> data, Handler<?> handler) {
        this.data = data;
        this.handler = handler;
    }

    /** Begins a route that reads. */
    public static Builder<Void> get(String path) {
        return new Builder<>(Method.GET, path);
    }

    /** Begins a route that creates, or does something. */
    public static Builder<Void> post(String path) {
        return new Builder<>(Method.POST, path);
    }

    /** Begins a route that replaces. */
    public static Builder<Void> put(String path) {
        return new Builder<>(Method.PUT, path);
    }

    /** Begins a route that changes a part. */
    public static Builder<Void> patch(String path) {
        return new Builder<>(Method.PATCH, path);
    }

    /** Begins a route that removes. */
    public static Builder<Void> delete(String path) {
        return new Builder<>(Method.DELETE, path);
    }

    /** Returns the HTTP method. */
    public Method method() {
        return data.method;
    }

    /** The path below the mount, with {@code {names}}. */
    public String path() {
        return data.path;
    }

    /** What it does, in a few words as in "End a session"; null when nobody said. */
    public @Nullable String summary() {
        return data.summary;
    }

    /** The typed parameters. */
    public List<Parameter<?>> parameters() {
        return data.parameters;
    }

    /** The type of the body, or null when there is none; {@code InputStream} for a {@linkplain Builder#file file}. */
    public @Nullable Class<?> requestType() {
        return data.requestType;
    }

    /** The media types of a file that it takes; empty when the body is JSON, or there is none. */
    public Set<String> takes() {
        return data.takes;
    }

    /** The type of the answer, or null when it has no body or is streamed. */
    public @Nullable Class<?> responseType() {
        return data.responseType;
    }

    /** What a page or a list that it answers is of, or null when it answers neither. */
    public @Nullable Class<?> responseItemType() {
        return data.responseItemType;
    }

    /** The status of a success. */
    public int status() {
        return data.status;
    }

    /** The problems of its own that it may answer with. */
    public Set<ProblemType> problems() {
        return data.problems;
    }

    /** Returns the permission that an operator needs; null unless the audience is {@link Audience#OPERATOR}. */
    public @Nullable Permission permission() {
        return data.permission;
    }

    /** How it deals with operators of some tenants. */
    public ScopeKind scopeKind() {
        return data.scopeKind;
    }

    /**
     * Whether it takes an operator for all tenants of the user that the path names: it is about one user, changes something,
     * and doesn't say that it keeps to the scope itself.
     */
    public boolean concernsWholeUser() {
        return data.scopeKind == ScopeKind.ONE_USER && data.audience == Audience.OPERATOR && !data.method.isSafe();
    }

    /** Whether a request must carry {@code If-Match}. */
    public boolean needsIfMatch() {
        return data.ifMatch;
    }

    /** Whether an operator must have given the password, or the like, within the last minutes. */
    public boolean needsFreshProof() {
        return data.freshProof;
    }

    /** Whether it is open to operators who are {@linkplain dev.userdeck.operator.Operator#readOnly() read-only}. */
    public boolean changesNothing() {
        return data.method.isSafe() || data.changesNothing;
    }

    /** Whether a query parameter that it doesn't declare is refused. */
    public boolean refusesUnknown() {
        return data.refusesUnknown;
    }

    /** The media types that a streamed answer may have, its usual one first; none when it is not streamed. */
    public List<String> streams() {
        return data.streams;
    }

    /** Whether a success carries an {@code ETag}. */
    public boolean sendsETag() {
        return data.etag;
    }

    /** Returns whom it is for. */
    public Audience audience() {
        return data.audience;
    }

    /** Whether it is open to sessions that a {@linkplain dev.userdeck.recipe.spi.SessionRequirement requirement} holds back. */
    public boolean allowsHeldSessions() {
        return data.allowsHeldSessions;
    }

    /** The largest body it takes, in bytes. Default: 64 KiB. */
    public long maxBodyBytes() {
        return data.maxBodyBytes;
    }

    /** A body that it takes, for the API's description; null where one can be made of its type. */
    public @Nullable Object example() {
        return data.example;
    }

    /** Answers a request whose body is of {@link #requestType()}. */
    @SuppressWarnings("unchecked") // the builder ties the handler's body to requestType
    public Response handle(Request<?> request) {
        return ((Handler<Object>) handler).handle((Request<Object>) request);
    }

    @Override
    public String toString() {
        return data.method + " " + data.path;
    }

    /**
     * A route that lacks its handler. Not for use by several threads.
     *
     * @param <B> the type of the body
     */
    public static final class Builder<B> {
        private final Method method;
        private final String path;
        private @Nullable String summary;
        private List<Parameter<?>> parameters = List.of();
        private @Nullable Class<?> requestType;
        private @Nullable Class<?> responseType;
        private @Nullable Class<?> responseItemType;
        private int status = 204;
        private Set<ProblemType> problems = Set.of();
        private @Nullable Permission permission;
        private ScopeKind scopeKind;
        private boolean ifMatch;
        private boolean freshProof;
        private boolean changesNothing;
        private boolean refusesUnknown;
        private List<String> streams = List.of();
        private boolean etag;
        private @Nullable Object example;
        private Audience audience = Audience.OPERATOR;
        private boolean allowsHeldSessions;
        private long maxBodyBytes = 64 * 1024;
        private Set<String> takes = Set.of();

        private Builder(Method method, String path) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("A route's path looks like /things/{thing}, not " + path);
            }
            this.method = method;
            this.path = path;
            this.scopeKind = path.equals("/users/{userId}") || path.startsWith("/users/{userId}/")
                    ? ScopeKind.ONE_USER
                    : ScopeKind.APP;
        }

        /** Says in a few words what it does, as in "End a session": for the API's description. */
        public Builder<B> summary(String words) {
            this.summary = words;
            return this;
        }

        /** Names the permission that an operator needs. Every route for operators must name one. */
        public Builder<B> permission(Permission needed) {
            this.permission = needed;
            return this;
        }

        /** For end users with a session instead of operators. */
        public Builder<B> forUsers() {
            this.audience = Audience.USER;
            return this;
        }

        /** Lets anyone call it, without signing in. */
        public Builder<B> forAnyone() {
            this.audience = Audience.PUBLIC;
            return this;
        }

        /**
         * Open to a session that a {@linkplain dev.userdeck.recipe.spi.SessionRequirement requirement} holds back: for what the user has to
         * do first, and to sign out. Without this call, such a session gets 403 where one is needed, and counts as none
         * where none is.
         */
        public Builder<B> allowsHeldSessions() {
            this.allowsHeldSessions = true;
            return this;
        }

        /**
         * The handler keeps to the scope itself, so operators of some tenants may call it. Of a user, it may then change what
         * is of a tenant within {@link Request#scope()}, and nothing else.
         */
        public Builder<B> handlesScope() {
            this.scopeKind = scopeKind.isOfUser() ? ScopeKind.USER_IN_TENANTS : ScopeKind.TENANTS;
            return this;
        }

        /** Declares parameters; {@code {userId}} needs none. */
        public Builder<B> parameters(Parameter<?>... more) {
            var all = new ArrayList<>(parameters);
            all.addAll(List.of(more));
            this.parameters = List.copyOf(all);
            return this;
        }

        /**
         * Takes a JSON body of this type: a public record of an exported package. Of a part that is an {@code Optional},
         * null tells that the member was left out, and empty that it was sent as null.
         */
        @SuppressWarnings("unchecked") // the one place where B is chosen
        public <C> Builder<C> body(Class<C> type) {
            this.requestType = type;
            return (Builder<C>) this;
        }

        /**
         * Shows a body in the API's description. Without this call it is one with all members, which is not what anybody sends
         * where some go with others only.
         */
        public Builder<B> example(B body) {
            this.example = body;
            return this;
        }

        /**
         * Takes a file of one of these media types, in UTF-8, as it comes: {@link Request#body} is a stream that nobody has read.
         * Reading it throws a {@link ProblemException} when it has more than {@link #maxBodyBytes} (413) or breaks off (400);
         * a larger one that says its length is refused before the handler runs. The stream is the container's to close.
         */
        @SuppressWarnings("unchecked") // as in body
        public Builder<InputStream> file(String... mediaTypes) {
            this.takes = Set.of(mediaTypes);
            this.requestType = InputStream.class;
            return (Builder<InputStream>) this;
        }

        /** The largest body it takes, in bytes. */
        public Builder<B> maxBodyBytes(long bytes) {
            this.maxBodyBytes = bytes;
            return this;
        }

        /**
         * Answers with this status and type, a public record of an exported package. Without this call: 204.
         *
         * @throws IllegalArgumentException if it is a page, a list or a map, which doesn't say of what: see
         *     {@link #answersPage} and {@link #answersList}
         */
        public Builder<B> answers(int successStatus, Class<?> type) {
            if (type == Page.class || Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(method + " " + path + " answers a " + type.getSimpleName()
                        + " of what? Call answersPage(…) or answersList(…), or answer a record");
            }
            return answers(successStatus, type, null);
        }

        /** Answers with this status and a {@link Page} of items of this type. */
        public Builder<B> answersPage(int successStatus, Class<?> itemType) {
            return answers(successStatus, Page.class, itemType);
        }

        /** Answers with this status and a list of items of this type, of which there is no second page. */
        public Builder<B> answersList(int successStatus, Class<?> itemType) {
            return answers(successStatus, List.class, itemType);
        }

        private Builder<B> answers(int successStatus, Class<?> type, @Nullable Class<?> itemType) {
            this.status = successStatus;
            this.responseType = type;
            this.responseItemType = itemType;
            return this;
        }

        /**
         * Answers with a stream of this media type, or of one of the others where the answer has a header {@code
         * Content-Type} that says so.
         */
        public Builder<B> streams(String mediaType, String... others) {
            var all = new ArrayList<>(List.of(mediaType));
            all.addAll(List.of(others));
            this.status = 200;
            this.streams = List.copyOf(all);
            return this;
        }

        /** Says that a success carries an {@code ETag}: see {@link Response#etag}. */
        public Builder<B> sendsETag() {
            this.etag = true;
            return this;
        }

        /** Problems of its own that it may answer with. */
        public Builder<B> problems(ProblemType... more) {
            var all = new LinkedHashSet<>(problems);
            all.addAll(List.of(more));
            this.problems = Set.copyOf(all);
            return this;
        }

        /** Refuses requests without {@code If-Match} (428). */
        public Builder<B> needsIfMatch() {
            this.ifMatch = true;
            return this;
        }

        /**
         * Opens a route whose method says that it changes something to operators who are {@linkplain
         * dev.userdeck.operator.Operator#readOnly() read-only}: it only tells something, as a dry run does. Others are refused to them
         * (403, {@code read-only}).
         */
        public Builder<B> changesNothing() {
            this.changesNothing = true;
            return this;
        }

        /**
         * Refuses an operator (403, {@code fresh-proof-required}) whose last proof of who it is, a password or the like, is older
         * than {@link dev.userdeck.operator.Operators#FRESH_PROOF}: for what hurts in the hands of who finds a browser open. The
         * dashboard asks for the proof and sends the request again. Host logins that don't tell when that was are taken at
         * their word (OWASP ASVS 5.0, 7.5.3).
         */
        public Builder<B> needsFreshProof() {
            this.freshProof = true;
            return this;
        }

        /**
         * Refuses a query parameter that isn't among {@link #parameters} (400, naming it). Others are left alone otherwise;
         * this is for lists, where a filter that nobody knows would answer with more than was asked for.
         */
        public Builder<B> refusesUnknown() {
            this.refusesUnknown = true;
            return this;
        }

        /**
         * Completes the route.
         *
         * @throws IllegalStateException if it is for operators and names no permission, or for others and needs fresh proof
         */
        public Route handle(Handler<B> handler) {
            Objects.requireNonNull(handler, "handler");
            if (audience == Audience.OPERATOR && permission == null) {
                throw new IllegalStateException(
                        method + " " + path + " is for operators: call permission(…), or forUsers() or forAnyone()");
            }
            if (audience != Audience.OPERATOR && freshProof) {
                throw new IllegalStateException(
                        method + " " + path + " is not for operators: only they are asked for fresh proof");
            }
            return new Route(new Builder<>(this), handler);
        }

        private Builder(Builder<B> other) {
            this.method = other.method;
            this.path = other.path;
            this.summary = other.summary;
            this.parameters = other.parameters;
            this.requestType = other.requestType;
            this.responseType = other.responseType;
            this.responseItemType = other.responseItemType;
            this.status = other.status;
            this.problems = other.problems;
            this.permission = other.permission;
            this.scopeKind = other.scopeKind;
            this.ifMatch = other.ifMatch;
            this.freshProof = other.freshProof;
            this.changesNothing = other.changesNothing;
            this.refusesUnknown = other.refusesUnknown;
            this.streams = other.streams;
            this.etag = other.etag;
            this.example = other.example;
            this.audience = other.audience;
            this.allowsHeldSessions = other.allowsHeldSessions;
            this.maxBodyBytes = other.maxBodyBytes;
            this.takes = other.takes;
        }
    }
}
