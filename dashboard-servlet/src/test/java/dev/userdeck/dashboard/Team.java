package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.AddFactorResult;
import dev.userdeck.operator.BeginTotpResult;
import dev.userdeck.operator.InviteOperatorResult.Invited;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.AuthenticatorApp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/** Built-in operators: Ines, who owns it all, and those whom she invites. */
final class Team {
    private final DashboardFixture world;
    private final Userdeck userdeck;
    private final Client door;
    /** The first. */
    final String ines;

    Team(DashboardFixture world) {
        this.world = world;
        this.userdeck = world.userdeck;
        var first = new NewOperator("ines@example.org", "Ines", DashboardFixture.PASSWORD);
        String token = userdeck.operators().issueSetUpToken().orElseThrow();
        var done = (SetUpResult.Done) userdeck.operators().setUp(token, first, Actor.anonymous());
        this.ines = done.session().operator().id();
        this.door = world.builtIn();
    }

    /** An operator who was invited, and hasn't accepted yet. */
    Invited invited(String email, Preset preset, Scope scope) {
        var invitation = new NewInvitation(email, new Access(preset, scope));
        return (Invited) userdeck.operators().accounts().invite(invitation, Access.full(), Actor.system());
    }

    /** An operator of this name, with an email made of it; returns the id. */
    String operator(String name, Preset preset, Scope scope) {
        Invited invited = invited(email(name), preset, scope);
        String link = ((OperatorLink.HandOver) invited.link()).link();
        userdeck.operators()
                .links()
                .accept(link.substring(link.indexOf('#') + 1), name, DashboardFixture.PASSWORD, Actor.anonymous());
        return invited.account().id();
    }

    /** Signs in with the password, as a browser that was not here before. */
    Client signIn(String name) {
        HttpResponse<String> answer = trySignIn(name, DashboardFixture.PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return door.signedIn(answer);
    }

    /** Adds an app to an operator who has none, and returns what it was made of. */
    AuthenticatorApp addApp(String name) {
        String email = email(name);
        var factors = userdeck.operators().factors();
        var in = (OperatorSignInResult.SignedIn)
                userdeck.operators().signIn(email, DashboardFixture.PASSWORD, Actor.anonymous());
        String token = in.session().token();
        var begun = (BeginTotpResult.Begun) factors.beginTotp(token);
        var app = new AuthenticatorApp(begun.secret());
        assertThat(factors.confirmTotp(token, "Phone", app.code(world.clock.instant()), Actor.anonymous()))
                .isInstanceOf(AddFactorResult.Added.class);
        world.clock.advance(Duration.ofSeconds(30));
        return app;
    }

    HttpResponse<String> trySignIn(String name, String password) {
        return door.send(
                "POST", "api/session", "{\"email\":\"" + email(name) + "\",\"password\":\"" + password + "\"}");
    }

    /** Somebody at the door. */
    Client stranger() {
        return new Client(world.mount());
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT) + "@example.org";
    }
}
