package dev.userdeck.example.quickstart;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.Users;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The app's one page: a door for guests, a greeting for users. */
final class HomePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient UserRoles roles;
    private final transient EmailVerification verification;
    private final String door = template("door.html");
    private final String greeting = template("greeting.html");
    private final String unverified = template("unverified.html");

    HomePage(Userdeck userdeck) {
        this.users = userdeck.users();
        this.roles = userdeck.recipe(UserRoles.class);
        this.verification = userdeck.recipe(EmailVerification.class);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<User> user =
                SessionFilter.session(request).map(Session::userId).flatMap(users::find);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(user.map(this::greet).orElse(door));
    }

    private String greet(User user) {
        List<RoleAssignment> held = roles.rolesOf(user.id(), Scope.all());
        String list = held.isEmpty()
                ? "none yet"
                : held.stream().map(RoleAssignment::role).collect(Collectors.joining(", "));
        boolean isVerified = verification.isVerified(user.id());
        return greeting.replace("{verification}", isVerified ? "<p>Your email is verified.</p>" : unverified)
                .replace("{email}", escaped(Objects.requireNonNullElse(user.email(), "")))
                .replace("{roles}", escaped(list));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }

    private static String template(String name) {
        try (InputStream in = HomePage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
