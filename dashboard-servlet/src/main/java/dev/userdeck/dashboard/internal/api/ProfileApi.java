package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.DASHBOARD_ENTER;

import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorRecord;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorRow;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorSessionRow;
import dev.userdeck.dashboard.internal.api.UserEditsApi.Ended;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.Operators;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.tenant.Scope;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What built-in operators see and change of themselves; each of them may. */
final class ProfileApi {
    private static final Parameter<String> SESSION = Parameter.path("sessionId");

    private final Operators operators;
    private final Function<Request<?>, OperatorSession> session;

    /** Another name. */
    public record NewName(@Nullable String name) {}

    /** Language as in {@code de} and time zone as in {@code Europe/Berlin}; without one it is the browser's. */
    public record PreferencesDocument(
            @Nullable String language, @Nullable String timeZone) {}

    /** The password as it is, and as it is to be. */
    public record PasswordChange(
            @Nullable String current, @Nullable String password) {

        /** Tells nothing of either. */
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /**
     * Creates it.
     *
     * @param session the one that a request came in by
     */
    ProfileApi(Operators operators, Function<Request<?>, OperatorSession> session) {
        this.operators = operators;
        this.session = session;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/profile")
                        .summary("Read one's own account, and where one is signed in")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .answers(200, OperatorRecord.class)
                        .handle(this::read),
                Route.patch("/profile")
                        .summary("Change one's own name")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .body(NewName.class)
                        .answers(200, OperatorRow.class)
                        .problems(ProblemType.INVALID)
                        .handle(this::rename),
                Route.put("/profile/preferences")
                        .summary("Choose one's own language and time zone")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .body(PreferencesDocument.class)
                        .example(new PreferencesDocument("de", "Europe/Berlin"))
                        .answers(200, OperatorRow.class)
                        .problems(ProblemType.INVALID)
                        .handle(this::prefer),
                Route.put("/profile/password")
                        .summary("Change one's own password; other sessions end")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .body(PasswordChange.class)
                        .answers(200, Ended.class)
                        .problems(ProblemType.INVALID, ProblemType.TOO_MANY_ATTEMPTS, ProblemType.BUSY)
                        .handle(this::changePassword),
                Route.delete("/profile/sessions")
                        .summary("End one's own other sessions")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .answers(200, Ended.class)
                        .handle(this::endOthers),
                Route.delete("/profile/sessions/{sessionId}")
                        .summary("End a session of one's own")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .parameters(SESSION)
                        .handle(this::end));
    }

    private Response read(Request<Void> request) {
        String current = session.apply(request).id();
        return Response.ok(new OperatorRecord(
                row(request),
                operators.sessions().list(id(request)).stream()
                        .map(one -> OperatorSessionRow.of(one, current))
                        .toList()));
    }

    private OperatorRow row(Request<?> request) {
        return operators
                .accounts()
                .find(id(request), Scope.all())
                .map(ProfileApi::own)
                .orElseThrow(OperatorRefusals::unknown);
    }

    private static OperatorRow own(OperatorAccount account) {
        return OperatorRow.of(account, true);
    }

    private Response rename(Request<NewName> request) {
        String name = request.body().name() == null ? "" : request.body().name();
        var result = operators.accounts().rename(id(request), name, request.actor());
        return Response.ok(own(OperatorRefusals.changed(result)));
    }

    private Response prefer(Request<PreferencesDocument> request) {
        PreferencesDocument body = request.body();
        var preferences = new OperatorPreferences(
                body.language() == null ? null : Locale.forLanguageTag(body.language()), zone(body.timeZone()));
        var result = operators.accounts().changePreferences(id(request), preferences, request.actor());
        return Response.ok(own(OperatorRefusals.changed(result)));
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            throw Problem.invalid(
                            "timeZone", "time-zone-invalid", "That is no time zone: give one as in \"Europe/Berlin\".")
                    .exception();
        }
    }

    private Response changePassword(Request<PasswordChange> request) {
        String current = request.body().current();
        String password = request.body().password();
        var errors = new ArrayList<FieldError>();
        if (current == null || current.isEmpty()) {
            errors.add(new FieldError("current", "required", "Enter the password that you have now."));
        }
        if (password == null || password.isEmpty()) {
            errors.add(new FieldError("password", "required", "Enter a new password."));
        }
        if (current == null || password == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        var result = operators.changePassword(session.apply(request), current, password, request.actor());
        if (result instanceof ChangePasswordResult.Changed changed) {
            return Response.ok(new Ended(changed.endedSessions()));
        }
        if (result instanceof ChangePasswordResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        if (result instanceof ChangePasswordResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw Problem.invalid("current", "password-wrong", "This is not your password.")
                .exception();
    }

    private Response endOthers(Request<Void> request) {
        var result = operators
                .sessions()
                .endAll(
                        id(request),
                        session.apply(request).id(),
                        request.operator().access(),
                        request.actor());
        return Response.ok(new Ended(OperatorRefusals.ended(result)));
    }

    private Response end(Request<Void> request) {
        var result = operators
                .sessions()
                .end(id(request), request.require(SESSION), request.operator().access(), request.actor());
        if (OperatorRefusals.ended(result) == 0) {
            throw OperatorRefusals.unknownSession();
        }
        return Response.noContent();
    }

    private static String id(Request<?> request) {
        return request.operator().id();
    }
}
