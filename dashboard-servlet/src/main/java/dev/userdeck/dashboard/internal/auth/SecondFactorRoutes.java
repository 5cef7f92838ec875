package dev.userdeck.dashboard.internal.auth;

import static dev.userdeck.operator.Permission.DASHBOARD_ENTER;

import dev.userdeck.dashboard.internal.api.FactorDocuments.AddedFactor;
import dev.userdeck.dashboard.internal.api.FactorDocuments.FactorList;
import dev.userdeck.dashboard.internal.api.FactorDocuments.FactorRow;
import dev.userdeck.dashboard.internal.api.FactorDocuments.RecoveryCodeList;
import dev.userdeck.dashboard.internal.api.FactorDocuments.TotpSecret;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.AddFactorResult;
import dev.userdeck.operator.BeginTotpResult;
import dev.userdeck.operator.GiveCodeResult;
import dev.userdeck.operator.OperatorFactors;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.RecoveryCodes;
import dev.userdeck.operator.SignInStep;
import dev.userdeck.servlet.internal.RoutedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What operators give beside their password, and how they add and remove it. What a sign-in still lacks is done without being let in:
 * by the cookie alone, of who gave the password a moment ago.
 */
public final class SecondFactorRoutes {
    private static final Parameter<String> FACTOR = Parameter.path("factorId");

    /** A code that an app shows, or a recovery code. */
    public record GivenCode(@Nullable String code) {

        /** Tells nothing of it. */
        @Override
        public String toString() {
            return "GivenCode[]";
        }
    }

    /** What the app is to be called, and the code that it shows. */
    public record TotpConfirmation(
            @Nullable String name, @Nullable String code) {

        /** Tells nothing of the code. */
        @Override
        public String toString() {
            return "TotpConfirmation[]";
        }
    }

    private final OperatorFactors factors;
    private final SessionTokens tokens;
    private final OperatorCookie cookie;

