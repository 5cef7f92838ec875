package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.RowWriter.RowDocument;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Chip;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Headline;
import dev.userdeck.dashboard.spi.UserSection.More;
import dev.userdeck.dashboard.spi.UserSection.Notice;
import dev.userdeck.dashboard.spi.UserSection.Offer;
import dev.userdeck.http.spi.Response;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks a section for its data and turns it into what is sent. */
final class SectionData {

    /** Chips as sent. */
    public record ChipsDocument(
            List<ChipDocument> items, @Nullable More more) {}

    /** A chip as sent. */
    public record ChipDocument(
            String id,
            String label,
            @Nullable String hint,
            @Nullable String tenant,
            boolean locked,
            @Nullable Text reason) {}

    /** Labelled values as sent. */
    public record FactsDocument(
            @Nullable HeadlineDocument headline,
            List<FactDocument> rows,
            @Nullable NoticeDocument notice,
            @Nullable List<OfferDocument> offers) {}

    /** What someone should look at, as sent. */
    public record NoticeDocument(String tone, String text) {}

    /** An action of the section that there is for this user, by the key of its label. */
    public record OfferDocument(
            String action, @Nullable Text reason, @Nullable Instant availableAt) {}

    /** The fact that matters, as sent. */
    public record HeadlineDocument(
            String icon,
            String tone,
            Text title,
            @Nullable String line,
            @Nullable Instant at) {}

    /** A labelled value as sent. */
    public record FactDocument(
            Text label, String kind, @Nullable Object value) {}

    /** Rows as sent. */
    public record RowsDocument(List<RowDocument> items) {}

    /** JSON as sent: as text, which no reader on the way can change. */
    public record JsonDocument(@Nullable String json, String etag) {}

    private SectionData() {}

    static Object of(UserSection section, SectionRequest request, Links links) {
        if (section.content() instanceof UserSection.Chips chips) {
            return chips(chips.data().apply(request), request.scope());
        }
        if (section.content() instanceof UserSection.Table table) {
            return new RowsDocument(RowWriter.rows(table.columns(), table.data().apply(request), links));
        }
        if (section.content() instanceof UserSection.Json json) {
            UserSection.JsonData data = json.data().apply(request);
            return new JsonDocument(data.json(), Response.etagOf(data.version()));
        }
        return facts(((UserSection.FactSheet) section.content()).data().apply(request));
    }

    /** The scope decides once more here: a chip of a tenant out of reach is not for these eyes. */
    private static ChipsDocument chips(ChipsData data, Scope scope) {
        List<ChipDocument> items = data.items().stream()
                .filter(chip -> isVisible(chip.tenant(), scope))
                .map(SectionData::chip)
                .toList();
        More more = data.more();
        if (more == null) {
            return new ChipsDocument(items, null);
        }
        return new ChipsDocument(
                items,
                new More(
                        more.label(),
                        more.items().stream()
                                .filter(item -> isVisible(item.tenant(), scope))
                                .toList()));
    }

    private static boolean isVisible(@Nullable String tenant, Scope scope) {
        return tenant == null || scope.covers(new TenantId(tenant));
    }

    private static ChipDocument chip(Chip chip) {
        return new ChipDocument(
                chip.id(), chip.label(), chip.hint(), chip.tenant(), chip.locked() != null, chip.locked());
    }

    private static FactsDocument facts(FactSheetData data) {
        Headline headline = data.headline();
        return new FactsDocument(
                headline == null
                        ? null
                        : new HeadlineDocument(
                                headline.icon(),
                                CellValues.statusTone(headline.tone()),
                                headline.title(),
                                headline.line(),
                                headline.at()),
                data.rows().stream().map(SectionData::fact).toList(),
                notice(data.notice()),
                offers(data.offers()));
    }

    private static @Nullable NoticeDocument notice(@Nullable Notice notice) {
        return notice == null ? null : new NoticeDocument(CellValues.statusTone(notice.tone()), notice.text());
    }

    private static @Nullable List<OfferDocument> offers(@Nullable List<Offer> offers) {
        return offers == null
                ? null
                : offers.stream()
                        .map(offer ->
                                new OfferDocument(offer.action().label().key(), offer.reason(), offer.availableAt()))
                        .toList();
    }

    static FactDocument fact(FactRow row) {
        return new FactDocument(
                row.label(),
                row.kind().name().toLowerCase(Locale.ROOT),
                CellValues.cell(row.label().text(), row.kind(), row.value()));
    }
}
