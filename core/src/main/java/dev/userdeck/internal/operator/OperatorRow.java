package dev.userdeck.internal.operator;

import static java.util.Objects.requireNonNull;

import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ud_operator} with what belongs to it.
 *
 * @param scope null when all tenants of the operator are deleted
 * @param hasFactor whether there is a second factor
 */
record OperatorRow(
        UdOperatorRecord row, Preset preset, @Nullable Scope scope, boolean hasFactor) {

    String id() {
        return row.getId();
    }

    OperatorStatus status() {
        return ConstantNames.parse(OperatorStatus.class, row.getStatus());
    }

    /** Whether this operator can sign in, and goes on being signed in. */
    boolean mayEnter() {
        return status() == OperatorStatus.ACTIVE && scope != null;
    }

    OperatorPreferences preferences() {
        return StoredPreferences.of(row);
    }

    /** An operator who {@link #mayEnter}. */
    Operator operator() {
        return new Operator(
                Operator.Kind.BUILT_IN,
                row.getId(),
                row.getName(),
                row.getEmail(),
                preset,
                requireNonNull(scope, "Operators without tenants"),
                false,
                preferences());
    }
}
