package dev.userdeck.recipe.emailverification.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * What a link has verified.
 *
 * @param email the address to which the link was sent
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record VerifiedEmail(String email) {}
