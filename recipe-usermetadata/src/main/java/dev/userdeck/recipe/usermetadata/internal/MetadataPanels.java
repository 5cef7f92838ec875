package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.MetadataPermissions.METADATA_READ;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.JsonData;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.usermetadata.MetadataLimits;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import java.util.List;

/** The recipe's panel. */
public final class MetadataPanels {
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
        return DashboardContribution.builder()
                .routes(replace)
                .section(UserSection.of(
                        "metadata", Text.of("usermetadata.title", "Metadata"), "braces", METADATA_READ, json))
                .deletionFacts(this::deletionFacts)
                .build();
    }

    private JsonData sectionData(SectionRequest request) {
        return metadata.get(request.user().id())
                .map(kept -> new JsonData(kept.json(), kept.version()))
                .orElseGet(() -> new JsonData(null, 0));
    }

    private List<Fact> deletionFacts(SectionRequest request) {
        return metadata.get(request.user().id()).isEmpty()
                ? List.of()
                : List.of(Fact.of(1, "usermetadata.fact.metadata", "metadata document", "metadata documents"));
    }
}
