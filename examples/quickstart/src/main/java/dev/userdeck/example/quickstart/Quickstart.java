package dev.userdeck.example.quickstart;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.mail.smtp.SmtpEmailSender;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.servlet.AuthServlet;
import dev.userdeck.servlet.SessionFilter;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/**
 * A small web app: people sign up and in on its page, operators look after them in the dashboard.
 *
 * <p>Settings, by environment variable: {@code PORT} (8080) and {@code USERDECK_DATA}, the folder of the database (./data).
 * Mails go to the log, or to the SMTP server that {@code SMTP_HOST}, {@code SMTP_PORT} (25) and {@code SMTP_FROM} name.
 */
public final class Quickstart implements AutoCloseable {
    /** What the app itself relies on; other members are free. */
    private static final String METADATA_SCHEMA = """
            {
              "properties": {
                "loyalty": {
                  "type": "object",
                  "properties": {
                    "tier": {"enum": ["bronze", "silver", "gold"]},
                    "points": {"type": "integer", "minimum": 0}
                  }
                }
              }
            }""";

    private final Server server;
    private final ServerConnector connector;
    private final Userdeck userdeck;
    private final DashboardServlet dashboard;

    private Quickstart(Server server, ServerConnector connector, Userdeck userdeck) {
        this.server = server;
        this.connector = connector;
        this.userdeck = userdeck;
        this.dashboard = DashboardServlet.builder(userdeck)
                .builtInOperators()
                .signUpPage(url())
                .build();
    }

    /** Runs the app until it is stopped. */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = System.getenv();
        int port = Integer.parseInt(settings.getOrDefault("PORT", "8080"));
        Path data = Path.of(settings.getOrDefault("USERDECK_DATA", "data"));
        Quickstart app = start(port, data, mailServer(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        System.out.println(app.firstSteps());
    }

    private static @Nullable EmailSender mailServer(Map<String, String> settings) {
        String host = settings.get("SMTP_HOST");
        if (host == null) {
            return null;
        }
        return SmtpEmailSender.to(host, Integer.parseInt(settings.getOrDefault("SMTP_PORT", "25")))
                .unencrypted()
                .from(settings.getOrDefault("SMTP_FROM", "quickstart@localhost"), "Quickstart")
                .build();
    }

    /**
     * Starts the app, for this machine alone.
     *
     * @param port where it listens, 0 for any that is free
     * @param data the folder of the database, made if it isn't there
     * @param mail sends its mails; null writes them to the log
     */
    public static Quickstart start(int port, Path data, @Nullable EmailSender mail) throws Exception {
        return start(port, data, mail, builder -> {});
    }

    /**
     * Starts it with settings of somebody else's.
     *
     * @param more is given what Userdeck is built by, when all else is said
     */
    public static Quickstart start(int port, Path data, @Nullable EmailSender mail, Consumer<Userdeck.Builder> more)
            throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("localhost");
        connector.setPort(port);
        connector.open(); // the links in mails hold the port
        server.addConnector(connector);
        Quickstart app;
        try {
            app = new Quickstart(server, connector, users(data, mail, url(connector), more));
        } catch (RuntimeException | IOException e) {
            connector.close();
            throw e;
        }
        try {
            app.serve();
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    private static Userdeck users(Path data, @Nullable EmailSender mail, URI url, Consumer<Userdeck.Builder> more)
            throws IOException {
        var builder = Userdeck.builder()
                .h2File(data.resolve("quickstart"))
                .appName("Quickstart")
                .secretKey(SecretKeyFile.in(data)) // yours comes from where its passwords come from
                .dashboardAddress(url.resolve("dashboard/"))
                .passwordResetPage(url.resolve("reset.html"))
                .recipe(new UserRolesRecipe())
                .recipe(new EmailVerificationRecipe().page(url.resolve("verify.html")))
                .recipe(new UserMetadataRecipe()
                        .jsonSchema(METADATA_SCHEMA)
                        .auditedKeys("loyalty", "tier", "plan")); // the audit log tells what these were set to
        more.accept(mail == null ? builder.logMailLinks() : builder.emailSender(mail));
        return builder.start();
    }

    private void serve() throws Exception {
        var context = new ServletContextHandler();
        context.setBaseResource(ResourceFactory.of(server).newClassLoaderResource("web"));
        context.addFilter(new PageHeaders(), "/*", EnumSet.of(DispatcherType.REQUEST));

        // The app's own pages: the filter tells them who is signed in.
        context.addFilter(SessionFilter.builder(userdeck).build(), "", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new HomePage(userdeck), "");
        context.addServlet(DefaultServlet.class, "/").setInitParameter("dirAllowed", "false");

        // Sign-up, sign-in, sign-out and their sessions for these pages.
        context.addServlet(AuthServlet.builder(userdeck).build(), "/auth/*");

        // The dashboard, for operators; from the start, so that the link to set it up is in the log.
        context.addServlet(dashboard, "/dashboard/*").setInitOrder(0);

        var errors = new ErrorPageErrorHandler();
        errors.addErrorPage(404, "/not-found.html");
        context.setErrorHandler(errors);

        server.setHandler(context);
        server.start();
    }

    /** Where people and operators begin, for whoever has started the app. */
    String firstSteps() {
        String enter = dashboard
                .setUpLink()
                .map(link ->
                        "Your account:   %s%n                  This link makes the first operator, once, within an hour."
                                .formatted(link))
                .orElse("                Sign in with the email and password of an operator.");
        return "%n  The app:        %s%n  The dashboard:  %sdashboard/%n  %s%n".formatted(url(), url(), enter);
    }

    /** Where the app's page is. */
    public URI url() {
        return url(connector);
    }

    private static URI url(ServerConnector connector) {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/");
    }

    /** What the app's pages work with. */
    Userdeck userdeck() {
        return userdeck;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop", e);
        } finally {
            userdeck.close();
        }
    }
}
