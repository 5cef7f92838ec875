package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The name by which people see a user: the name, or else the email, the phone number, the id.
 *
 * @param text the words
 * @param isAddress whether they are an email address or a phone number
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DisplayName(String text, boolean isAddress) {}
