package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.MetadataPermissions.METADATA_READ;
import static dev.userdeck.recipe.usermetadata.MetadataPermissions.METADATA_WRITE;
import static java.util.Objects.requireNonNull;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.JsonData;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Refused;
import dev.userdeck.recipe.usermetadata.MetadataLimits;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import java.util.List;

/** The recipe's panel. */
public final class MetadataPanels {
    /** White space between its parts is typed, but not counted. */
    private static final int INDENTED = 2;

    private final UserMetadata metadata;
    private final MetadataLimits limits;

    /** A panel over {@code metadata}. */
    public MetadataPanels(UserMetadata metadata, MetadataLimits limits) {
        this.metadata = metadata;
        this.limits = limits;
    }

    /** It, with the route it uses. */
    public DashboardContribution contribution() {
        Route replace = new MetadataRoutes(metadata, limits).replace();
        var save = Action.of(Text.of("usermetadata.save", "Save metadata"), replace)
                .done(Text.of("usermetadata.saved", "Metadata saved"));
        var json = new Json(
                Text.of("usermetadata.empty", "No metadata."),
                save,
                MetadataRoutes.FIELD,
                limits.maxBytes(),
                this::sectionData);
        Field field = Field.optional(MetadataRoutes.FIELD, Field.Kind.JSON, Text.of("usermetadata.title", "Metadata"))
                .help(Text.of("usermetadata.help", "A JSON object, as in {\"language\": \"en-GB\"}"))
                .maxLength(INDENTED * limits.maxBytes());
        return DashboardContribution.builder()
                .routes(replace)
                .section(UserSection.of(
                        "metadata", Text.of("usermetadata.title", "Metadata"), "braces", METADATA_READ, json))
                .createFields(new CreateFields(
                        List.of(CreateField.of(field, METADATA_WRITE).folded()), this::create))
                .mergeHint(Text.of(
                        "usermetadata.merge",
                        "Who stays keeps their metadata, and gets what only the other one has, if it fits."))
                .deletionFacts(this::deletionFacts)
                .permission(METADATA_READ, "See metadata")
                .permission(METADATA_WRITE, "Change metadata")
                .auditTexts(MetadataEvents.texts())
                .build();
    }

    private JsonData sectionData(SectionRequest request) {
        return metadata.get(request.user().id())
                .map(kept -> new JsonData(kept.json(), kept.version()))
                .orElseGet(() -> new JsonData(null, 0));
    }

    private List<FieldError> create(Creation creation) {
        String json = requireNonNull(creation.text(MetadataRoutes.FIELD));
        return metadata.merge(creation.user().id(), json, creation.actor()) instanceof Refused refused
                ? List.of(new FieldError(
                        MetadataRoutes.FIELD,
                        refused.error().code(),
                        refused.error().message()))
                : List.of();
    }

    private List<Fact> deletionFacts(SectionRequest request) {
        return metadata.get(request.user().id()).isEmpty()
                ? List.of()
                : List.of(Fact.of(1, "usermetadata.fact.metadata", "metadata document", "metadata documents"));
    }
}
