package dev.userdeck.dashboard;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipe;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.LoggerFactory;

/** A library on an empty database, with a recipe of chance in it, and dashboards before it. */
final class DashboardFixture implements AutoCloseable {
    static final String UI = "META-INF/test-ui/";
    static final String PASSWORD = "a long walk by the river";
    static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    final TestClock clock = TestClock.create();
    final RandomRecipe recipe = new RandomRecipe();
    final Userdeck userdeck;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private JettyHost host;

    DashboardFixture(TestDatabase database) {
        this(database, UnaryOperator.identity());
    }

    /** The same with settings of the library's own. */
    DashboardFixture(TestDatabase database, UnaryOperator<Userdeck.Builder> settings) {
        log.start();
        logger().addAppender(log);
        var builder = Userdeck.builder()
                .dataSource(database.dataSource())
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .secretKey(KEY)
                .recipe(recipe);
        userdeck = settings.apply(builder).start();
    }

    /** A dashboard at {@code /users/} that anyone enters as the operator whom the header {@code X-Operator} names. */
    Client hostLogin() {
        return serve(builder -> builder.operators(DashboardFixture::byHeader));
    }

    /** The same, already as this operator. */
    Client as(Preset preset) {
        return hostLogin().with("X-Operator", preset.id());
    }

    Client builtIn() {
        return serve(DashboardServlet.Builder::builtInOperators);
    }

    Client serve(UnaryOperator<DashboardServlet.Builder> settings) {
        if (host != null) {
            host.close();
        }
        var servlet =
                settings.apply(DashboardServlet.builder(userdeck).uiFolder(UI)).build();
        host = JettyHost.serving(servlet, "/", "/users/*");
        return new Client(mount());
    }

    int port() {
        return host.port();
    }

    URI mount() {
        return host.at("/users/");
    }

    /** {@code ADMIN} for all tenants, {@code ADMIN@a,b} for two. */
    static Optional<Operator> byHeader(jakarta.servlet.http.HttpServletRequest request) {
        String header = request.getHeader("X-Operator");
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.split("@", -1);
        Operator operator = Operator.of("ines", Preset.valueOf(parts[0]));
        if (parts.length == 1) {
            return Optional.of(operator);
        }
        List<TenantId> tenants =
                Arrays.stream(parts[1].split(",", -1)).map(TenantId::new).toList();
        return Optional.of(operator.scope(Scope.of(tenants)));
    }

    User user(String email) {
        return user(NewUser.withEmail(email));
    }

    User user(NewUser newUser) {
        return ((CreateUserResult.Created) userdeck.users().create(newUser, Actor.system())).user();
    }

    /** A user who may sign in. */
    User activeUser(String email) {
        return ((CreateUserResult.Created) userdeck.users().signUp(email, PASSWORD)).user();
    }

    IssuedSession session(User user) {
        return userdeck.sessions()
                .create(user.id(), SessionOrigin.of("password").client("192.0.2.7", "Test/1.0"))
                .orElseThrow();
    }

    /** What has happened to a user, newest first. */
    List<AuditEvent> events(UserId user) {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).user(user)).items();
    }

    /** What an event says of one field: {@code before → after}. */
    static String change(AuditEvent event, String field) {
        return event.changes().stream()
                .filter(change -> change.field().equals(field))
                .map(change -> change.before() + " → " + change.after())
                .findFirst()
                .orElse("unchanged");
    }

    /** The lines that the dashboard has logged since the start. */
    List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** The newest set-up token in the log. */
    String setUpToken() {
        return logged().stream()
                .filter(line -> line.contains("setup#"))
                .reduce((first, second) -> second)
                .map(line -> line.substring(line.indexOf("setup#") + "setup#".length()))
                .orElseThrow();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("dev.userdeck.dashboard");
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
        userdeck.close();
        logger().detachAppender(log);
    }
}
