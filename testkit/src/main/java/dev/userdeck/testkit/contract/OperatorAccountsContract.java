package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.OPERATOR_ACCEPTED;
import static dev.userdeck.audit.AuditActions.OPERATOR_ACCESS_CHANGED;
import static dev.userdeck.audit.AuditActions.OPERATOR_ALL_SESSIONS_ENDED;
import static dev.userdeck.audit.AuditActions.OPERATOR_DELETED;
import static dev.userdeck.audit.AuditActions.OPERATOR_DISABLED;
import static dev.userdeck.audit.AuditActions.OPERATOR_INVITED;
import static dev.userdeck.audit.AuditActions.OPERATOR_PASSWORD_RESET;
import static dev.userdeck.audit.AuditActions.OPERATOR_PREFERENCES_CHANGED;
import static dev.userdeck.audit.AuditActions.OPERATOR_RESET_LINK_MADE;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.FieldError;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.ChangeOperatorResult;
import dev.userdeck.operator.EndOperatorSessionsResult;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorAccounts;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorLinkResult;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.operator.OperatorQuery;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.ReauthenticationResult;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.operator.UseOperatorLinkResult;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link OperatorAccounts} and what belongs to it must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OperatorAccountsContract extends EngineContract {
    private static final Actor STRANGER = Actor.anonymous().ip("203.0.113.7").userAgent("Firefox");
    private static final Access FULL = Access.full();
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId SHOP = new TenantId("shop");
    private static final Access SUPPORT = new Access(Preset.SUPPORT, Scope.all());
    private static final Access OWNER_OF_ACME = new Access(Preset.OWNER, Scope.of(ACME));
    private static final String NEW_PASSWORD = "amber glacier trumpet 88";

    private Operators operators;
    private OperatorAccounts accounts;
    private Tables tables;
    private Operator ines;

    /** For subclasses. */
    protected OperatorAccountsContract() {}

    @BeforeEach
    void setUpTheFirst() {
        operators = userdeck.operators();
        accounts = operators.accounts();
        tables = new Tables(database);
        String token = operators.issueSetUpToken().orElseThrow();
        var done = operators.setUp(token, new NewOperator("ines@example.org", "Ines", PASSWORD), STRANGER);
        ines = ((SetUpResult.Done) done).session().operator();
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        userdeck.tenants().create(SHOP, "Shop", Actor.system());
    }

    @Test
    void whoIsInvitedAcceptsOnceAndSignsIn() {
        InviteOperatorResult.Invited invited = invited("Tom@Example.org", SUPPORT);
        OperatorAccount before = invited.account();
        String link = ((OperatorLink.HandOver) invited.link()).link();
        assertThat(link).startsWith("invite#");
        String token = token(link);

        assertThat(before.status()).isEqualTo(OperatorStatus.INVITED);
        assertThat(before.displayName()).isEqualTo("Tom@Example.org");
        assertThat(before.linkExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(operators.signIn("tom@example.org", PASSWORD, STRANGER))
                .isEqualTo(new OperatorSignInResult.Refused());
        assertThat(operators.links().holder(token)).contains(before);

        var accepted = operators.links().accept(token, " Tom  Wrona ", PASSWORD, STRANGER);

        assertThat(accepted).isInstanceOf(UseOperatorLinkResult.Done.class);
        Operator tom = signIn("tom@example.org", PASSWORD).operator();
        assertThat(tom.preset()).isEqualTo(Preset.SUPPORT);
        assertThat(account(tom.id()).lastSignInAt()).isEqualTo(clock.instant());
        assertThat(account(tom.id()).linkExpiresAt()).isNull();
        assertThat(operators.links().accept(token, "Eve", PASSWORD, STRANGER))
                .isEqualTo(new UseOperatorLinkResult.Unusable());
        assertThat(events(OPERATOR_ACCEPTED).get(0).actor().id()).isEqualTo(tom.id());
        assertThat(events(OPERATOR_INVITED).get(0).changes())
                .containsExactlyInAnyOrder(
                        new Change("operator", null, "Tom@Example.org"),
                        new Change("preset", null, "support"),
                        new Change("tenants", null, "*"));
    }

    @Test
    void aLinkIsMailedWhereMailGoesOutAndTheDashboardIsKnown() {
        var mailbox = new Mailbox();
        Userdeck mailing = start(builder()
                .emailSender(mailbox)
                .appName("Harbour Rail")
                .operatorInvitationLifetime(Duration.ofDays(3))
                .dashboardAddress(URI.create("https://rail.example/admin/")));

        var byHand = mailing.operators().issueResetLink(ines.id(), Actor.system());
        assertThat(byHand.orElseThrow().link()).startsWith("https://rail.example/admin/reset#");
        var result = mailing.operators().accounts().invite(invitation("tom@example.org", SUPPORT), FULL, ines.actor());
        mailing.runMaintenance();

        var sent = (OperatorLink.Sent) ((InviteOperatorResult.Invited) result).link();
        assertThat(sent.to()).isEqualTo("tom@example.org");
        assertThat(sent.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(mailbox.last().text()).contains("https://rail.example/admin/invite#", "3 days");
        assertThat(mailbox.last().subject()).contains("Harbour Rail");
    }

    @Test
    void operatorsAreToldWhatWasDoneWithTheirAccount() {
        var mailbox = new Mailbox();
        Userdeck mailing = start(builder()
                .emailSender(mailbox)
                .appName("Harbour Rail")
                .dashboardAddress(URI.create("https://rail.example/admin/")));
        Actor updated = STRANGER.userAgent("Firefox 2");
        Actor elsewhere = STRANGER.userAgent("Chrome 1");

        signIn(mailing, PASSWORD, updated);
        mailing.runMaintenance();
        assertThat(mailbox.mails()).isEmpty();

        IssuedOperatorSession session = signIn(mailing, PASSWORD, elsewhere);
        signIn(mailing, PASSWORD, elsewhere);
        mailing.runMaintenance();
        assertThat(mailbox.mails()).hasSize(1);
        assertThat(mailbox.last().to()).isEqualTo("ines@example.org");
        assertThat(mailbox.last().subject()).isEqualTo("New sign-in to the dashboard of Harbour Rail");
        assertThat(mailbox.last().text())
                .contains("203.0.113.7", "https://rail.example/admin/")
                .doesNotContain("Chrome");

        var here = mailing.operators().verify(session.token()).orElseThrow();
        mailing.operators().changePassword(here, PASSWORD, NEW_PASSWORD, elsewhere);
        mailing.runMaintenance();
        assertThat(mailbox.last().subject()).contains("Harbour Rail was changed");

        String link = token(operators
                .issueResetLink(ines.id(), Actor.system())
                .orElseThrow()
                .link());
        mailing.operators().links().reset(link, PASSWORD, STRANGER);
        mailing.runMaintenance();
        assertThat(mailbox.mails()).hasSize(3);

        assertThat(tables.count("ud_operator_device")).isEqualTo(2);
        clock.advance(Duration.ofDays(181));
        mailing.runMaintenance();
        assertThat(tables.count("ud_operator_device")).isZero();
    }

    private static IssuedOperatorSession signIn(Userdeck userdeck, String password, Actor client) {
        var result = userdeck.operators().signIn("ines@example.org", password, client);
        return ((OperatorSignInResult.SignedIn) result).session();
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneDoes() {
        String token = token(invited("tom@example.org", SUPPORT));

        List<UseOperatorLinkResult> results = AtOnce.run(
                () -> operators.links().accept(token, "Tom", PASSWORD, STRANGER),
                () -> operators.links().accept(token, "Eve", NEW_PASSWORD, STRANGER));

        assertThat(results).hasAtLeastOneElementOfType(UseOperatorLinkResult.Done.class);
        assertThat(results).contains(new UseOperatorLinkResult.Unusable());
    }

    @Test
    void twentyAreInvitedAtOnceAndOfOneAddressOne() {
        List<Callable<InviteOperatorResult>> all = new ArrayList<>();
        IntStream.range(0, 20)
                .forEach(i -> all.add(
                        () -> accounts.invite(invitation("new" + i + "@example.org", SUPPORT), FULL, ines.actor())));
        all.add(() -> accounts.invite(invitation("NEW0@example.org", SUPPORT), FULL, ines.actor()));

        List<InviteOperatorResult> results = AtOnce.run(all);

        assertThat(results)
                .filteredOn(InviteOperatorResult.Invited.class::isInstance)
                .hasSize(20);
        assertThat(results).containsOnlyOnce(new InviteOperatorResult.EmailTaken());
        assertThat(tables.count("ud_operator_token")).isEqualTo(20);
    }

    @Test
    void anInvitationEndsByTimeByANewOneAndByTakingItBack() {
        var invited = invited("tom@example.org", SUPPORT);
        String id = invited.account().id();
        clock.advance(Duration.ofHours(24));
        assertThat(operators.links().holder(token(invited))).isEmpty();

        String second = token(operators.links().issueInvitation(id, FULL, ines.actor()));
        String third = token(operators.links().issueInvitation(id, FULL, ines.actor()));

        assertThat(operators.links().accept(second, "Tom", PASSWORD, STRANGER))
                .isEqualTo(new UseOperatorLinkResult.Unusable());
        assertThat(operators.links().reset(third, PASSWORD, STRANGER)).isEqualTo(new UseOperatorLinkResult.Unusable());
        assertThat(operators.links().issueReset(id, FULL, ines.actor()))
                .isEqualTo(new OperatorLinkResult.WrongStatus(OperatorStatus.INVITED));
        assertThat(accounts.disable(id, FULL, ines.actor()))
                .isEqualTo(new ChangeOperatorResult.WrongStatus(OperatorStatus.INVITED));

        accounts.delete(id, FULL, ines.actor());

        assertThat(operators.links().accept(third, "Tom", PASSWORD, STRANGER))
                .isEqualTo(new UseOperatorLinkResult.Unusable());
        assertThat(accounts.find(id, Scope.all())).isEmpty();
    }

    @Test
    void aRefusedInputNamesItsFieldsAndLeavesTheLinkGood() {
        assertThat(refusals(accounts.invite(
                        invitation("tom", new Access(Preset.SUPPORT, Scope.of(new TenantId("gone")))),
                        FULL,
                        ines.actor())))
                .containsExactly("email-invalid");
        assertThat(refusals(accounts.invite(
                        invitation(
                                "tom@example.org",
                                new Access(Preset.of("p1", "Auditor", Set.of()), Scope.of(new TenantId("gone")))),
                        FULL,
                        ines.actor())))
                .containsExactly("preset-unknown", "tenant-unknown");
        String token = token(invited("tom@example.org", SUPPORT));

        var refused = operators.links().accept(token, "A\u200Bda", "short", STRANGER);

        assertThat(((UseOperatorLinkResult.Refused) refused).errors())
                .extracting(FieldError::field)
                .containsExactly("name", "password");
        assertThat(operators.links().accept(token, "Tom", PASSWORD, STRANGER))
                .isInstanceOf(UseOperatorLinkResult.Done.class);
    }

    @Test
    void theDatabaseHoldsNoLink() {
        String token = token(invited("tom@example.org", SUPPORT));

        for (String table : List.of("ud_operator", "ud_operator_token", "ud_audit_event", "ud_audit_event_change")) {
            assertThat(tables.dump(table)).doesNotContain(token);
        }
    }

    @Test
    void anotherPresetAndOtherTenantsCountAtTheNextRequest() {
        Operator tom = operator("tom@example.org", SUPPORT);
        String token = signIn("tom@example.org", PASSWORD).token();

        var changed = accounts.changeAccess(tom.id(), OWNER_OF_ACME, FULL, ines.actor());

        assertThat(changed).isInstanceOf(ChangeOperatorResult.Changed.class);
        Operator now = operators.verify(token).orElseThrow().operator();
        assertThat(now.access()).isEqualTo(OWNER_OF_ACME);
        assertThat(operators.find(tom.id())).contains(now);
        assertThat(events(OPERATOR_ACCESS_CHANGED).get(0).changes())
                .containsExactlyInAnyOrder(
                        new Change("operator", null, "Tom"),
                        new Change("preset", "support", "owner"),
                        new Change("tenants", "*", "acme"));
        accounts.changeAccess(tom.id(), OWNER_OF_ACME, FULL, ines.actor());
        assertThat(events(OPERATOR_ACCESS_CHANGED)).hasSize(1);
    }

    @Test
    void whoseTenantsAreAllGoneIsKeptOut() {
        Operator tom = operator("tom@example.org", OWNER_OF_ACME);
        String token = signIn("tom@example.org", PASSWORD).token();

        userdeck.tenants().delete(ACME, null, 1, Actor.system());

        assertThat(operators.verify(token)).isEmpty();
        assertThat(operators.signIn("tom@example.org", PASSWORD, STRANGER))
                .isEqualTo(new OperatorSignInResult.Refused());
        assertThat(account(tom.id()).scope()).isNull();
        assertThat(accounts.find(tom.id(), Scope.of(SHOP))).isEmpty();
        accounts.changeAccess(tom.id(), SUPPORT, FULL, ines.actor());
        assertThat(operators.verify(token)).isPresent();
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndComesBackWithTheOldPassword() {
        Operator tom = operator("tom@example.org", SUPPORT);
        String token = signIn("tom@example.org", PASSWORD).token();
        String link = token(operators.links().issueReset(tom.id(), FULL, ines.actor()));

        accounts.disable(tom.id(), FULL, ines.actor());

        assertThat(operators.verify(token)).isEmpty();
        assertThat(operators.links().reset(link, NEW_PASSWORD, STRANGER))
                .isEqualTo(new UseOperatorLinkResult.Unusable());
        assertThat(operators.issueResetLink(tom.id(), Actor.system())).isEmpty();
        assertThat(operators.links().issueReset(tom.id(), FULL, ines.actor()))
                .isEqualTo(new OperatorLinkResult.WrongStatus(OperatorStatus.DISABLED));
        assertThat(operators.signIn("tom@example.org", PASSWORD, STRANGER))
                .isEqualTo(new OperatorSignInResult.Refused());
        assertThat(events(OPERATOR_DISABLED)).hasSize(1);

        accounts.enable(tom.id(), FULL, ines.actor());

        assertThat(operators.verify(token)).isEmpty();
        signIn("tom@example.org", PASSWORD);
    }

    @Test
    void whoIsDeletedIsGoneWithAllThatIsTheirs() {
        Operator tom = operator("tom@example.org", OWNER_OF_ACME);
        signIn("tom@example.org", PASSWORD);

        accounts.delete(tom.id(), FULL, ines.actor());

        assertThat(accounts.delete(tom.id(), FULL, ines.actor())).isEqualTo(new ChangeOperatorResult.Unknown());
        assertThat(tables.count("ud_operator_session")).isEqualTo(1);
        assertThat(tables.count("ud_operator_tenant")).isZero();
        assertThat(events(OPERATOR_DELETED).get(0).changes()).contains(new Change("operator", null, "Tom"));
        invited("tom@example.org", SUPPORT);
    }

    @Test
    void theLastOwnerStays() {
        var lower = new Access(Preset.ADMIN, Scope.all());
        operator("tom@example.org", OWNER_OF_ACME);
        invited("eve@example.org", FULL);
        var last = new ChangeOperatorResult.LastOwner();
        assertThat(account(ines.id()).isLastOwner()).isTrue();

        assertThat(accounts.changeAccess(ines.id(), lower, FULL, ines.actor())).isEqualTo(last);
        assertThat(accounts.changeAccess(ines.id(), OWNER_OF_ACME, FULL, ines.actor()))
                .isEqualTo(last);
        assertThat(accounts.disable(ines.id(), FULL, ines.actor())).isEqualTo(last);
        assertThat(accounts.delete(ines.id(), FULL, ines.actor())).isEqualTo(last);

        Operator mats = operator("mats@example.org", FULL);
        assertThat(account(ines.id()).isLastOwner()).isFalse();
        assertThat(accounts.delete(ines.id(), FULL, mats.actor())).isInstanceOf(ChangeOperatorResult.Changed.class);
        assertThat(account(mats.id()).isLastOwner()).isTrue();
    }

    @Test
    void ofTwoOwnersWhoRemoveEachOtherAtOnceOneStays() {
        for (int round = 0; round < 3; round++) {
            Operator mats = operator("mats" + round + "@example.org", FULL);
            var lower = new Access(Preset.ADMIN, Scope.all());

            List<ChangeOperatorResult> results = AtOnce.run(
                    () -> accounts.changeAccess(mats.id(), lower, FULL, ines.actor()),
                    () -> accounts.disable(ines.id(), FULL, mats.actor()));

            assertThat(results).containsOnlyOnce(new ChangeOperatorResult.LastOwner());
            accounts.enable(ines.id(), FULL, Actor.system());
            accounts.delete(mats.id(), FULL, Actor.system());
        }
    }

    @Test
    void nobodyGivesOrChangesWhatTheyLack() {
        var beyond = new ChangeOperatorResult.OutOfReach();
        Operator tom = operator("tom@example.org", SUPPORT);
        var admin = new Access(Preset.ADMIN, Scope.all());

        assertThat(accounts.invite(invitation("eve@example.org", FULL), admin, ines.actor()))
                .isEqualTo(new InviteOperatorResult.OutOfReach());
        assertThat(accounts.changeAccess(tom.id(), FULL, admin, ines.actor())).isEqualTo(beyond);
        assertThat(accounts.changeAccess(tom.id(), admin, admin, ines.actor()))
                .isInstanceOf(ChangeOperatorResult.Changed.class);
        assertThat(accounts.disable(ines.id(), admin, tom.actor())).isEqualTo(beyond);
        assertThat(accounts.delete(ines.id(), admin, tom.actor())).isEqualTo(beyond);
        assertThat(operators.links().issueReset(ines.id(), admin, tom.actor()))
                .isEqualTo(new OperatorLinkResult.OutOfReach());
        assertThat(operators.sessions().endAll(ines.id(), null, admin, tom.actor()))
                .isEqualTo(new EndOperatorSessionsResult.OutOfReach());
        assertThat(accounts.mayChange(account(ines.id()), admin)).isFalse();
        assertThat(accounts.mayGive(SUPPORT, admin)).isTrue();
        assertThat(accounts.mayGive(SUPPORT, OWNER_OF_ACME)).isFalse();
    }

    @Test
    void whoOwnsSomeTenantsSeesAndChangesOperatorsOfTheseAlone() {
        var scope = OWNER_OF_ACME.scope();
        Operator tom = operator("tom@example.org", OWNER_OF_ACME);
        Operator both = operator("both@example.org", new Access(Preset.VIEWER, Scope.of(Set.of(ACME, SHOP))));
        Operator other = operator("other@example.org", new Access(Preset.VIEWER, Scope.of(SHOP)));

        assertThat(accounts.list(OperatorQuery.of(scope)).items())
                .extracting(OperatorAccount::id)
                .containsExactly(tom.id());
        for (Operator out : List.of(ines, both, other)) {
            assertThat(accounts.find(out.id(), scope)).isEmpty();
            assertThat(accounts.delete(out.id(), OWNER_OF_ACME, tom.actor()))
                    .isEqualTo(new ChangeOperatorResult.Unknown());
            assertThat(operators.sessions().endAll(out.id(), null, OWNER_OF_ACME, tom.actor()))
                    .isEqualTo(new EndOperatorSessionsResult.Unknown());
            assertThat(operators.links().issueReset(out.id(), OWNER_OF_ACME, tom.actor()))
                    .isEqualTo(new OperatorLinkResult.Unknown());
        }
        var viewer = new Access(Preset.VIEWER, scope);
        assertThat(accounts.invite(invitation("new@example.org", viewer), OWNER_OF_ACME, tom.actor()))
                .isInstanceOf(InviteOperatorResult.Invited.class);
        var wide = new Access(Preset.VIEWER, Scope.of(Set.of(ACME, SHOP)));
        assertThat(accounts.invite(invitation("wide@example.org", wide), OWNER_OF_ACME, tom.actor()))
                .isEqualTo(new InviteOperatorResult.OutOfReach());
    }

    @Test
    void theListIsByNameInPagesAndSearched() {
        IntStream.range(0, 5).forEach(i -> invited("new" + i + "_50%@example.org", SUPPORT));
        operator("zoe@example.org", SUPPORT);

        Page<OperatorAccount> first =
                accounts.list(OperatorQuery.of(Scope.all()).size(4));
        Page<OperatorAccount> second =
                accounts.list(OperatorQuery.of(Scope.all()).size(4).cursor(first.nextCursor()));

        assertThat(first.items())
                .extracting(OperatorAccount::displayName)
                .containsExactly("Ines", "new0_50%@example.org", "new1_50%@example.org", "new2_50%@example.org");
        assertThat(second.items())
                .hasSize(3)
                .last()
                .extracting(OperatorAccount::name)
                .isEqualTo("Zoe");
        assertThat(second.nextCursor()).isNull();
        assertThat(accounts.list(OperatorQuery.of(Scope.all()).size(4).cursor(second.previousCursor())))
                .extracting(Page::items)
                .isEqualTo(first.items());
        assertThat(found("ZO")).containsExactly("Zoe");
        assertThat(found("zoe@exa")).containsExactly("Zoe");
        assertThat(found("0%")).hasSize(5);
        assertThat(found("w1_5")).hasSize(1);
        assertThat(found("w1x5")).isEmpty();
        OperatorQuery all = OperatorQuery.of(Scope.all());
        assertThat(accounts.count(all.size(4))).isEqualTo(7);
        assertThat(accounts.count(all.search("zo"))).isEqualTo(1);
        assertThat(names(all.status(OperatorStatus.ACTIVE))).containsExactly("Ines", "Zoe");
        assertThat(names(all.preset("owner"))).containsExactly("Ines");
        assertThat(accounts.count(all.preset("support").status(OperatorStatus.INVITED)))
                .isEqualTo(5);
        assertThatThrownBy(() -> accounts.list(all.preset("support").cursor(first.nextCursor())))
                .isInstanceOf(InvalidCursorException.class);
        assertThat(accounts.findByEmail(" ZOE@example.org ")).isPresent();
        assertThat(statements(() -> accounts.list(OperatorQuery.of(Scope.all()))))
                .isEqualTo(2);
    }

    private List<String> names(OperatorQuery query) {
        return accounts.list(query).items().stream()
                .map(OperatorAccount::displayName)
                .toList();
    }

    @Test
    void aResetLinkGivesANewPasswordAndEndsSessions() {
        String session = signIn("ines@example.org", PASSWORD).token();
        for (int i = 0; i < 6; i++) {
            operators.signIn("ines@example.org", "wrong", STRANGER);
        }
        OperatorLink.HandOver issued =
                operators.issueResetLink(ines.id(), Actor.system()).orElseThrow();
        String link = token(issued.link());
        assertThat(issued.toString()).doesNotContain(link);
        assertThat(operators.links().accept(link, "Ines", NEW_PASSWORD, STRANGER))
                .isEqualTo(new UseOperatorLinkResult.Unusable());

        List<UseOperatorLinkResult> results = AtOnce.run(
                () -> operators.links().reset(link, NEW_PASSWORD, STRANGER),
                () -> operators.links().reset(link, NEW_PASSWORD, STRANGER));

        assertThat(results).contains(new UseOperatorLinkResult.Unusable());
        assertThat(results).hasAtLeastOneElementOfType(UseOperatorLinkResult.Done.class);
        assertThat(operators.verify(session)).isEmpty();
        signIn("ines@example.org", NEW_PASSWORD);
        assertThat(events(OPERATOR_RESET_LINK_MADE).get(0).actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
        assertThat(events(OPERATOR_PASSWORD_RESET)).hasSize(1);
    }

    @Test
    void aResetLinkIsGoodForAnHour() {
        String link = token(operators.links().issueReset(ines.id(), FULL, ines.actor()));

        clock.advance(Duration.ofHours(1));

        assertThat(operators.links().holder(link)).isEmpty();
        userdeck.runMaintenance();
        assertThat(tables.count("ud_operator_token")).isZero();
    }

    @Test
    void aPasswordCountsForFiveMinutesInItsSession() {
        String here = signIn("ines@example.org", PASSWORD).token();
        String elsewhere = signIn("ines@example.org", PASSWORD).token();
        OperatorSession session = operators.verify(here).orElseThrow();
        assertThat(operators.isFresh(session.provedAt())).isTrue();

        clock.advance(Operators.FRESH_PROOF);

        assertThat(operators.isFresh(session.provedAt())).isFalse();
        assertThat(operators.reauthenticate(session, "wrong", null, ines.actor()))
                .isEqualTo(new ReauthenticationResult.WrongPassword());
        assertThat(provedNow(here)).isFalse();
        assertThat(operators.reauthenticate(session, PASSWORD, null, ines.actor()))
                .isEqualTo(new ReauthenticationResult.Reauthenticated());
        assertThat(provedNow(here)).isTrue();
        assertThat(provedNow(elsewhere)).isFalse();
        assertThat(operators.isFresh(clock.instant().plus(Operators.FRESH_PROOF)))
                .isFalse();

        operators.signOut(here, ines.actor());
        assertThat(operators.reauthenticate(session, PASSWORD, null, ines.actor()))
                .isEqualTo(new ReauthenticationResult.SessionEnded());
    }

    private boolean provedNow(String token) {
        return operators.isFresh(operators.verify(token).orElseThrow().provedAt());
    }

    @Test
    void sessionsAreListedAndEnded() {
        IssuedOperatorSession desk = signIn("ines@example.org", PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        IssuedOperatorSession phone = signIn("ines@example.org", PASSWORD);
        OperatorSession here = operators.verify(phone.token()).orElseThrow();
        List<OperatorSession> all = operators.sessions().list(ines.id());

        assertThat(all).hasSize(3).first().isEqualTo(here);
        assertThat(here.ip()).isEqualTo("203.0.113.7");
        assertThat(here.userAgent()).isEqualTo("Firefox");

        String deskId = operators.verify(desk.token()).orElseThrow().id();
        assertThat(operators.sessions().end(ines.id(), deskId, FULL, ines.actor()))
                .isEqualTo(new EndOperatorSessionsResult.Ended(1));
        assertThat(operators.sessions().end(ines.id(), deskId, FULL, ines.actor()))
                .isEqualTo(new EndOperatorSessionsResult.Ended(0));
        assertThat(operators.verify(desk.token())).isEmpty();
        assertThat(operators.sessions().endAll(ines.id(), here.id(), FULL, ines.actor()))
                .isEqualTo(new EndOperatorSessionsResult.Ended(1));
        assertThat(operators.verify(phone.token())).isPresent();
        assertThat(events(OPERATOR_ALL_SESSIONS_ENDED)).hasSize(1);
    }

    @Test
    void aSessionOfSomeoneElseIsNotEndedByItsId() {
        Operator tom = operator("tom@example.org", SUPPORT);
        String token = signIn("ines@example.org", PASSWORD).token();
        String id = operators.verify(token).orElseThrow().id();

        assertThat(operators.sessions().end(tom.id(), id, tom.access(), tom.actor()))
                .isEqualTo(new EndOperatorSessionsResult.Ended(0));

        assertThat(operators.verify(token)).isPresent();
    }

    @Test
    void anOwnPasswordIsChangedByWhoKnowsIt() {
        OperatorSession here =
                operators.verify(signIn("ines@example.org", PASSWORD).token()).orElseThrow();
        Actor actor = ines.actor().ip("203.0.113.7");

        assertThat(operators.changePassword(here, "wrong", NEW_PASSWORD, actor))
                .isEqualTo(new ChangePasswordResult.WrongPassword());
        assertThat(operators.changePassword(here, PASSWORD, "short", actor))
                .isInstanceOf(ChangePasswordResult.Refused.class);
        assertThat(operators.changePassword(here, PASSWORD, PASSWORD, actor))
                .isInstanceOf(ChangePasswordResult.Refused.class);
        assertThat(operators.changePassword(here, PASSWORD, NEW_PASSWORD, actor))
                .isEqualTo(new ChangePasswordResult.Changed(1));

        assertThat(operators.sessions().list(ines.id()))
                .extracting(OperatorSession::id)
                .containsExactly(here.id());
        signIn("ines@example.org", NEW_PASSWORD);
    }

    @Test
    void anOwnNameIsChanged() {
        assertThat(accounts.rename(ines.id(), " ", ines.actor())).isInstanceOf(ChangeOperatorResult.Refused.class);

        accounts.rename(ines.id(), " Zora ", ines.actor());

        assertThat(operators.find(ines.id()).orElseThrow().name()).isEqualTo("Zora");
        assertThat(found("zor")).containsExactly("Zora");
    }

    @Test
    void languageAndTimeZoneAreChosen() {
        var german = new OperatorPreferences(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
        assertThat(operators.find(ines.id()).orElseThrow().preferences()).isEqualTo(OperatorPreferences.NONE);

        accounts.changePreferences(ines.id(), german, ines.actor());
        accounts.changePreferences(ines.id(), german, ines.actor());

        assertThat(operators.find(ines.id()).orElseThrow().preferences()).isEqualTo(german);
        assertThat(account(ines.id()).preferences()).isEqualTo(german);
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).action(OPERATOR_PREFERENCES_CHANGED))
                        .items())
                .singleElement()
                .satisfies(event -> assertThat(event.changes())
                        .containsExactly(
                                new Change("language", null, "de"), new Change("timeZone", null, "Europe/Berlin")));
        accounts.changePreferences(ines.id(), OperatorPreferences.NONE, ines.actor());
        assertThat(account(ines.id()).preferences()).isEqualTo(OperatorPreferences.NONE);
    }

    @Test
    void mailsToOperatorsAreInTheirLanguageAndByTheirClock() {
        var mailbox = new Mailbox();
        Userdeck mailing =
                start(builder().emailSender(mailbox).dashboardAddress(URI.create("https://rail.example/a/")));
        var german = new OperatorPreferences(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
        Actor client = STRANGER.userAgent("Opera 1");

        signIn(mailing, PASSWORD, client.languages(List.of(Locale.FRENCH, Locale.GERMANY)));
        mailing.operators().accounts().changePreferences(ines.id(), german, ines.actor());
        signIn(mailing, PASSWORD, STRANGER.userAgent("Safari 1").languages(List.of(Locale.ENGLISH)));
        mailing.operators().links().issueReset(ines.id(), FULL, Actor.system().languages(List.of(Locale.ENGLISH)));
        mailing.operators().accounts().invite(invitation("tom@example.org", SUPPORT), FULL, ines.actor());
        mailing.runMaintenance();

        assertThat(mailbox.mails())
                .extracting(EmailMessage::subject)
                .containsExactly(
                        "Neue Anmeldung: Userdeck",
                        "Neue Anmeldung: Userdeck",
                        "Neues Passwort für Userdeck wählen",
                        "You are invited to Userdeck");
        assertThat(mailbox.mails().get(0).text()).contains(" UTC, von der Adresse 203.0.113.7");
        assertThat(mailbox.mails().get(1).text())
                .contains(DateTimeFormatter.ofPattern("d. MMMM yyyy 'um' HH:mm", Locale.GERMAN)
                        .format(clock.instant().atZone(ZoneId.of("Europe/Berlin"))))
                .doesNotContain("UTC");
        assertThat(mailbox.mails().get(2).text()).contains("Gültigkeit des Links: 1 Stunde");
    }

    @Test
    void noLanguageAndNoTimeZoneAreRefused() {
        var none = new OperatorPreferences(Locale.ROOT, ZoneId.of("+01:00"));

        var result = accounts.changePreferences(ines.id(), none, ines.actor());

        assertThat(((ChangeOperatorResult.Refused) result).errors())
                .extracting(FieldError::field)
                .containsExactly("language", "timeZone");
        assertThat(accounts.changePreferences("none", OperatorPreferences.NONE, ines.actor()))
                .isInstanceOf(ChangeOperatorResult.Unknown.class);
    }

    private List<String> found(String search) {
        return accounts.list(OperatorQuery.of(Scope.all()).search(search)).items().stream()
                .map(OperatorAccount::displayName)
                .toList();
    }

    private static NewInvitation invitation(String email, Access access) {
        return new NewInvitation(email, access);
    }

    private InviteOperatorResult.Invited invited(String email, Access access) {
        return (InviteOperatorResult.Invited) accounts.invite(invitation(email, access), FULL, ines.actor());
    }

    /** Invited and accepted, with what is before the @ as the name. */
    private Operator operator(String email, Access access) {
        String first = email.substring(0, email.indexOf('@'));
        String name = Character.toUpperCase(first.charAt(0)) + first.substring(1);
        var done = operators.links().accept(token(invited(email, access)), name, PASSWORD, STRANGER);
        return operators
                .find(((UseOperatorLinkResult.Done) done).account().id())
                .orElseThrow();
    }

    private OperatorAccount account(String id) {
        return accounts.find(id, Scope.all()).orElseThrow();
    }

    private IssuedOperatorSession signIn(String email, String password) {
        if (operators.signIn(email, password, STRANGER) instanceof OperatorSignInResult.SignedIn signedIn) {
            return signedIn.session();
        }
        throw new AssertionError("Could not sign in as " + email);
    }

    private static List<String> refusals(InviteOperatorResult result) {
        return ((InviteOperatorResult.Refused) result)
                .errors().stream().map(FieldError::code).toList();
    }

    private static String token(InviteOperatorResult.Invited invited) {
        return token(((OperatorLink.HandOver) invited.link()).link());
    }

    private static String token(OperatorLinkResult result) {
        return token(((OperatorLink.HandOver) ((OperatorLinkResult.Issued) result).link()).link());
    }

    private static String token(String link) {
        return link.substring(link.indexOf('#') + 1);
    }
}
