package dev.userdeck.recipe.usermetadata;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.usermetadata.internal.DefaultUserMetadata;
import dev.userdeck.recipe.usermetadata.internal.MetadataPanels;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 *
 * <p>{@code first_name} and {@code last_name}, where they are texts, give a user the name that the dashboard shows, as long
 * as the user has none or the one that came from there. It is written when they change, so that lists and searches need not
 * read metadata.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class UserMetadataRecipe implements Recipe {
    private static final RecipeId ID = new RecipeId("usermetadata");

    private final MetadataLimits limits;
    private final @Nullable String schema;
    private final Set<String> auditedKeys;
    private @Nullable DefaultUserMetadata metadata;

    /** Creates it with the {@linkplain MetadataLimits#DEFAULT default limits}; add it to a builder. */
    public UserMetadataRecipe() {
        this(MetadataLimits.DEFAULT);
    }

    /** Creates it with these limits, instead of {@link MetadataLimits#DEFAULT}; add it to a builder. */
    public UserMetadataRecipe(MetadataLimits limits) {
        this(limits, null, Set.of());
    }

    private UserMetadataRecipe(MetadataLimits limits, @Nullable String schema, Set<String> auditedKeys) {
        this.limits = requireNonNull(limits, "limits");
        this.schema = schema;
        this.auditedKeys = Set.copyOf(auditedKeys);
    }

    /**
     * Specifies a JSON Schema that metadata must fit. Default: none, and every object within the limits fits. It is of draft 2020-12 unless it names another one by {@code $schema}. It is
     * checked at the start, and may refer to itself alone: nothing is fetched. What a refusal says begins with the path, as
     * in {@code /loyalty/tier: must be bronze, silver or gold.} What is there already stays, and has to fit at its next
     * change. A number beyond the range of a double fits no type, and a text that takes a pattern too long is refused.
     *
     * @param json the schema, as text; one that is none fails the start
     * @return a recipe like this one, with that schema
     */
    public UserMetadataRecipe jsonSchema(String json) {
        return new UserMetadataRecipe(limits, requireNonNull(json, "json"), auditedKeys);
    }

    /**
     * Names the outermost keys whose values the audit trail keeps, before and after: "Olu set tier to gold in the metadata", or,
     * where {@code loyalty} is an object, "Olu set loyalty.tier to gold in the metadata". Default: none, as metadata may hold what
     * is personal or secret, and who reads the audit log would read it there; of other keys the name alone is kept. Values are
     * kept that are one text, number or truth value of at most 100 characters, until the user is deleted or the event is no
     * longer kept.
     *
     * @param keys as in {@code tier} or {@code loyalty}; these replace those of an earlier call
     * @return a recipe like this one, with these keys
     */
    public UserMetadataRecipe auditedKeys(String... keys) {
        return new UserMetadataRecipe(limits, schema, Set.of(keys));
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
        var service = new DefaultUserMetadata(context, limits, schema, auditedKeys);
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
    public List<UserDataField> dataFields() {
        return List.of(started().data());
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
