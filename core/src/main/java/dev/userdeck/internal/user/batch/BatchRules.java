package dev.userdeck.internal.user.batch;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;

/**
 * How the users of a file are written.
 *
 * @param changes whether those who are there are changed, or else refused
 * @param isSpreadsheet whether a spreadsheet may have written the file, and changed ids and names by itself
 * @param scope the tenants that may be touched
 * @param actor who does it
 */
public record BatchRules(boolean changes, boolean isSpreadsheet, Scope scope, Actor actor) {}
