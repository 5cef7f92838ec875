package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * One reason why a row of a job's file was refused, or would be.
 *
 * @param row see {@link RefusedRow#row}
 * @param field the field that is wrong; empty for the whole row
 * @param code the same word for the same reason
 * @param message what is wrong and how to mend it, for people
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportRefusal(long row, String field, String code, String message) {}
