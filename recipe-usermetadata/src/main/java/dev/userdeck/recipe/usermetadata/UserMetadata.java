package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Free-form data of users: one JSON object each, as text for the JSON library of your choice. Safe for use by many threads.
 *
 * <pre>{@code
 * metadata.merge(userId, """
 *         {"language": "en-GB", "seat": null}""", Actor.system()); // sets one, removes the other
 * String json = metadata.get(userId).map(Metadata::json).orElse("{}");
 * }</pre>
 *
 * <p>Numbers stay as they were written, of any size and with all digits, and keys keep their order. Refused are texts that
 * are no JSON object, keys that are there twice, and what is beyond the {@linkplain MetadataLimits limits}.
 *
 * <p>Each change is one transaction with its audit event, {@code usermetadata.changed} or {@code usermetadata.cleared}. The
 * event tells the names of the outermost keys, and values of those that the app {@linkplain UserMetadataRecipe#auditedKeys names}
 * alone. Metadata is no place for secrets: operators see it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UserMetadata {

    /** Reads it; empty when the user has none or there is no such user. */
    Optional<Metadata> get(UserId user);

    /**
     * Reads that of several users, in one statement.
     *
     * @param users at most 1,000
     * @return by user; who has none is left out
     */
    Map<UserId, Metadata> getAll(Collection<UserId> users);

    /**
     * Sets the outermost members that {@code json} has and keeps the others; a member that is null there is removed. Of
     * concurrent calls none is lost.
     *
     * @param json a JSON object
     * @return what happened; never throws for a refused text or an unknown user
     */
    ChangeMetadataResult merge(UserId user, String json, Actor actor);

    /** Merges as {@link Actor#system()}; see {@link #merge(UserId, String, Actor)}. */
    default ChangeMetadataResult merge(UserId user, String json) {
        return merge(user, json, Actor.system());
    }

    /**
     * Replaces all of it, if nobody has changed it since it was read. Of concurrent calls one wins; the others get
     * {@link ChangeMetadataResult.Stale}.
     *
     * @param json a JSON object
     * @param expectedVersion the version that was read, 0 for none
     * @return what happened; never throws for a refused text or an unknown user
     */
    ChangeMetadataResult replace(UserId user, String json, long expectedVersion, Actor actor);

    /**
     * Removes all of it.
     *
     * @return whether there was some; there is none now, in either case
     */
    boolean clear(UserId user, Actor actor);
}
