package dev.userdeck.dashboard.internal.api;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Column.Width;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Parameter.In;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.SendAgainResult;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The page of mails that were not sent, and why: core's own, made as recipes make theirs. */
public final class OutboxPage {
    static final RecipeId ID = new RecipeId("mail");

    private static final Permission READ = new Permission("mail:read", Preset.SUPPORT);
    private static final Permission SEND = new Permission("mail:send", Preset.SUPPORT);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    private static final Parameter<String> MAIL = new Parameter<>("mail", In.PATH, String.class, 1, 36, null);
    private static final Set<OutboxMessageState> NOT_SENT =
            EnumSet.of(OutboxMessageState.WAITING, OutboxMessageState.FAILED);
    private static final String TO = "to";
    private static final String STATE = "state";
    private static final String ANSWER = "answer";
    private static final String TRIES = "tries";
    private static final String NEXT = "next";

    /** How many mails are being sent again. */
    public record SentAgain(int mails) {}

    private final Outbox mail;
    private final Route list;
    private final Route again;
    private final Route allAgain;

    private OutboxPage(Outbox mail) {
        this.mail = mail;
        this.list = Route.get("/mails")
                .summary("List mails that were not sent")
                .permission(READ)
                .parameters(CURSOR, SIZE)
                .answersPage(200, TableRow.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(request -> Response.ok(mail.list(OutboxQuery.of(NOT_SENT)
                                .size(request.require(SIZE))
                                .cursor(request.get(CURSOR)))
                        .map(OutboxPage::row)));
        this.again = Route.post("/mails/{mail}/again")
                .summary("Send a mail again")
                .permission(SEND)
                .parameters(MAIL)
                .problems(ProblemType.CONFLICT)
                .handle(this::again);
        this.allAgain = Route.post("/mails/again")
                .summary("Send all mails again")
                .permission(SEND)
                .answers(200, SentAgain.class)
                .handle(request -> Response.ok(new SentAgain(mail.sendAllAgain(request.actor()))));
    }

    /**
     * The recipes, and behind them this page if mail goes anywhere.
     *
     * @throws ConfigurationException if a recipe has the id of this page
     */
    public static List<RunningRecipe> beside(Userdeck userdeck) {
        if (userdeck.recipes().stream().anyMatch(recipe -> recipe.id().equals(ID))) {
            throw new ConfigurationException("The dashboard has a page called " + ID + ": give that recipe another id");
        }
        if (!userdeck.outbox().configured()) {
            return userdeck.recipes();
        }
        var page = new RunningRecipe(ID, new OutboxPage(userdeck.outbox()).contribution(), List.of());
        return Stream.concat(userdeck.recipes().stream(), Stream.of(page)).toList();
    }

    private DashboardContribution contribution() {
        return DashboardContribution.builder()
                .routes(list, again, allAgain)
                .page(RecipePage.of(
                                "outbox",
                                Text.of("mail.title", "Mail"),
                                "mail",
                                List.of(
                                        Column.of(TO, Kind.TITLE, Text.of("mail.to", "To"))
                                                .width(Width.LG)
                                                .priority(1)
                                                .small(Small.MAIN),
                                        Column.of(STATE, Kind.STATUS, Text.of("mail.state", "State"))
                                                .width(Width.SM)
                                                .priority(1)
                                                .small(Small.END),
                                        Column.of(ANSWER, Kind.TEXT, Text.of("mail.answer", "Why"))
                                                .width(Width.GROW)
                                                .priority(1),
                                        Column.of(TRIES, Kind.NUMBER, Text.of("mail.tries", "Tries"))
                                                .width(Width.XS)
                                                .priority(3)
                                                .small(Small.HIDE),
                                        Column.of(NEXT, Kind.DATE, Text.of("mail.next", "Next try"))
                                                .width(Width.SM)
                                                .small(Small.END2)),
                                list,
                                new RecipePage.Empty(
                                        Text.of("mail.empty.title", "All mail was sent"),
                                        Text.of(
                                                "mail.empty.text",
                                                "What the mail server refuses, or doesn't take for now, is listed here with"
                                                        + " its answer, and can be sent again."),
                                        null))
                        .actions(Action.of(Text.of("mail.all-again", "Send all again"), allAgain)
                                .icon("refresh")
                                .done(Text.of("mail.all-again.done", "All that can be is being sent again")))
                        .rowActions(Action.of(Text.of("mail.again", "Send again"), again)
                                .done(Text.of("mail.again.done", "It is being sent again"))))
                .build();
    }

    private Response again(Request<?> request) {
        var id = new OutboxMessageId(request.require(MAIL));
        SendAgainResult result = mail.sendAgain(id, request.actor());
        if (result instanceof SendAgainResult.TooOld) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail("The link in this mail is no longer good. Have a new one sent.")
                    .exception();
        }
        if (result instanceof SendAgainResult.Unknown) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private static TableRow row(OutboxMessage mail) {
        var cells = new HashMap<String, Object>();
        cells.put(TO, new TitleValue(mail.to(), mail.kind(), null));
        cells.put(STATE, state(mail));
        cells.put(TRIES, mail.attempts());
        if (mail.lastError() != null) {
            cells.put(ANSWER, mail.lastError());
        }
        if (mail.nextAttemptAt() != null) {
            cells.put(NEXT, mail.nextAttemptAt());
        }
        return new TableRow(mail.id().value(), cells);
    }

    private static StatusValue state(OutboxMessage mail) {
        if (mail.state() == OutboxMessageState.FAILED) {
            return new StatusValue(Tone.DANGER, Text.of("mail.failed", "Failed"));
        }
        Tone tone = mail.lastError() == null ? Tone.NORMAL : Tone.WARN;
        return new StatusValue(tone, Text.of("mail.waiting", "Waiting"));
    }
}
