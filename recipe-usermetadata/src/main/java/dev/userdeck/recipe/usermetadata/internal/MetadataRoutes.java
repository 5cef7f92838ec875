package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.MetadataPermissions.METADATA_WRITE;
import static java.util.Objects.requireNonNullElse;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Changed;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Refused;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Stale;
import dev.userdeck.recipe.usermetadata.MetadataError;
import dev.userdeck.recipe.usermetadata.MetadataLimits;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.usermetadata.http.MetadataText;
import java.util.List;

/** The recipe's JSON API. */
final class MetadataRoutes {
    static final String FIELD = "json";

    /** Indented, and escaped once more as a string, it takes more room than the limit counts. */
    private static final int ROOM = 8;

    private final UserMetadata metadata;
    private final MetadataLimits limits;

    MetadataRoutes(UserMetadata metadata, MetadataLimits limits) {
        this.metadata = metadata;
        this.limits = limits;
    }

    /** Replaces the metadata of a user as a whole, if it is still of the version in {@code If-Match}; 0 for none. */
    Route replace() {
        return Route.put("/users/{userId}/metadata")
                .summary("Replace a user's metadata")
                .permission(METADATA_WRITE)
                .body(MetadataText.class)
                .maxBodyBytes(ROOM * limits.maxBytes() + 1024)
                .needsIfMatch()
                .sendsETag()
                .problems(ProblemType.STALE)
                .handle(this::replaced);
    }

    private Response replaced(Request<MetadataText> request) {
        String json = requireNonNullElse(request.body().json(), "");
        long version = request.ifMatchVersion().orElseThrow(() -> stale().exception());
        ChangeMetadataResult result = metadata.replace(request.user().id(), json, version, request.actor());
        if (result instanceof Changed changed) {
            return Response.noContent().etag(changed.metadata().version());
        }
        if (result instanceof Refused refused) {
            throw invalid(refused.error()).exception();
        }
        if (result instanceof Stale) {
            throw stale().exception();
        }
        throw Problem.of(ProblemType.NOT_FOUND).exception();
    }

    private static Problem stale() {
        return Problem.of(ProblemType.STALE)
                .detail("Somebody changed the metadata in the meantime. Nothing was changed.");
    }

    private static Problem invalid(MetadataError error) {
        Problem problem = Problem.invalid(List.of(new FieldError(FIELD, error.code(), error.message())))
                .detail(error.message());
        return error.line() == 0 ? problem : problem.with("line", error.line()).with("column", error.column());
    }
}
