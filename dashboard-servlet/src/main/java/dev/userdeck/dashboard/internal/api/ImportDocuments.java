package dev.userdeck.dashboard.internal.api;

import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportJob;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.ImportRefusal;
import dev.userdeck.data.UserImport;
import dev.userdeck.operator.Operator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports as sent. */
final class ImportDocuments {
    private ImportDocuments() {}

    /**
     * What creates an import.
     *
     * @param file what people know the file by
     * @param bytes how long it is
     * @param format how it is written
     * @param mode what becomes of a row about a user who is there already; null for {@code create}
     * @param tenant where users are who name no tenant; null where there is nothing to choose
     * @param ignore fields that are passed over; null for none
     */
    public record NewImportBody(
            @Nullable String file,
            @Nullable Long bytes,
            @Nullable DataFormat format,
            UserImport.@Nullable Mode mode,
            @Nullable String tenant,
            @Nullable List<String> ignore) {

        static NewImportBody example() {
            return new NewImportBody(
                    "users.csv", 6L, DataFormat.CSV, UserImport.Mode.CREATE, "public", List.of("shoeSize"));
        }
    }

    /** The way in which the file is to be checked; see {@link NewImportBody}. */
    public record CheckBody(
            UserImport.@Nullable Mode mode,
            @Nullable String tenant,
            @Nullable List<String> ignore) {

        static CheckBody example() {
            return new CheckBody(UserImport.Mode.UPSERT, "public", List.of());
        }
    }

    /**
     * An import.
     *
     * @param received how many bytes are here: the upload goes on behind these
     * @param read how many bytes the check or the run is done with, about
     * @param expectedRows how many rows the check found, once it is started
     * @param report what would happen; once it is started, what has happened
     * @param reason why it stopped by itself, or why the file can't be imported as a whole
     * @param own whether it is the operator's own, who alone may upload, check and start it
     */
    public record ImportDocument(
            String id,
            String file,
            DataFormat format,
            UserImport.Mode mode,
            String tenant,
            List<String> ignore,
            ImportJobState state,
            long bytes,
            long received,
            long read,
            @Nullable Long expectedRows,
            ImportReport report,
            @Nullable String reason,
            String operator,
            Instant createdAt,
            @Nullable Instant endedAt,
            boolean own) {

        static ImportDocument of(ImportJob job, Operator operator) {
            return new ImportDocument(
                    job.id().value(),
                    job.fileName(),
                    job.how().format(),
                    job.how().mode(),
                    job.how().tenant().value(),
                    job.how().ignored().stream().sorted().toList(),
                    job.state(),
                    job.bytes(),
                    job.received(),
                    job.read(),
                    job.expectedRows(),
                    ImportReport.of(job.progress()),
                    job.reason(),
                    job.operatorName(),
                    job.createdAt(),
                    job.endedAt(),
                    job.operatorId().equals(operator.id()));
        }
    }

    /** One page of imports, the newest first. */
    public record ImportPage(
            List<ImportDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    /**
     * What became of a file, or would.
     *
     * @param rows the sum of the next four
     * @param finished whether the end of the file was reached
     * @param notes what else there is to know of the rows that were not refused
     */
    public record ImportReport(
            long rows,
            long created,
            long updated,
            long unchanged,
            long refused,
            boolean finished,
            ImportNotesDocument notes) {

        static ImportReport of(ImportProgress progress) {
            return new ImportReport(
                    progress.rows(),
                    progress.created(),
                    progress.updated(),
                    progress.unchanged(),
                    progress.refused(),
                    progress.finished(),
                    ImportNotesDocument.of(progress.notes()));
        }
    }

    /**
     * Rows that suspended a user who was there, or lifted a suspension, and rows with a value that such a user keeps as it
     * was: the password, when the user joined, and was last seen.
     */
    public record ImportNotesDocument(
            long suspended, long activated, long passwordHashKept, long joinedAtKept, long lastSeenAtKept) {

        static ImportNotesDocument of(ImportNotes notes) {
            return new ImportNotesDocument(
                    notes.suspended(),
                    notes.activated(),
                    notes.passwordHashKept(),
                    notes.joinedAtKept(),
                    notes.lastSeenAtKept());
        }
    }

    /**
     * Why a row was refused, or would be.
     *
     * @param line where the row begins; in a JSON document the user's number
     * @param field the field that is wrong; empty for the whole row
     * @param message what is wrong and how to mend it
     */
    public record ImportRefusalDocument(long line, String field, String code, String message) {

        static ImportRefusalDocument of(ImportRefusal refusal) {
            return new ImportRefusalDocument(refusal.row(), refusal.field(), refusal.code(), refusal.message());
        }
    }

    /** One page of refusals, in the order of the file. */
    public record ImportRefusalPage(
            List<ImportRefusalDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}
}
