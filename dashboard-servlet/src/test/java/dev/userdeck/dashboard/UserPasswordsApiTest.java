package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.audit.AuditActions.USER_INVITED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_SET;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.operator.Preset;
import dev.userdeck.password.ResetPasswordResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Setting users' passwords, sending links to choose one, and inviting, over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class UserPasswordsApiTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String ADA = "ada@example.org";
    private static final String NEW = "seven lamps over the harbour";
    private static final String INVITE = "{\"method\": \"password\", \"email\": \"bob@example.org\", \"invite\": true}";

    private final Mailbox mailbox = new Mailbox();
    private TestDatabase database;
    private DashboardFixture world;
    private Client admin;

    @BeforeEach
    void setUp(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(
                database,
                builder -> builder.emailSender(mailbox).passwordResetPage(URI.create("https://shop.example/reset")));
        admin = world.as(Preset.ADMIN);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    /** From here on there is no mail. */
    private void withoutMail() {
        world.close();
        world = new DashboardFixture(
                database, builder -> builder.passwordResetPage(URI.create("https://shop.example/reset")));
        admin = world.as(Preset.ADMIN);
    }

    @Test
    void aPasswordThatIsSetEndsTheSessionsUnlessToldOtherwise() {
        User ada = world.activeUser(ADA);
        world.session(ada);
        world.session(ada);

        HttpResponse<String> kept = set(ada, "{\"password\": \"" + NEW + "\", \"endSessions\": false}");
        HttpResponse<String> ended = set(ada, "{\"password\": \"" + NEW + "\"}");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(json(kept).at("/ended").asInt()).isZero();
        assertThat(json(ended).at("/ended").asInt()).isEqualTo(2);
        assertThat(world.userdeck.users().signIn(ADA, NEW)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(world.events(ada.id()))
                .filteredOn(event -> event.action().equals(USER_PASSWORD_SET))
                .extracting(event -> event.actor().name())
                .containsExactly("ines", "ines");
        assertThat(world.logged()).noneMatch(line -> line.contains(NEW));
    }

    @Test
    void aPasswordIsRefusedWithTheReasonAtItsField() {
        User ada = world.activeUser(ADA);

        assertThat(refusals(set(ada, "{}"))).containsExactly("/password password-missing");
        assertThat(refusals(set(ada, "{\"password\": null}"))).containsExactly("/password password-missing");
        assertThat(refusals(set(ada, "{\"password\": \"harbour2026\"}")))
                .containsExactly("/password password-too-short");
        assertThat(refusals(set(ada, "{\"password\": \"" + "x".repeat(129) + "\"}")))
                .containsExactly("/password password-too-long");
        assertThat(refusals(set(ada, "{\"password\": \"passwordpassword\"}")))
                .containsExactly("/password password-common");
        assertThat(set(ada, "{\"password\": 15}").statusCode()).isIn(400, 422);
        assertThat(set(ada, "{\"password\": \"" + NEW + "\", \"endSessions\": \"x\"}")
                        .statusCode())
                .isIn(400, 422);
        assertThat(world.userdeck.users().signIn(ADA, DashboardFixture.PASSWORD))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aUserWithoutAnEmailHasNoPassword() {
        User phone = world.user(NewUser.withPhone("+442079460123").withoutPassword());

        assertThat(refusals(set(phone, "{\"password\": \"" + NEW + "\"}"))).containsExactly("/password email-missing");
        assertThat(json(sendLink(phone)).at("/reason").asString()).isEqualTo("email-missing");
    }

    @Test
    void ofAUserWhoIsElsewhereTooNothingIsSet() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        User ada = world.activeUser(ADA);
        world.userdeck.users().addToTenant(ada.id(), ACME, Actor.system());
        Client acme = admin.with("X-Operator", "ADMIN@acme");
        Client stranger = admin.with("X-Operator", "ADMIN@elsewhere");

        assertThat(slug(acme.send("PUT", path(ada, "password"), "{\"password\": \"" + NEW + "\"}")))
                .isEqualTo("conflict");
        assertThat(slug(acme.send("POST", path(ada, "password-reset"), null))).isEqualTo("conflict");
        assertThat(slug(stranger.send("PUT", path(ada, "password"), "{\"password\": \"x\"}")))
                .isEqualTo("not-found");
        assertThat(slug(stranger.send("POST", path(ada, "password-reset"), null)))
                .isEqualTo("not-found");
    }

    @Test
    void aLinkIsMailedAndItsTokenIsNowhereElse() {
        User ada = world.activeUser(ADA);

        HttpResponse<String> answer = sendLink(ada);
        world.userdeck.runMaintenance();

        assertThat(json(answer).at("/sent").asBoolean()).as(answer.body()).isTrue();
        assertThat(json(answer).at("/to").asString()).isEqualTo(ADA);
        String token = Mailbox.tokenIn(mailbox.last());
        assertThat(answer.body()).doesNotContain(token).doesNotContain("link");
        assertThat(world.logged()).noneMatch(line -> line.contains(token));
        assertThat(world.userdeck.passwords().reset(token, NEW, Actor.anonymous()))
                .isInstanceOf(ResetPasswordResult.Done.class);
    }

    @Test
    void withoutMailTheLinkIsForThoseWhoMaySetPasswords() {
        withoutMail();
        User ada = world.activeUser(ADA);

        HttpResponse<String> refused =
                admin.with("X-Operator", "SUPPORT").send("POST", path(ada, "password-reset"), null);
        HttpResponse<String> answer = sendLink(ada);

        assertThat(json(refused).at("/reason").asString()).isEqualTo("mail-off");
        assertThat(json(answer).at("/sent").asBoolean()).isFalse();
        String link = json(answer).at("/link").asString();
        assertThat(link).startsWith("https://shop.example/reset#token=");
        assertThat(world.userdeck.passwords().isUsable(link.substring(link.indexOf('=') + 1)))
                .isTrue();
    }

    @Test
    void whoCannotUseALinkIsSentNone() {
        User ada = world.activeUser(ADA);
        world.userdeck.tenants().forbid(TenantId.PUBLIC, SignInMethod.PASSWORD, Actor.system());
        assertThat(json(sendLink(ada)).at("/reason").asString()).isEqualTo("method-off");
        assertThat(refusals(set(ada, "{\"password\": \"" + NEW + "\"}"))).containsExactly("/password method-off");
        assertThat(slug(create(INVITE))).isEqualTo("conflict");
        assertThat(world.userdeck.users().list(UserQuery.of(Scope.all())).items())
                .containsExactly(world.userdeck.users().find(ada.id()).orElseThrow());

        world.userdeck.users().suspend(ada.id(), NewSuspension.of("test"), Scope.all(), Actor.system());
        assertThat(json(sendLink(ada)).at("/reason").asString()).isEqualTo("user-suspended");
        world.userdeck.runMaintenance();
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void anInvitedUserIsSentTheInvitation() {
        HttpResponse<String> answer = create(INVITE);
        world.userdeck.runMaintenance();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("inviteLink");
        assertThat(mailbox.last().to()).isEqualTo("bob@example.org");
        User bob = world.userdeck
                .users()
                .findByEmail("bob@example.org", TenantId.PUBLIC)
                .orElseThrow();
        assertThat(bob.status()).isEqualTo(UserStatus.INVITED);
        assertThat(world.events(bob.id())).extracting(AuditEvent::action).containsExactly(USER_INVITED, USER_CREATED);
    }

    @Test
    void withoutMailTheInvitationIsHandedOver() {
        withoutMail();

        assertThat(json(create(INVITE)).at("/inviteLink").asString()).startsWith("https://shop.example/reset#token=");
    }

    @Test
    void anInvitationIsForUsersWithAnEmailAndNoPasswordYet() {
        assertThat(refusals(create("""
                {"method": "password", "email": "bob@example.org", "invite": true, "password": "%s"}
                """.formatted(NEW)))).containsExactly("/invite invite-unused");
        assertThat(refusals(create("""
                {"method": "passwordless", "email": "bob@example.org", "invite": true}
                """))).containsExactly("/invite invite-unused");
        assertThat(refusals(create("""
                {"method": "password", "phone": "+442079460123", "invite": true}
                """))).containsExactly("/email email-missing");
        assertThat(refusals(create("""
                {"method": "password", "email": "bob@example.org", "invite": false}
                """))).containsExactly("/password password-missing");
    }

    @Test
    void theFrontEndIsToldWhatToAskFor() {
        var known = json(admin.get("api/session"));

        assertThat(known.at("/passwordRules").toString())
                .isEqualTo("{\"min\":15,\"max\":128,\"resetHours\":1,\"invitationHours\":168}");
        assertThat(known.at("/mail/delivery").asString()).isEqualTo("sender");
        assertThat(known.at("/permissions").toString()).contains("passwords:set", "passwords:reset");
    }

    @Test
    void theStatementsAreBounded() {
        User ada = world.activeUser(ADA);
        for (int i = 0; i < 30; i++) {
            world.session(ada);
        }

        assertThat(statements(() -> set(ada, "{\"password\": \"" + NEW + "\"}")))
                .isLessThanOrEqualTo(25);
        assertThat(statements(() -> sendLink(ada))).isLessThanOrEqualTo(20);
    }

    private int statements(Runnable work) {
        database.statements().reset();
        work.run();
        return database.statements().count();
    }

    private HttpResponse<String> set(User user, String body) {
        return admin.send("PUT", path(user, "password"), body);
    }

    private HttpResponse<String> sendLink(User user) {
        return admin.send("POST", path(user, "password-reset"), null);
    }

    private HttpResponse<String> create(String body) {
        return admin.send("POST", "api/users", body);
    }

    private static String path(User user, String rest) {
        return "api/users/" + user.id() + "/" + rest;
    }
}
