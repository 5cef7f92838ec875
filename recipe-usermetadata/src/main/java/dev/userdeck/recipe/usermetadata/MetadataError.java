package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The reason why a text was refused as metadata.
 *
 * @param code stable: {@code json-syntax}, {@code json-not-an-object}, {@code json-duplicate-key}, {@code json-too-deep},
 *     {@code json-number-too-large},
 *     {@code json-unstorable}, {@code json-too-large} or {@code json-schema}
 * @param message for people; begins with the line and the column where there are some
 * @param line where, from 1; 0 when it is about all of the text
 * @param column where in the line, in UTF-16 units from 1; 0 when it is about all of the text
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MetadataError(String code, String message, int line, int column) {}
