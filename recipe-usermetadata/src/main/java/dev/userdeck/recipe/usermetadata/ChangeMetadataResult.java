package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link UserMetadata#merge} and {@link UserMetadata#replace}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ChangeMetadataResult {

    /**
     * It is kept now. When it says what was there already, nothing was written and the version is the same.
     *
     * @param metadata as it is now
     */
    record Changed(Metadata metadata) implements ChangeMetadataResult {}

    /**
     * The text can't be metadata; nothing was written.
     *
     * @param error why
     */
    record Refused(MetadataError error) implements ChangeMetadataResult {}

    /**
     * It is of another version than expected; nothing was written.
     *
     * @param version the version that is there, 0 for none
     */
    record Stale(long version) implements ChangeMetadataResult {}

    /** There is no such user; nothing was written. */
    record UnknownUser() implements ChangeMetadataResult {}
}
