package dev.userdeck.internal.data;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportJob;
import dev.userdeck.data.ImportJobId;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a job was asked for, as a row and named lists of texts, and back. */
final class ImportJobRequest {
    /** Everybody is said, never what is left when nothing is: no tenant's id has this letter. */
    private static final String ALL = "*";

    private static final String SCOPE = "scope";
    private static final String IGNORED = "ignored";

    private ImportJobRequest() {}

    static void write(UserImport how, UdImportJobRecord row) {
        row.setFormat(ConstantNames.of(how.format()));
        row.setImportMode(ConstantNames.of(how.mode()));
        row.setTenantId(how.tenant().value());
    }

    static Map<String, List<String>> arguments(UserImport how) {
        List<String> tenants = how.scope() instanceof Scope.Only only
                ? only.tenants().stream().map(TenantId::value).sorted().toList()
                : List.of(ALL);
        return Map.of(SCOPE, tenants, IGNORED, how.ignored().stream().sorted().toList());
    }

    /** What is missing is refused by {@link Scope#of}. */
    static UserImport read(UdImportJobRecord row, Map<String, List<String>> arguments) {
        List<String> tenants = arguments.getOrDefault(SCOPE, List.of());
        Scope scope = tenants.equals(List.of(ALL))
                ? Scope.all()
                : Scope.of(tenants.stream().map(TenantId::new).toList());
        UserImport how = UserImport.of(ConstantNames.parse(DataFormat.class, row.getFormat()))
                .tenant(new TenantId(row.getTenantId()))
                .scope(scope)
                .ignoring(arguments.getOrDefault(IGNORED, List.of()).toArray(String[]::new));
        return ConstantNames.parse(UserImport.Mode.class, row.getImportMode()) == UserImport.Mode.UPSERT
                ? how.upsert()
                : how;
    }

    static ImportJob job(UdImportJobRecord row, UserImport how) {
        return new ImportJob(
                new ImportJobId(row.getId()),
                row.getFileName(),
                how,
                row.getBytesExpected(),
                row.getBytesReceived(),
                JooqImportJobs.state(row),
                JooqImportJobs.progress(row),
                Math.min(row.getBytesRead(), row.getBytesExpected()),
                row.getRowsExpected() < 0 ? null : row.getRowsExpected(),
                row.getOperatorId(),
                row.getOperatorName(),
                row.getReason().isEmpty() ? null : row.getReason(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                row.getEndedAt() == 0 ? null : Instant.ofEpochMilli(row.getEndedAt()));
    }

    static Actor actor(UdImportJobRecord row) {
        return kind(row).actor(row.getOperatorId(), row.getOperatorName()).job(row.getId());
    }

    static Operator.Kind kind(UdImportJobRecord row) {
        return ConstantNames.parse(Operator.Kind.class, row.getOperatorKind());
    }
}
