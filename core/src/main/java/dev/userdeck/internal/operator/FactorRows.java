package dev.userdeck.internal.operator;

import dev.userdeck.internal.jooq.tables.records.UdOperatorFactorRecord;
import dev.userdeck.operator.FactorKind;
import dev.userdeck.operator.OperatorFactor;
import dev.userdeck.text.ConstantNames;
import java.time.Instant;

/** Rows of {@code ud_operator_factor} as others see them. */
final class FactorRows {
    private FactorRows() {}

    static OperatorFactor factor(UdOperatorFactorRecord row) {
        Long used = row.getLastUsedAt();
        return new OperatorFactor(
                row.getId(),
                ConstantNames.parse(FactorKind.class, row.getKind()),
                row.getName(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                used == null ? null : Instant.ofEpochMilli(used));
    }
}
