package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.TableDocuments.TableRowDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection.More;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a section of the user page shows, as sent: the kind of the section tells which it is. */
public sealed interface SectionDataDocument {

    /** Of kind {@code chips}. */
    record ChipsData(List<ChipDocument> items, @Nullable More more) implements SectionDataDocument {}

    /** A chip. */
    record ChipDocument(
            String id,
            String label,
            @Nullable String hint,
            @Nullable String tenant,
            boolean locked,
            @Nullable Text reason) {}

    /**
     * Of kind {@code facts}.
     *
     * @param offers which of the section's actions there are; null for all of them
     */
    record FactsData(
            @Nullable HeadlineDocument headline,
            List<FactRowDocument> rows,
            @Nullable NoticeDocument notice,
            @Nullable List<OfferDocument> offers)
            implements SectionDataDocument {}

    /** What someone should look at. */
    record NoticeDocument(StatusTone tone, String text) {}

    /**
     * An action of the section that there is for this user.
     *
     * @param action the key of its label
     * @param reason why not now, which may hold {@code {time}}; null if it can be done
     * @param availableAt from when on it can be done; null for nobody knows when, or now
     */
    record OfferDocument(
            String action, @Nullable Text reason, @Nullable Instant availableAt) {}

    /** The fact that matters. */
    record HeadlineDocument(
            String icon,
            StatusTone tone,
            Text title,
            @Nullable String line,
            @Nullable Instant at) {}

    /** A labelled value. */
    record FactRowDocument(
            Text label, Column.Kind kind, @Nullable CellValueDocument value) {}

    /** Of kind {@code table}. */
    record TableData(List<TableRowDocument> items) implements SectionDataDocument {}

    /** Of kind {@code json}: as text, which no reader on the way can change. */
    record JsonData(@Nullable String json, String etag) implements SectionDataDocument {}
}
