package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.OPERATORS_READ;
import static dev.userdeck.operator.Permission.OPERATORS_WRITE;

import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.PresetDocument;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.DeletePresetResult;
import dev.userdeck.operator.NewPreset;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.OwnPreset;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SavePresetResult;
import dev.userdeck.tenant.Scope;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators can hold, over HTTP. Presets count in all tenants, so only operators of all of them change any. */
final class OperatorPresetsApi {
    private static final Parameter<String> PRESET = Parameter.path("presetId");

    private final Operators operators;

    /** What a preset of one's own is to be called, and hold. */
    public record PresetBody(
            @Nullable String name, @Nullable List<String> permissions) {

        /** Copies the list, which has no null in it. */
        public PresetBody {
            permissions = permissions == null ? null : List.copyOf(permissions);
        }
    }

    /** All presets, the built-in ones first, and all permissions that there are. */
    public record OperatorPresets(List<PresetRow> presets, List<String> permissions) {}

    /**
     * A preset; without a version if it is built in. {@code holders} is absent for operators of some tenants. {@code mayGive} tells
     * whether who asks may give it to others, and {@code mayChange} whether they may change it.
     */
    public record PresetRow(
            PresetDocument preset,
            List<String> permissions,
            @Nullable Long version,
            @Nullable Long holders,
            boolean mayGive,
            boolean mayChange) {}

    OperatorPresetsApi(Operators operators) {
        this.operators = operators;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/operator-presets")
                        .summary("List presets, and the permissions that there are")
                        .permission(OPERATORS_READ)
                        .handlesScope()
                        .answers(200, OperatorPresets.class)
                        .handle(this::list),
                Route.get("/operator-presets/{presetId}")
                        .summary("Read a preset of one's own")
                        .permission(OPERATORS_READ)
                        .handlesScope()
                        .parameters(PRESET)
                        .answers(200, PresetRow.class)
                        .sendsETag()
                        .handle(this::read),
                Route.post("/operator-presets")
                        .summary("Create a preset of one's own")
                        .permission(OPERATORS_WRITE)
                        .needsFreshProof()
                        .body(PresetBody.class)
                        .example(new PresetBody("Auditor", List.of("audit:read", "users:read")))
                        .answers(201, PresetRow.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::create),
                Route.put("/operator-presets/{presetId}")
                        .summary("Change a preset of one's own")
                        .permission(OPERATORS_WRITE)
                        .needsFreshProof()
                        .parameters(PRESET)
                        .body(PresetBody.class)
                        .example(new PresetBody("Auditor", List.of("audit:read")))
                        .needsIfMatch()
                        .answers(200, PresetRow.class)
                        .sendsETag()
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.STALE)
                        .handle(this::change),
                Route.delete("/operator-presets/{presetId}")
                        .summary("Delete a preset that nobody holds")
                        .permission(OPERATORS_WRITE)
                        .needsFreshProof()
                        .parameters(PRESET)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::delete));
    }

    private Response list(Request<Void> request) {
        List<Permission> permissions = operators.presets().permissions();
        Access caller = request.operator().access();
        Stream<PresetRow> builtIn = Preset.builtIn().stream().map(preset -> builtIn(preset, permissions, caller));
        Stream<PresetRow> own = operators.presets().list().stream().map(preset -> own(preset, caller));
        return Response.ok(new OperatorPresets(
                Stream.concat(builtIn, own).toList(),
                permissions.stream().map(Permission::name).toList()));
    }

    private PresetRow builtIn(Preset preset, List<Permission> permissions, Access caller) {
        List<String> held =
                permissions.stream().filter(preset::holds).map(Permission::name).toList();
        return new PresetRow(PresetDocument.of(preset), held, null, null, mayGive(preset, caller), false);
    }

    private PresetRow own(OwnPreset own, Access caller) {
        Preset preset = own.preset();
        boolean everywhere = caller.scope().equals(Scope.all());
        boolean mayGive = mayGive(preset, caller);
        return new PresetRow(
                PresetDocument.of(preset),
                List.copyOf(new TreeSet<>(preset.permissions())),
                own.version(),
                everywhere ? own.holders() : null,
                mayGive,
                mayGive && everywhere);
    }

    private boolean mayGive(Preset preset, Access caller) {
        return operators.accounts().mayGive(new Access(preset, caller.scope()), caller);
    }

    private Response read(Request<Void> request) {
        OwnPreset own = operators.presets().find(request.require(PRESET)).orElseThrow(OperatorPresetsApi::unknown);
        return versioned(own, request);
    }

    private Response versioned(OwnPreset own, Request<?> request) {
        return Response.ok(own(own, request.operator().access())).etag(own.version());
    }

    private Response create(Request<PresetBody> request) {
        var result =
                operators.presets().create(asked(request), request.operator().access(), request.actor());
        return Response.created(own(saved(result), request.operator().access()));
    }

    private Response change(Request<PresetBody> request) {
        OptionalLong version = request.ifMatchVersion();
        if (version.isEmpty()) {
            throw Problem.of(ProblemType.STALE).exception();
        }
        var result = operators
                .presets()
                .change(
                        request.require(PRESET),
                        version.getAsLong(),
                        asked(request),
                        request.operator().access(),
                        request.actor());
        return versioned(saved(result), request);
    }

    private static NewPreset asked(Request<PresetBody> request) {
        PresetBody body = request.body();
        return new NewPreset(
                body.name() == null ? "" : body.name(),
                body.permissions() == null ? Set.of() : Set.copyOf(body.permissions()));
    }

    private static OwnPreset saved(SavePresetResult result) {
        if (result instanceof SavePresetResult.Saved saved) {
            return saved.preset();
        }
        if (result instanceof SavePresetResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof SavePresetResult.NameTaken) {
            String words = "There is a preset with this name, or with one that looks the same.";
            throw new ProblemException(new Problem(
                    ProblemType.CONFLICT, words, List.of(new FieldError("name", "preset-taken", words)), Map.of()));
        }
        if (result instanceof SavePresetResult.Stale) {
            throw Problem.of(ProblemType.STALE)
                    .detail("Someone has changed this preset since you read it.")
                    .exception();
        }
        throw result instanceof SavePresetResult.Unknown ? unknown() : OperatorRefusals.outOfReach();
    }

    private Response delete(Request<Void> request) {
        var result = operators
                .presets()
                .delete(request.require(PRESET), request.operator().access(), request.actor());
        if (result instanceof DeletePresetResult.Held held) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail("Operators hold it: " + held.holders() + ". Give them another preset first.")
                    .with("reason", "preset-held")
                    .with("holders", held.holders())
                    .exception();
        }
        if (result instanceof DeletePresetResult.Unknown) {
            throw unknown();
        }
        if (result instanceof DeletePresetResult.OutOfReach) {
            throw OperatorRefusals.outOfReach();
        }
        return Response.noContent();
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("There is no such preset.")
                .exception();
    }
}
