package dev.userdeck.example.quickstart;

import com.microsoft.playwright.Page;
import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** What the browser tests play on: the app as one starts it, a mail server, and people at their browsers. */
final class Stage implements AutoCloseable {
    private static final String OPERATOR = "ines@example.org";
    static final String PASSWORD = "granite otter sundial 12";

    private final Chromium chromium;
    private final @Nullable MailServer mailServer;
    private final Quickstart app;
    private final ForwardClock clock;
    private final String setUpLink;
    private final List<Visitor> people = new ArrayList<>();
    private @Nullable Visitor operator;
    private @Nullable Server dashboardOfHost;

    private Stage(
            Chromium chromium, @Nullable MailServer mailServer, Quickstart app, ForwardClock clock, String setUpLink) {
        this.chromium = chromium;
        this.mailServer = mailServer;
        this.app = app;
        this.clock = clock;
        this.setUpLink = setUpLink;
    }

    /**
     * Starts the app, or skips the test where there is no browser.
     *
     * @param data an empty folder
     */
    static Stage open(Path data) throws Exception {
        var mailServer = new MailServer();
        try {
            return open(data, mailServer, mailServer.sender(), builder -> {});
        } catch (Exception e) {
            mailServer.close();
            throw e;
        }
    }

    /** The same with mail that goes elsewhere; null for no mail server. */
    static Stage open(Path data, @Nullable EmailSender mail) throws Exception {
        return open(data, null, mail, builder -> {});
    }

    /** The same with settings of its own, and mail that goes to the log. */
    static Stage openWith(Path data, Consumer<Userdeck.Builder> more) throws Exception {
        return open(data, null, null, more);
    }

    private static Stage open(
            Path data, @Nullable MailServer mailServer, @Nullable EmailSender mail, Consumer<Userdeck.Builder> more)
            throws Exception {
        Chromium chromium = Chromium.ofThisMachine();
        try (var log = new LogWatch()) {
            var clock = new ForwardClock();
            Quickstart app = Quickstart.start(0, data, mail, builder -> more.accept(builder.clock(clock)));
            return new Stage(chromium, mailServer, app, clock, log.setUpLink());
        }
    }

    /** Where the app is. */
    URI url() {
        return app.url();
    }

    /** The app's users, for what a test doesn't do by hand. */
    Userdeck userdeck() {
        return app.userdeck();
    }

    /** Puts the app's clock forward. */
    void advanceClock(Duration more) {
        clock.advance(more);
    }

    /** Where the app's mails go. */
    MailServer mailServer() {
        return Objects.requireNonNull(mailServer, "its mail goes elsewhere");
    }

    /** The link that makes the first operator. */
    String setUpLink() {
        return setUpLink;
    }

    /** Someone new, who has not opened anything yet. */
    Visitor guest() {
        Visitor guest = chromium.visitor(url());
        people.add(guest);
        return guest;
    }

    /** The same who reads this language, as {@code de-AT}. */
    Visitor guest(String locale) {
        Visitor guest = chromium.reader(url(), locale);
        people.add(guest);
        return guest;
    }

    /** The operator, who has set the dashboard up and looks at the users list. */
    Visitor operator() {
        if (operator == null) {
            operator = guest();
            operator.open(setUpLink);
            operator.page().getByLabel("Your name").fill("Ines Marchetti");
            operator.page().getByLabel("Email").fill(OPERATOR);
            password(operator);
            operator.button("Create account").click();
            operator.seesHeading("Users");
        }
        return operator;
    }

    /** The operator at another browser, signed in there as well. */
    Visitor operatorElsewhere() {
        return operatorElsewhere("UTC");
    }

    /** The same where the clocks are those of a time zone, as {@code Asia/Tokyo}. */
    Visitor operatorElsewhere(String timeZone) {
        operator();
        Visitor elsewhere = chromium.visitor(url(), timeZone);
        people.add(elsewhere);
        elsewhere.open("dashboard/");
        elsewhere.page().getByLabel("Email").fill(OPERATOR);
        password(elsewhere);
        elsewhere.button("Sign in").click();
        elsewhere.seesHeading("Users");
        return elsewhere;
    }

    /** Someone who may only look, at a dashboard of the same users that lets everyone in as a viewer. */
    Visitor viewer() throws Exception {
        return viewer(userdeck());
    }

    /** The same with users of a test's own. */
    Visitor viewer(Userdeck userdeck) throws Exception {
        return viewer(userdeck, "UTC");
    }

    /** The same where the clocks are those of a time zone, as {@code Asia/Tokyo}. */
    Visitor viewer(Userdeck userdeck, String timeZone) throws Exception {
        return visitorOf(
                DashboardServlet.builder(userdeck)
                        .operators(request -> Optional.of(Operator.of("Vera Lind", Preset.VIEWER)))
                        .build(),
                timeZone);
    }

    /** Someone whom a dashboard of the same users takes for this operator. */
    Visitor operator(Operator who) throws Exception {
        return visitorOf(
                DashboardServlet.builder(userdeck())
                        .operators(request -> Optional.of(who))
                        .build(),
                "UTC");
    }

    private Visitor visitorOf(DashboardServlet dashboard, String timeZone) throws Exception {
        var context = new ServletContextHandler();
        context.addServlet(dashboard, "/dashboard/*");
        var server = new Server(new InetSocketAddress("localhost", 0));
        server.setHandler(context);
        dashboardOfHost = server;
        server.start();
        Visitor visitor = chromium.visitor(server.getURI(), timeZone);
        people.add(visitor);
        return visitor;
    }

    /** Someone whom the app's own login doesn't know, at a dashboard that leaves it to that one who may enter. */
    Visitor stranger() throws Exception {
        return visitorOf(
                DashboardServlet.builder(userdeck())
                        .operators(request -> Optional.empty())
                        .signInPage("/login")
                        .build(),
                "UTC");
    }

    private static void password(Visitor visitor) {
        visitor.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
    }

    @Override
    public void close() {
        people.forEach(Visitor::close);
        if (dashboardOfHost != null) {
            LifeCycle.stop(dashboardOfHost);
        }
        app.close();
        if (mailServer != null) {
            mailServer.close();
        }
    }
}
