package dev.userdeck.recipe.usermetadata;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.usermetadata.internal.DefaultUserMetadata;
import dev.userdeck.recipe.usermetadata.internal.MetadataPanels;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Free-form data of users, such as settings or notes of the app: the service {@link UserMetadata}, and in the dashboard a
 * section of the user page with an editor.
 *
 * <pre>{@code
 * Userdeck userdeck = Userdeck.builder().dataSource(dataSource).recipe(new UserMetadataRecipe()).start();
 * UserMetadata metadata = userdeck.recipe(UserMetadata.class);
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class UserMetadataRecipe implements Recipe {
    private static final RecipeId ID = new RecipeId("usermetadata");

    private final MetadataLimits limits;
    private @Nullable DefaultUserMetadata metadata;

    /** Creates it with the {@linkplain MetadataLimits#DEFAULT default limits}; add it to a builder. */
    public UserMetadataRecipe() {
        this(MetadataLimits.DEFAULT);
    }

    /** Creates it with these limits; add it to a builder. */
    public UserMetadataRecipe(MetadataLimits limits) {
        this.limits = requireNonNull(limits, "limits");
    }

    @Override
    public RecipeId id() {
        return ID;
    }

    @Override
    public Optional<SchemaScripts> schema() {
        return Optional.of(SchemaScripts.of(UserMetadataRecipe.class, "V001__create_usermetadata.sql"));
    }

    @Override
    public void start(RecipeContext context) {
        var service = new DefaultUserMetadata(context, limits);
        context.expose(UserMetadata.class, service);
        metadata = service;
    }

    @Override
    public List<UserListener> listeners() {
        var service = started();
        return List.of(new UserListener() {
            @Override
            public void merged(User into, User from) {
                service.merged(into.id(), from.id(), Actor.system());
            }
        });
    }

    @Override
    public DashboardContribution dashboard() {
        return new MetadataPanels(started(), limits).contribution();
    }

    private DefaultUserMetadata started() {
        if (metadata == null) {
            throw new IllegalStateException("The recipe has not started: add it to Userdeck.builder().recipe(…)");
        }
        return metadata;
    }
}
