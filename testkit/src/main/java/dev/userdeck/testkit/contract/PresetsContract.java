package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.OPERATOR_PRESET_CHANGED;
import static dev.userdeck.audit.AuditActions.OPERATOR_PRESET_CREATED;
import static dev.userdeck.audit.AuditActions.OPERATOR_PRESET_DELETED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.ChangeOperatorResult;
import dev.userdeck.operator.DeletePresetResult;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.NewPreset;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorAccounts;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.OperatorQuery;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.OwnPreset;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.Presets;
import dev.userdeck.operator.SavePresetResult;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Presets} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class PresetsContract extends EngineContract {
    private static final Access FULL = Access.full();
    private static final NewPreset AUDITOR = new NewPreset("Auditor", Set.of("audit:read", "audit:export"));

    private Operators operators;
    private OperatorAccounts accounts;
    private Presets presets;
    private IssuedOperatorSession ines;
    private Actor actor;

    /** For subclasses. */
    protected PresetsContract() {}

    @BeforeEach
    void setUpTheFirst() {
        operators = userdeck.operators();
        accounts = operators.accounts();
        presets = operators.presets();
        String token = operators.issueSetUpToken().orElseThrow();
        var first = new NewOperator("ines@example.org", "Ines", PASSWORD);
        ines = ((SetUpResult.Done) operators.setUp(token, first, Actor.anonymous())).session();
        actor = ines.operator().actor();
    }

    @Test
    void oneIsMadeChangedAndDeleted() {
        OwnPreset made = saved(presets.create(new NewPreset(" Auditor ", AUDITOR.permissions()), FULL, actor));
        var wider = new NewPreset("Auditors", Set.of("audit:read", "users:read"));
        OwnPreset changed = saved(presets.change(made.preset().id(), made.version(), wider, FULL, actor));

        assertThat(made.preset().name()).isEqualTo("Auditor");
        assertThat(made.preset().permissions()).isEqualTo(AUDITOR.permissions());
        assertThat(made.holders()).isZero();
        assertThat(changed.version()).isEqualTo(made.version() + 1);
        assertThat(presets.list()).containsExactly(changed);
        assertThat(presets.find(changed.preset().id())).contains(changed);
        assertThat(saved(presets.change(changed.preset().id(), changed.version(), wider, FULL, actor)))
                .isEqualTo(changed);
        assertThat(presets.delete(changed.preset().id(), FULL, actor)).isEqualTo(new DeletePresetResult.Deleted());
        assertThat(presets.delete(changed.preset().id(), FULL, actor)).isEqualTo(new DeletePresetResult.Unknown());
        assertThat(presets.change(changed.preset().id(), 2, wider, FULL, actor))
                .isEqualTo(new SavePresetResult.Unknown());
        assertThat(changes(OPERATOR_PRESET_CREATED))
                .containsExactlyInAnyOrder(
                        new Change("name", null, "Auditor"),
                        new Change("permissions", null, "audit:export, audit:read"));
        assertThat(changes(OPERATOR_PRESET_CHANGED))
                .containsExactlyInAnyOrder(
                        new Change("name", "Auditor", "Auditors"),
                        new Change("permissions", "audit:export, audit:read", "audit:read, users:read"));
        assertThat(changes(OPERATOR_PRESET_DELETED)).contains(new Change("name", "Auditors", null));
    }

    @Test
    void whoReadItBeforeAnotherChangedItIsTold() {
        OwnPreset made = saved(presets.create(AUDITOR, FULL, actor));
        String id = made.preset().id();
        OwnPreset now =
                saved(presets.change(id, made.version(), new NewPreset("Reviewer", Set.of("users:read")), FULL, actor));

        var late = presets.change(id, made.version(), new NewPreset("Late", Set.of("users:read")), FULL, actor);

        assertThat(late).isEqualTo(new SavePresetResult.Stale(now));
        assertThat(presets.list()).containsExactly(now);
    }

    @Test
    void ofTwoWhoTakeOneNameAtOnceOneHasIt() {
        List<SavePresetResult> results = AtOnce.run(
                () -> presets.create(AUDITOR, FULL, actor),
                () -> presets.create(new NewPreset("AUDITOR", Set.of("users:read")), FULL, actor));

        assertThat(results).containsOnlyOnce(new SavePresetResult.NameTaken());
        assertThat(presets.list()).hasSize(1);
    }

    @Test
    void noNamePassesForAnother() {
        saved(presets.create(AUDITOR, FULL, actor));
        for (String name : List.of("auditor", "Auditor ", "OWNER", "Ｏｗｎｅｒ", "viewer")) {
            assertThat(presets.create(new NewPreset(name, Set.of("users:read")), FULL, actor))
                    .as(name)
                    .isEqualTo(new SavePresetResult.NameTaken());
        }
        assertThat(codes("", Set.of("users:read"))).containsExactly("name-missing");
        assertThat(codes("x".repeat(81), Set.of("users:read"))).containsExactly("name-too-long");
        assertThat(codes("A\u200Bda", Set.of())).containsExactly("name-invalid", "permissions-missing");
        assertThat(codes("Auditеur", Set.of("users:read"))).containsExactly("name-invalid");
    }

    @Test
    void itHoldsNothingThatNobodyDeclares() {
        assertThat(presets.permissions())
                .containsAll(Permission.core())
                .extracting(Permission::name)
                .isSorted();
        assertThat(codes("Ghost", Set.of("users:read", "ghosts:read"))).containsExactly("permission-unknown");
        assertThat(codes("Ghost", Set.of("x".repeat(300)))).containsExactly("permission-unknown");
    }

    @Test
    void aChangeCountsAtTheNextRequestOfWhoHoldsIt() {
        OwnPreset made = saved(presets.create(AUDITOR, FULL, actor));
        Preset preset = made.preset();
        giveToTom(preset);
        String token = signInTom();

        Operator before = operators.verify(token).orElseThrow().operator();
        saved(presets.change(preset.id(), made.version(), new NewPreset("Auditor", Set.of("users:read")), FULL, actor));
        Operator after = operators.verify(token).orElseThrow().operator();

        assertThat(before.may(Permission.AUDIT_EXPORT)).isTrue();
        assertThat(before.may(Permission.USERS_READ)).isFalse();
        assertThat(before.may(Permission.DASHBOARD_ENTER)).isTrue();
        assertThat(after.may(Permission.AUDIT_EXPORT)).isFalse();
        assertThat(after.may(Permission.USERS_READ)).isTrue();
        assertThat(accounts.list(OperatorQuery.of(Scope.all()).preset(preset.id()))
                        .items())
                .hasSize(1);
    }

    @Test
    void whatIsHeldStays() {
        OwnPreset made = saved(presets.create(AUDITOR, FULL, actor));
        String tom = giveToTom(made.preset());

        assertThat(presets.find(made.preset().id()).orElseThrow().holders()).isEqualTo(1);
        assertThat(presets.delete(made.preset().id(), FULL, actor)).isEqualTo(new DeletePresetResult.Held(1));
        accounts.changeAccess(tom, new Access(Preset.VIEWER, Scope.all()), FULL, actor);
        assertThat(presets.delete(made.preset().id(), FULL, actor)).isEqualTo(new DeletePresetResult.Deleted());
    }

    @Test
    void nobodyMakesOrChangesWhatTheyLack() {
        var support = new Access(Preset.SUPPORT, Scope.all());
        var ownerOfOne = new Access(Preset.OWNER, Scope.of(new TenantId("acme")));
        var beyond = new SavePresetResult.OutOfReach();
        var small = new NewPreset("Small", Set.of("users:read"));
        OwnPreset auditor = saved(presets.create(AUDITOR, FULL, actor));
        String id = auditor.preset().id();

        assertThat(presets.create(new NewPreset("Big", Set.of("users:delete")), support, actor))
                .isEqualTo(beyond);
        assertThat(presets.create(small, ownerOfOne, actor)).isEqualTo(beyond);
        assertThat(presets.change(id, 1, small, support, actor)).isEqualTo(beyond);
        assertThat(presets.change(id, 1, small, ownerOfOne, actor)).isEqualTo(beyond);
        assertThat(presets.delete(id, support, actor)).isEqualTo(new DeletePresetResult.OutOfReach());
        OwnPreset made = saved(presets.create(small, support, actor));
        var bigger = new NewPreset("Small", Set.of("users:read", "operators:write"));
        assertThat(presets.change(made.preset().id(), made.version(), bigger, support, actor))
                .isEqualTo(beyond);
        var holder = new Access(auditor.preset(), Scope.all());
        assertThat(presets.create(new NewPreset("Half", Set.of("audit:read")), holder, actor))
                .isInstanceOf(SavePresetResult.Saved.class);
        assertThat(presets.create(new NewPreset("More", Set.of("users:read")), holder, actor))
                .isEqualTo(beyond);
        assertThat(presets.list()).hasSize(3);
    }

    @Test
    void allPermissionsMakeNoOwner() {
        Set<String> all =
                Set.copyOf(presets.permissions().stream().map(Permission::name).toList());
        Preset everything = saved(presets.create(new NewPreset("Everything", all), FULL, actor))
                .preset();

        assertThat(accounts.changeAccess(ines.operator().id(), new Access(everything, Scope.all()), FULL, actor))
                .isEqualTo(new ChangeOperatorResult.LastOwner());
    }

    private String giveToTom(Preset preset) {
        var invitation = new NewInvitation("tom@example.org", new Access(preset, Scope.all()));
        var invited = (InviteOperatorResult.Invited) accounts.invite(invitation, FULL, actor);
        String link = ((OperatorLink.HandOver) invited.link()).link();
        operators.links().accept(link.substring(link.indexOf('#') + 1), "Tom", PASSWORD, Actor.anonymous());
        return invited.account().id();
    }

    private String signInTom() {
        var result = operators.signIn("tom@example.org", PASSWORD, Actor.anonymous());
        return ((OperatorSignInResult.SignedIn) result).session().token();
    }

    private List<String> codes(String name, Set<String> permissions) {
        SavePresetResult result = presets.create(new NewPreset(name, permissions), FULL, actor);
        return ((SavePresetResult.Refused) result)
                .errors().stream().map(FieldError::code).toList();
    }

    private static OwnPreset saved(SavePresetResult result) {
        return ((SavePresetResult.Saved) result).preset();
    }

    private List<Change> changes(String action) {
        return userdeck.audit()
                .list(AuditQuery.of(Scope.all()).action(action))
                .items()
                .get(0)
                .changes();
    }
}
