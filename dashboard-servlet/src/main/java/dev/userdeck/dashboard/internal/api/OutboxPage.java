package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.MAIL_READ;
import static dev.userdeck.operator.Permission.MAIL_SEND;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Column.Width;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Link;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.text.ConstantNames;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The page of the mails of late, and what became of them: core's own, made as recipes make theirs. */
public final class OutboxPage {
    static final RecipeId ID = new RecipeId("mail");

    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    private static final Parameter<String> QUERY = Parameter.query("q");
    private static final List<OutboxMessageState> STATES = List.of(OutboxMessageState.values());
    private static final Parameter<String> STATE =
            Parameter.choice("state", STATES.stream().map(ConstantNames::of).toArray(String[]::new));
    private static final String TO = "to";
    private static final String KIND = "kind";
    private static final String STATE_COLUMN = "state";
    private static final String AT = "at";
    private static final String ANSWER = "answer";
    private static final String NEXT = "next";

    /** How many mails are being sent again. */
    public record SentAgain(int mails) {}

    private final Outbox mail;
    private final MailKinds kinds;
    private final Route list;
    private final Route again;
    private final Route allAgain;

    private OutboxPage(Outbox mail, MailKinds kinds) {
        this.mail = mail;
        this.kinds = kinds;
        this.list = Route.get("/mails")
                .summary("List mails")
                .permission(MAIL_READ)
                .parameters(CURSOR, SIZE, QUERY, STATE)
                .refusesUnknown()
                .answersPage(200, TableRow.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(request -> Response.ok(mail.list(query(request)).map(this::row)));
        this.again = Route.post("/mails/{mail}/again")
                .summary("Send a mail again")
                .permission(MAIL_SEND)
                .parameters(UserMailsApi.MAIL)
                .problems(ProblemType.CONFLICT)
                .handle(request -> UserMailsApi.again(
                        mail, new OutboxMessageId(request.require(UserMailsApi.MAIL)), request.actor()));
        this.allAgain = Route.post("/mails/again")
                .summary("Send all mails again")
                .permission(MAIL_SEND)
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
        var page = new RunningRecipe(
                ID, new OutboxPage(userdeck.outbox(), new MailKinds(userdeck.recipes())).contribution(), List.of());
        return Stream.concat(userdeck.recipes().stream(), Stream.of(page)).toList();
    }

    private static OutboxQuery query(Request<Void> request) {
        String state = request.get(STATE);
        OutboxQuery query = state == null
                ? OutboxQuery.all()
                : OutboxQuery.of(Set.of(ConstantNames.parse(OutboxMessageState.class, state)));
        return query.recipient(request.get(QUERY)).size(request.require(SIZE)).cursor(request.get(CURSOR));
    }

    private DashboardContribution contribution() {
        return DashboardContribution.builder()
                .routes(list, again, allAgain)
                .page(RecipePage.of(
                                "outbox",
                                Text.of("mail.title", "Mail"),
                                "mail",
                                columns(),
                                list,
                                new RecipePage.Empty(
                                        Text.of("mail.empty.title", "No mail yet"),
                                        Text.of(
                                                "mail.empty.text",
                                                "Each mail of the last 30 days is listed here with what became of it. What the"
                                                        + " mail server refuses or doesn't take for now can be sent again."),
                                        null))
                        .search(Text.of("mail.search", "Start of an address"))
                        .filters(new RecipePage.Filter(
                                STATE.name(),
                                Text.of("mail.state", "State"),
                                Text.of("mail.state.all", "All states"),
                                STATES.stream()
                                        .map(state -> new UsersFilter.Choice(ConstantNames.of(state), label(state)))
                                        .toList()))
                        .actions(Action.of(Text.of("mail.all-again", "Send all again"), allAgain)
                                .icon("refresh")
                                .done(Text.of(
                                        "mail.all-again.done", "All that failed or wait, and can go, wait to be sent")))
                        .rowActions(Action.of(Text.of("mail.again", "Send again"), again)
                                .done(Text.of("mail.again.done", "It waits to be sent"))))
                .build();
    }

    private static List<Column> columns() {
        return List.of(
                Column.of(TO, Kind.TITLE, Text.of("mail.to", "To"))
                        .width(Width.LG)
                        .priority(1)
                        .small(Small.MAIN),
                Column.of(KIND, Kind.STATUS, Text.of("mail.kind", "Mail"))
                        .width(Width.MD)
                        .priority(2)
                        .small(Small.LINE),
                Column.of(STATE_COLUMN, Kind.STATUS, Text.of("mail.state", "State"))
                        .width(Width.SM)
                        .priority(1)
                        .small(Small.END),
                Column.of(AT, Kind.DATE, Text.of("mail.at", "When"))
                        .width(Width.SM)
                        .priority(1)
                        .small(Small.END2),
                Column.of(ANSWER, Kind.TEXT, Text.of("mail.answer", "Why"))
                        .width(Width.GROW)
                        .priority(1),
                Column.of(NEXT, Kind.DATE, Text.of("mail.next", "Next try"))
                        .width(Width.SM)
                        .priority(3)
                        .small(Small.HIDE));
    }

    private TableRow row(OutboxMessage message) {
        var cells = new HashMap<String, Object>();
        cells.put(TO, new TitleValue(message.to(), null));
        cells.put(KIND, new StatusValue(Tone.NORMAL, kinds.of(message.kind())));
        cells.put(STATE_COLUMN, new StatusValue(tone(message), label(message.state())));
        cells.put(AT, message.settledAt() == null ? message.createdAt() : message.settledAt());
        if (message.lastError() != null) {
            cells.put(ANSWER, message.lastError());
        }
        if (message.nextAttemptAt() != null) {
            cells.put(NEXT, message.nextAttemptAt());
        }
        var row = new TableRow(message.id().value(), cells);
        TableRow linked = message.user() == null ? row : row.link(Link.toUser(message.user()));
        return message.state() == OutboxMessageState.SENT ? linked.withoutActions() : linked;
    }

    private Text label(OutboxMessageState state) {
        return switch (state) {
            case WAITING -> Text.of("mail.state.waiting", "Waiting");
            case FAILED -> Text.of("mail.state.failed", "Failed");
            case SENT ->
                mail.delivery() == MailDelivery.LOG
                        ? Text.of("mail.state.logged", "In the log")
                        : Text.of("mail.state.sent", "Sent");
        };
    }

    private static Tone tone(OutboxMessage message) {
        return switch (message.state()) {
            case SENT -> Tone.OK;
            case FAILED -> Tone.DANGER;
            case WAITING -> message.lastError() == null ? Tone.NORMAL : Tone.WARN;
        };
    }
}
