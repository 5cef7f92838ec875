package dev.userdeck.internal.bulk;

import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.tenant.Scope;
import java.util.List;

/**
 * What a job was asked for.
 *
 * @param selection on whom
 * @param values what the action takes
 * @param scope of the operator
 */
record JobRequest(BulkSelection selection, List<String> values, Scope scope) {}
