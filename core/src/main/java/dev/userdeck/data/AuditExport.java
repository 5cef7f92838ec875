package dev.userdeck.data;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.audit.AuditQuery;
import org.apiguardian.api.API;

/**
 * An export of the audit trail that is wanted: of which events, and how.
 *
 * @param query which; its size and cursor don't matter
 * @param format {@link DataFormat#JSON_LINES} or {@link DataFormat#CSV}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record AuditExport(AuditQuery query, DataFormat format) {

    /**
     * Checks the format.
     *
     * @throws IllegalArgumentException if {@code format} can only be imported
     */
    public AuditExport {
        requireNonNull(query, "query");
        if (requireNonNull(format, "format") == DataFormat.JSON_DOCUMENT) {
            throw new IllegalArgumentException("A document can only be imported: export JSON_LINES or CSV");
        }
    }

    /** The events of this query. */
    public static AuditExport of(AuditQuery query, DataFormat format) {
        return new AuditExport(query, format);
    }
}
