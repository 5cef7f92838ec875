package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.CreateApiKeyResult;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.dashboard.OperatorAuthenticator;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.NotAnOperatorException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.servlet.AuthServlet;
import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** How an app mounts the servlets. */
final class Mounting {
    private Mounting() {}

    static void signUpAndIn(ServletContext app, Userdeck userdeck) {
        var session = SessionFilter.builder(userdeck)
                .requiredUnder("/account")
                .signInPage("/signin.html")
                .build();
        app.addFilter("session", session).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        app.addServlet("auth", AuthServlet.builder(userdeck).build()).addMapping("/auth/*");
    }

    static void dashboardBehindTheHostsLogin(ServletContext app, Userdeck userdeck) {
        var dashboard = DashboardServlet.builder(userdeck)
                .operators(request -> request.isUserInRole("admin")
                        ? Optional.of(Operator.of(request.getRemoteUser(), Preset.ADMIN))
                        : Optional.empty())
                .build();
        app.addServlet("users-dashboard", dashboard).addMapping("/internal/users/*");
    }

    static DashboardServlet dashboardWithItsOwnOperators(Userdeck userdeck) {
        return DashboardServlet.builder(userdeck).builtInOperators().build();
    }

    static DashboardServlet dashboardForSomebodyLockedOut(Userdeck userdeck) {
        return DashboardServlet.builder(userdeck)
                .builtInOperators()
                .logResetLink("ines@example.org")
                .build();
    }

    static Userdeck.Builder dashboardThatMailsLinkTo() {
        return Userdeck.builder().dashboardAddress(URI.create("https://app.example.org/internal/users/"));
    }

    static Userdeck.Builder secondFactorsForAll(byte[] key, byte[] before) {
        return Userdeck.builder()
                .secretKey(new SecretKeySpec(key, "AES"), new SecretKeySpec(before, "AES"))
                .requireOperatorSecondFactor();
    }

    static OperatorLink invite(Userdeck userdeck, String email) {
        var invitation = new NewInvitation(email, new Access(Preset.SUPPORT, Scope.all()));
        var result = userdeck.operators().accounts().invite(invitation, Access.full(), Actor.system());
        if (result instanceof InviteOperatorResult.Invited invited) {
            return invited.link();
        }
        throw new IllegalStateException("Not invited: " + result);
    }

    static String keyFor(Userdeck userdeck, String script) {
        var key = NewApiKey.of(script, Permission.USERS_READ, Permission.USERS_EXPORT)
                .lifetime(Duration.ofDays(30));
        var result = userdeck.apiKeys().create(key, Access.full(), Actor.system());
        if (result instanceof CreateApiKeyResult.Created created) {
            return created.issued().token();
        }
        throw new IllegalStateException("Not made: " + result);
    }

    static DashboardServlet dashboardForARoleOfTheContainer(Userdeck userdeck) {
        return DashboardServlet.builder(userdeck)
                .operators(OperatorAuthenticator.containerRole("staff", Preset.SUPPORT))
                .build();
    }

    static DashboardServlet dashboardWithADoor(Userdeck userdeck, Logins logins) {
        return DashboardServlet.builder(userdeck)
                .operators(request -> logins.of(request).map(person -> {
                    if (!person.isStaff()) {
                        throw new NotAnOperatorException(person.name());
                    }
                    return Operator.of(person.name(), Preset.SUPPORT);
                }))
                .signInPage("/login")
                .build();
    }

    static DashboardServlet dashboardThatAsksOnceMore(Userdeck userdeck, Logins logins) {
        return DashboardServlet.builder(userdeck)
                .operators(request -> logins.of(request).map(person -> Operator.of(person.name(), Preset.ADMIN)))
                .authenticationTime(request -> logins.of(request).map(Person::authTime))
                .reauthenticationPage("/login?prompt=login")
                .build();
    }

    static DashboardServlet dashboardThatChangesNothing(Userdeck userdeck, Flags flags) {
        return DashboardServlet.builder(userdeck)
                .builtInOperators()
                .readOnly(operator -> flags.isOn("maintenance"))
                .build();
    }

    static DashboardServlet dashboardForOneTenant(Userdeck userdeck) {
        return DashboardServlet.builder(userdeck)
                .operators(request -> Optional.of(
                        Operator.of(request.getRemoteUser(), Preset.SUPPORT).scope(Scope.of(new TenantId("acme")))))
                .build();
    }

    static Userdeck.Builder operatorsOfTheHost(Staff staff) {
        return Userdeck.builder().hostOperators(id -> staff.find(id).map(person -> Operator.of(id, Preset.ADMIN)));
    }

    /** The host's own. */
    interface Logins {
        Optional<Person> of(HttpServletRequest request);
    }

    /** The host's own. */
    interface Flags {
        boolean isOn(String flag);
    }

    /** Who is signed in to the host. */
    record Person(String name, boolean isStaff, Instant authTime) {}

    /** The host's own. */
    interface Staff {
        Optional<String> find(String id);
    }
}
