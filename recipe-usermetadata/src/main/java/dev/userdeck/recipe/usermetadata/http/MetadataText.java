package dev.userdeck.recipe.usermetadata.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a user's metadata to be replaced.
 *
 * @param json the JSON object as text, so that its numbers and the order of its keys stay as written
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MetadataText(@Nullable String json) {}
