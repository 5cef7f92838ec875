package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.OPERATORS_READ;
import static dev.userdeck.operator.Permission.OPERATORS_WRITE;

import dev.userdeck.dashboard.internal.api.OperatorDocuments.InvitedOperator;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.NewAccess;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.NewOperatorInvitation;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorPage;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorRecord;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorRow;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.OperatorSessionRow;
import dev.userdeck.dashboard.internal.api.OperatorDocuments.SentOperatorLink;
import dev.userdeck.dashboard.internal.api.UserEditsApi.Ended;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorLinkResult;
import dev.userdeck.operator.OperatorQuery;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.operator.Operators;
import dev.userdeck.text.ConstantNames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Built-in operators over HTTP. Operators of some tenants see and change those who work in no other; nobody changes whom they
 * couldn't make.
 */
final class OperatorsApi {
    private static final Parameter<String> OPERATOR = Parameter.path("operatorId");
    private static final Parameter<String> SESSION = Parameter.path("sessionId");
    private static final Parameter<String> TEXT = Parameter.query("q");
    private static final Parameter<String> STATUS = Parameter.choice(
            "status", Stream.of(OperatorStatus.values()).map(ConstantNames::of).toArray(String[]::new));
    private static final Parameter<String> PRESET = Parameter.query("preset");
    private static final Parameter<Integer> SIZE =
            Parameter.number("size", 10, OperatorQuery.MAX_SIZE, OperatorQuery.DEFAULT_SIZE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");

    private final Operators operators;

    OperatorsApi(Operators operators) {
        this.operators = operators;
    }

    List<Route> routes() {
        return Stream.of(reading(), inviting(), changing(), sessions())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> reading() {
        return List.of(
                Route.get("/operators")
                        .summary("List operators")
                        .permission(OPERATORS_READ)
                        .handlesScope()
                        .parameters(TEXT, STATUS, PRESET, SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, OperatorPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::list),
                Route.get("/operators/{operatorId}")
                        .summary("Read an operator, and where this person is signed in")
                        .permission(OPERATORS_READ)
                        .handlesScope()
                        .parameters(OPERATOR)
                        .answers(200, OperatorRecord.class)
                        .handle(this::read));
    }

    private List<Route> inviting() {
        return List.of(
                Route.post("/operators")
                        .summary("Invite an operator")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .body(NewOperatorInvitation.class)
                        .example(new NewOperatorInvitation("tom@example.org", "support", true, null))
                        .answers(201, InvitedOperator.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::invite),
                Route.post("/operators/{operatorId}/invitation")
                        .summary("Make a new link for who was invited; the last one is void")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .answers(200, SentOperatorLink.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> link(operators
                                .links()
                                .issueInvitation(request.require(OPERATOR), caller(request), request.actor()))),
                Route.post("/operators/{operatorId}/password-reset")
                        .summary("Make a link by which an operator chooses a new password")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .answers(200, SentOperatorLink.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> link(operators
                                .links()
                                .issueReset(request.require(OPERATOR), caller(request), request.actor()))));
    }

    private List<Route> changing() {
        var accounts = operators.accounts();
        return List.of(
                Route.put("/operators/{operatorId}/access")
                        .summary("Change what an operator may do, and in which tenants")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .body(NewAccess.class)
                        .example(new NewAccess("viewer", true, null))
                        .answers(200, OperatorRow.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::changeAccess),
                Route.put("/operators/{operatorId}/disablement")
                        .summary("Keep an operator out, and end this person's sessions")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .answers(200, OperatorRow.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> changed(
                                request,
                                OperatorRefusals.changed(accounts.disable(
                                        request.require(OPERATOR), caller(request), request.actor())))),
                Route.delete("/operators/{operatorId}/disablement")
                        .summary("Let an operator in again")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .answers(200, OperatorRow.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> changed(
                                request,
                                OperatorRefusals.changed(
                                        accounts.enable(request.require(OPERATOR), caller(request), request.actor())))),
                Route.delete("/operators/{operatorId}/factors")
                        .summary(
                                "Take an operator's second factors and recovery codes away, and end this person's sessions")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .answers(200, OperatorRow.class)
                        .handle(request -> changed(
                                request,
                                OperatorRefusals.changed(operators
                                        .factors()
                                        .reset(request.require(OPERATOR), caller(request), request.actor())))),
                Route.delete("/operators/{operatorId}")
                        .summary("Delete an operator, or take an invitation back")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(OPERATOR)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> {
                            OperatorRefusals.changed(
                                    accounts.delete(request.require(OPERATOR), caller(request), request.actor()));
                            return Response.noContent();
                        }));
    }

    private List<Route> sessions() {
        var sessions = operators.sessions();
        return List.of(
                Route.delete("/operators/{operatorId}/sessions")
                        .summary("End an operator's sessions")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .parameters(OPERATOR)
                        .answers(200, Ended.class)
                        .handle(request -> Response.ok(new Ended(OperatorRefusals.ended(
                                sessions.endAll(request.require(OPERATOR), null, caller(request), request.actor()))))),
                Route.delete("/operators/{operatorId}/sessions/{sessionId}")
                        .summary("End a session of an operator")
                        .permission(OPERATORS_WRITE)
                        .handlesScope()
                        .parameters(OPERATOR, SESSION)
                        .handle(request -> gone(OperatorRefusals.ended(sessions.end(
                                request.require(OPERATOR),
                                request.require(SESSION),
                                caller(request),
                                request.actor())))));
    }

    private Response list(Request<Void> request) {
        var query = OperatorQuery.of(request.scope())
                .search(request.get(TEXT))
                .status(status(request.get(STATUS)))
                .preset(request.get(PRESET))
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR));
        var accounts = operators.accounts();
        return Response.ok(
                OperatorDocuments.page(accounts, accounts.list(query), accounts.count(query), caller(request)));
    }

    private static @Nullable OperatorStatus status(@Nullable String word) {
        return word == null ? null : ConstantNames.parse(OperatorStatus.class, word);
    }

    private Response read(Request<Void> request) {
        OperatorAccount account = find(request);
        return Response.ok(new OperatorRecord(
                row(account, request),
                operators.sessions().list(account.id()).stream()
                        .map(session -> OperatorSessionRow.of(session, null))
                        .toList()));
    }

    private Response invite(Request<NewOperatorInvitation> request) {
        NewOperatorInvitation body = request.body();
        String email = body.email() == null ? "" : body.email();
        Access access = AskedAccess.of(body.preset(), body.allTenants(), body.tenants());
        var invited = OperatorRefusals.invited(
                operators.accounts().invite(new NewInvitation(email, access), caller(request), request.actor()));
        return Response.created(
                new InvitedOperator(row(invited.account(), request), SentOperatorLink.of(invited.link())));
    }

    /** Whether there is such an operator is told before what is wrong with the body. */
    private Response changeAccess(Request<NewAccess> request) {
        OperatorAccount account = find(request);
        NewAccess body = request.body();
        Access access = AskedAccess.of(body.preset(), body.allTenants(), body.tenants());
        var result = operators.accounts().changeAccess(account.id(), access, caller(request), request.actor());
        return changed(request, OperatorRefusals.changed(result));
    }

    private OperatorAccount find(Request<?> request) {
        return operators
                .accounts()
                .find(request.require(OPERATOR), request.scope())
                .orElseThrow(OperatorRefusals::unknown);
    }

    private Response changed(Request<?> request, OperatorAccount account) {
        return Response.ok(row(account, request));
    }

    private OperatorRow row(OperatorAccount account, Request<?> request) {
        return OperatorRow.of(account, operators.accounts().mayChange(account, caller(request)));
    }

    private static Response link(OperatorLinkResult result) {
        return Response.ok(SentOperatorLink.of(OperatorRefusals.issued(result).link()));
    }

    private static Response gone(int ended) {
        if (ended == 0) {
            throw OperatorRefusals.unknownSession();
        }
        return Response.noContent();
    }

    private static Access caller(Request<?> request) {
        return request.operator().access();
    }
}