    SecondFactorRoutes(OperatorFactors factors, SessionTokens tokens, OperatorCookie cookie) {
        this.factors = factors;
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /** For who gave the password, and is not in yet. Those that replace the cookie have one segment: see {@link OperatorCookie}. */
    List<Route> signingIn() {
        return List.of(
                Route.put("/session")
                        .summary("Give the code that the sign-in takes beside the password")
                        .forAnyone()
                        .body(GivenCode.class)
                        .problems(ProblemType.SIGN_IN_REQUIRED, ProblemType.INVALID, ProblemType.TOO_MANY_ATTEMPTS)
                        .handle(this::giveCode),
                Route.post("/session/factors/totp")
                        .summary("Make a secret for an authenticator app, where the sign-in lacks one")
                        .forAnyone()
                        .answers(200, TotpSecret.class)
                        .problems(ProblemType.SIGN_IN_REQUIRED, ProblemType.CONFLICT)
                        .handle(request -> begin(pending(request, SignInStep.ADD_FACTOR))),
                Route.post("/factors")
                        .summary(
                                "Add the app for which a secret was made, by a code of its: other sessions end, and so does a sign-in"
                                        + " that lacked it")
                        .forAnyone()
                        .body(TotpConfirmation.class)
                        .answers(200, AddedFactor.class)
                        .problems(ProblemType.SIGN_IN_REQUIRED, ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::confirm));
    }

    /** For who is in. */
    List<Route> own() {
        return List.of(
                Route.get("/profile/factors")
                        .summary("List one's own second factors")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .answers(200, FactorList.class)
                        .handle(this::list),
                Route.post("/profile/factors/totp")
                        .summary("Make a secret for an authenticator app")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .needsFreshProof()
                        .answers(200, TotpSecret.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> begin(tokens.own(request))),
                Route.delete("/profile/factors/{factorId}")
                        .summary("Remove a second factor of one's own; other sessions end")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(FACTOR)
                        .handle(this::remove),
                Route.post("/profile/recovery-codes")
                        .summary("Make one's own recovery codes anew; those before are void")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .needsFreshProof()
                        .answers(200, RecoveryCodeList.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::renewRecoveryCodes));
    }

    private Response giveCode(Request<GivenCode> request) {
        String token = pending(request, SignInStep.GIVE_CODE);
        GiveCodeResult result = factors.giveCode(token, required(request.body().code()), request.actor());
        if (result instanceof GiveCodeResult.SignedIn signedIn) {
            return carrying(Response.noContent(), signedIn.session().token(), request);
        }
        if (result instanceof GiveCodeResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        throw result instanceof GiveCodeResult.WrongCode
                ? wrongCode()
                : Problem.of(ProblemType.SIGN_IN_REQUIRED).exception();
    }

    static String required(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid("code", "required", "Enter a code.").exception();
        }
        return code;
    }

    static ProblemException wrongCode() {
        return Problem.invalid("code", "code-wrong", "This code is wrong, or was used before.")
                .exception();
    }

    private String pending(Request<?> request, SignInStep step) {
        return tokens.pending(RoutedRequest.http(request), step)
                .orElseThrow(() -> tokens.signInRequired(RoutedRequest.http(request)));
    }

    private Response begin(String token) {
        BeginTotpResult result = factors.beginTotp(token);
        if (result instanceof BeginTotpResult.Begun begun) {
            return Response.ok(new TotpSecret(begun.secret(), begun.uri().toString()));
        }
        if (result instanceof BeginTotpResult.NoSecretKey) {
            throw conflict("no-secret-key", "The app has no key to encrypt secrets with: secretKey(…) gives it one.");
        }
        throw result instanceof BeginTotpResult.TooMany
                ? conflict(
                        "factors-too-many", "There are " + OperatorFactors.MAX_FACTORS + " already: remove one first.")
                : Problem.of(ProblemType.SIGN_IN_REQUIRED).exception();
    }

    private Response confirm(Request<TotpConfirmation> request) {
        HttpServletRequest http = RoutedRequest.http(request);
        String token = tokens.adding(http).orElseThrow(() -> tokens.signInRequired(http));
        TotpConfirmation body = request.body();
        var result = factors.confirmTotp(token, orEmpty(body.name()), orEmpty(body.code()), request.actor());
        if (result instanceof AddFactorResult.Added added) {
            var document = new AddedFactor(
                    FactorRow.of(added.factor()),
                    added.recoveryCodes().map(RecoveryCodes::codes).orElse(List.of()));
            return carrying(Response.ok(document), added.session().token(), request);
        }
        if (result instanceof AddFactorResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw conflict("factor-not-begun", "No app is being added in this session: begin again.");
    }

    private Response list(Request<Void> request) {
        String id = request.operator().id();
        return Response.ok(new FactorList(
                factors.list(id).stream().map(FactorRow::of).toList(),
                factors.recoveryCodesLeft(id),
                factors.areRequired(),
                factors.canBeAdded()));
    }

    private Response remove(Request<Void> request) {
        OperatorSession session = tokens.ownSession(request);
        if (!factors.remove(session, request.require(FACTOR), request.actor())) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("There is no such second factor any more.")
                    .exception();
        }
        return Response.noContent();
    }

    private Response renewRecoveryCodes(Request<Void> request) {
        return factors.renewRecoveryCodes(tokens.ownSession(request), request.actor())
                .map(codes -> Response.ok(new RecoveryCodeList(codes.codes())))
                .orElseThrow(() -> conflict("no-factor", "Recovery codes come with a second factor: add one first."));
    }

    private Response carrying(Response answer, String token, Request<?> request) {
        return answer.header("Set-Cookie", cookie.carrying(token, RoutedRequest.http(request)));
    }

    private static ProblemException conflict(String reason, String words) {
        return Problem.of(ProblemType.CONFLICT)
                .detail(words)
                .with("reason", reason)
                .exception();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
