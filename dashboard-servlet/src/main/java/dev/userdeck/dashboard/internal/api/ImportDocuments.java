package dev.userdeck.dashboard.internal.api;

import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import java.util.List;

/** Imports as sent. */
final class ImportDocuments {
    private ImportDocuments() {}

    /**
     * What became of a file, or would.
     *
     * @param rows the sum of the next four
     * @param finished whether the end of the file was reached
     * @param refusals the first of those that were refused by this request
     */
    public record ImportReport(
            long rows,
            long created,
            long updated,
            long unchanged,
            long refused,
            boolean finished,
            List<RefusedRowDocument> refusals) {

        static ImportReport of(ImportProgress progress, List<RefusedRow> refusals) {
            return new ImportReport(
                    progress.rows(),
                    progress.created(),
                    progress.updated(),
                    progress.unchanged(),
                    progress.refused(),
                    progress.finished(),
                    refusals.stream().map(RefusedRowDocument::of).toList());
        }
    }

    /** A row that was refused, by the line where it begins; in a JSON document by the user's number. */
    public record RefusedRowDocument(long line, List<ReasonDocument> reasons) {

        static RefusedRowDocument of(RefusedRow row) {
            return new RefusedRowDocument(
                    row.row(),
                    row.errors().stream()
                            .map(error -> new ReasonDocument(error.field(), error.code(), error.message()))
                            .toList());
        }
    }

    /** What is wrong with which field, and how to mend it. */
    public record ReasonDocument(String field, String code, String message) {}
}
