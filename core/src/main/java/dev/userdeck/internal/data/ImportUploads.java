package dev.userdeck.internal.data;

import static dev.userdeck.internal.jooq.Tables.UD_IMPORT_JOB;

import dev.userdeck.data.CreateImportJobResult;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.NewImportJob;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Operator;
import dev.userdeck.text.ConstantNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Creates import jobs, and takes their files. */
final class ImportUploads {
    private final JooqDatabase jooq;
    private final Ids ids;
    private final JooqImportJobs rows;
    private final ImportFiles files;
    private final Runnable wake;

    ImportUploads(JooqDatabase jooq, Ids ids, JooqImportJobs rows, ImportFiles files, Runnable wake) {
        this.jooq = jooq;
        this.ids = ids;
        this.rows = rows;
        this.files = files;
        this.wake = wake;
    }

    CreateImportJobResult create(NewImportJob job, Operator operator) {
        if (job.bytes() <= 0) {
            return refused("file", "file-empty", "There is nothing in the file.");
        }
        if (job.how().ignored().stream().anyMatch(field -> field.length() > 1_000)) {
            return refused("ignore", "field-too-long", "The name of a field has at most 1,000 characters.");
        }
        if (rows.countOpen(operator.id()) >= ImportJobs.MAX_OPEN) {
            return refused(
                    "file",
                    "imports-open",
                    "You have %d imports that are not over: finish or discard one of them first."
                            .formatted(ImportJobs.MAX_OPEN));
        }
        var row = new UdImportJobRecord();
        row.setId(ids.next());
        row.setOperatorId(operator.id());
        row.setOperatorName(ColumnLimits.fitted(operator.name(), UD_IMPORT_JOB.OPERATOR_NAME));
        row.setOperatorKind(ConstantNames.of(operator.kind()));
        row.setFileName(ColumnLimits.fitted(job.fileName(), UD_IMPORT_JOB.FILE_NAME));
        row.setBytesExpected(job.bytes());
        ImportJobRequest.write(job.how(), row);
        jooq.write(db -> {
            rows.insert(db, row, ImportJobRequest.arguments(job.how()));
            return row;
        });
        return new CreateImportJobResult.Created(ImportJobRequest.job(row, job.how()));
    }

    private static CreateImportJobResult refused(String field, String code, String message) {
        return new CreateImportJobResult.Refused(List.of(new FieldError(field, code, message)));
    }

    /** Takes what comes of a file; see {@link ImportJobs#append}. */
    void append(UdImportJobRecord job, long from, InputStream part) throws IOException {
        var buffer = new byte[ImportFiles.CHUNK];
        long at = from;
        // the first look tells whether to read at all
        boolean isTaken = JooqImportJobs.state(job) == ImportJobState.UPLOADING && job.getBytesReceived() == from;
        while (isTaken) {
            int length = part.readNBytes(buffer, 0, buffer.length);
            if (length == 0) {
                break;
            }
            if (at + length > job.getBytesExpected()) {
                throw new ImportRefusedException(
                        "file-longer",
                        "The file is longer than was announced, which is %,d B.".formatted(job.getBytesExpected()));
            }
            long start = at;
            isTaken = jooq.write(db -> take(db, job.getId(), start, buffer, length));
            at += length;
        }
        if (at == job.getBytesExpected()) {
            jooq.afterCommit(wake);
        }
    }

    private boolean take(DSLContext db, String id, long start, byte[] buffer, int length) {
        UdImportJobRecord row = rows.lock(db, id);
        if (row == null || JooqImportJobs.state(row) != ImportJobState.UPLOADING || row.getBytesReceived() != start) {
            return false; // discarded, or somebody sends the same
        }
        files.add(db, id, start, buffer, length);
        row.setBytesReceived(start + length);
        boolean isAll = start + length == row.getBytesExpected();
        rows.change(db, row, isAll ? ImportJobState.CHECKING : ImportJobState.UPLOADING, "");
        return !isAll;
    }
}
