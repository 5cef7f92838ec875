package dev.userdeck.internal.operator;

import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;

/** Rows of {@code ud_operator} as operators. */
final class OperatorRows {
    static final String ACTIVE = "active";

    private OperatorRows() {}

    static Operator toOperator(UdOperatorRecord row) {
        Preset preset = Preset.valueOf(row.getPreset());
        return new Operator(row.getId(), row.getName(), row.getEmail(), preset, Scope.all());
    }
}
