package dev.userdeck.dashboard.walk;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorLinkResult;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.servlet.AuthServlet;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A library with all recipes on an empty database, and behind one server: {@code /auth/} for end users, {@code /dashboard/}
 * for operators of its own, {@code /host/} for those whom the header {@code X-Operator} names.
 */
final class Ground implements AutoCloseable {
    final TestClock clock = TestClock.create();
    final Mailbox mailbox = new Mailbox();
    final Recording recording;
    final Userdeck userdeck;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Semaphore served = new Semaphore(0);
    /** How many mails are written down. */
    private String invitedOperator = "";

    private int told;

    Ground(TestDatabase database) throws Exception {
        recording = new Recording(database.statements());
        recording.step("start");
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .appName("Sunrise")
                .secretKey(new SecretKeySpec(new byte[32], "AES"))
                .emailSender(mailbox)
                .passwordResetPage(URI.create("https://app.example.org/password"))
                .invitationPage(URI.create("https://app.example.org/welcome"))
                .recipe(new UserRolesRecipe().protectedRoles("admin"))
                .recipe(new UserMetadataRecipe())
                .recipe(new EmailVerificationRecipe().page(URI.create("https://app.example.org/verify")))
                .start();
        server.addConnector(connector);
        var context = new ServletContextHandler("/");
        Filter afterwards = (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } finally {
                served.release();
            }
        };
        context.addFilter(new FilterHolder(afterwards), "/*", EnumSet.of(DispatcherType.REQUEST));
        add(context, AuthServlet.builder(userdeck).build(), "/auth/*");
        add(context, DashboardServlet.builder(userdeck).builtInOperators().build(), "/dashboard/*");
        add(context, DashboardServlet.builder(userdeck).operators(Ground::named).build(), "/host/*");
        server.setHandler(context);
        server.start();
        recording.statements();
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String mapping) {
        var holder = new ServletHolder(servlet);
        holder.setInitOrder(1);
        context.addServlet(holder, mapping);
    }

    /** {@code ADMIN} for all tenants, {@code ADMIN@acme,shop} for two. */
    private static Optional<Operator> named(HttpServletRequest request) {
        String header = request.getHeader("X-Operator");
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.split("@", 2);
        Operator operator = Operator.of("ines", Preset.valueOf(parts[0]));
        return Optional.of(
                parts.length == 1
                        ? operator
                        : operator.scope(Scope.of(Arrays.stream(parts[1].split(",", -1))
                                .map(TenantId::new)
                                .toList())));
    }

    URI at(String path) {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/" + path);
    }

    /** Waits until nothing is done any more for the request whose answer has come. */
    void awaitServed() throws InterruptedException {
        if (!served.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The request is not over");
        }
    }

    /** A token by which the first operator comes in. */
    String setUpToken() {
        recording.step("a set-up token");
        String token = userdeck.operators().issueSetUpToken().orElseThrow();
        recording.statements();
        return token;
    }

    /** The token of a link that invites an operator. */
    String invitation(String email) {
        recording.step("an invitation");
        var invited = (InviteOperatorResult.Invited) userdeck.operators()
                .accounts()
                .invite(
                        new NewInvitation(email, new Access(Preset.SUPPORT, Scope.all())),
                        Access.full(),
                        Actor.system());
        recording.statements();
        invitedOperator = invited.account().id();
        return token(invited.link());
    }

    /** The token of a link by which the operator who was invited chooses a new password. */
    String resetLink() {
        recording.step("a link to a new password");
        var issued = (OperatorLinkResult.Issued)
                userdeck.operators().links().issueReset(invitedOperator, Access.full(), Actor.system());
        recording.statements();
        return token(issued.link());
    }

    private static String token(OperatorLink link) {
        String address = ((OperatorLink.HandOver) link).link();
        return address.substring(address.indexOf('#') + 1);
    }

    /** Works through what is due. */
    void maintain() {
        clock.advance(Duration.ofMinutes(1));
        recording.step("maintenance");
        userdeck.runMaintenance();
        recording.statements();
        List<EmailMessage> mails = mailbox.mails();
        for (EmailMessage mail : mails.subList(told, mails.size())) {
            recording.note("to " + mail.to() + ": " + mail.subject());
            recording.note(mail.text());
        }
        told = mails.size();
    }

    /** The token in the mail that was sent last to an address. */
    String tokenFor(String address) {
        var mails = mailbox.mailsTo(address);
        return mails.isEmpty() ? "none" : Mailbox.tokenIn(mails.get(mails.size() - 1));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        userdeck.close();
    }
}
