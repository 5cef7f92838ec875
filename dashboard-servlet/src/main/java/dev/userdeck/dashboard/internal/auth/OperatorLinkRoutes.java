package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorLinks;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.operator.UseOperatorLinkResult;
import dev.userdeck.password.PasswordRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators do who come by a link: accept an invitation, or choose a new password. The token is never in an address. */
public final class OperatorLinkRoutes {
    private static final ProblemType UNUSABLE =
            new ProblemType("operator-link-unusable", 410, "This link is not good, or not any more");

    /** What a link carries. */
    public record LinkToken(@Nullable String token) {

        /** Tells nothing of it. */
        @Override
        public String toString() {
            return "LinkToken[]";
        }
    }

    /** What an invitation is accepted with. */
    public record Acceptance(
            @Nullable String token,
            @Nullable String name,
            @Nullable String password) {

        /** Tells nothing of token and password. */
        @Override
        public String toString() {
            return "Acceptance[]";
        }
    }

    /** What a new password is chosen with. */
    public record PasswordReset(
            @Nullable String token, @Nullable String password) {

        /** Tells nothing of token and password. */
        @Override
        public String toString() {
            return "PasswordReset[]";
        }
    }

    /** Whose link it is, and whether it is an invitation. */
    public record LinkDocument(boolean invitation, String email, int passwordMin) {}

    private final OperatorLinks links;
    private final PasswordRules rules;

    OperatorLinkRoutes(OperatorLinks links, PasswordRules rules) {
        this.links = links;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/operator-link")
                        .summary("Tell whose link this is; it stays good")
                        .forAnyone()
                        .body(LinkToken.class)
                        .answers(200, LinkDocument.class)
                        .problems(UNUSABLE)
                        .handle(this::look),
                Route.post("/operator-link/accept")
                        .summary("Accept an invitation of an operator")
                        .forAnyone()
                        .body(Acceptance.class)
                        .problems(UNUSABLE, ProblemType.INVALID)
                        .handle(this::accept),
                Route.post("/operator-link/reset")
                        .summary("Choose a new password by the link of an operator")
                        .forAnyone()
                        .body(PasswordReset.class)
                        .problems(UNUSABLE, ProblemType.INVALID)
                        .handle(this::reset));
    }

    private Response look(Request<LinkToken> request) {
        OperatorAccount holder = links.holder(orEmpty(request.body().token()))
                .orElseThrow(() -> Problem.of(UNUSABLE).exception());
        return Response.ok(new LinkDocument(holder.status() == OperatorStatus.INVITED, holder.email(), rules.min()));
    }

    private Response accept(Request<Acceptance> request) {
        Acceptance body = request.body();
        return used(
                links.accept(orEmpty(body.token()), orEmpty(body.name()), orEmpty(body.password()), request.actor()));
    }

    private Response reset(Request<PasswordReset> request) {
        PasswordReset body = request.body();
        return used(links.reset(orEmpty(body.token()), orEmpty(body.password()), request.actor()));
    }

    private static Response used(UseOperatorLinkResult result) {
        if (result instanceof UseOperatorLinkResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof UseOperatorLinkResult.Unusable) {
            throw Problem.of(UNUSABLE).exception();
        }
        return Response.noContent();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
