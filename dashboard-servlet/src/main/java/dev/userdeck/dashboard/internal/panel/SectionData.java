package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.SectionDataDocument.ChipDocument;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.ChipsData;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.FactsData;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.HeadlineDocument;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.JsonData;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.NoticeDocument;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.OfferDocument;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.TableData;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Chip;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Headline;
import dev.userdeck.dashboard.spi.UserSection.More;
import dev.userdeck.dashboard.spi.UserSection.Notice;
import dev.userdeck.dashboard.spi.UserSection.Offer;
import dev.userdeck.http.spi.Response;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a section for its data and turns it into what is sent. */
final class SectionData {

    private SectionData() {}

    static SectionDataDocument of(UserSection section, SectionRequest request, Links links) {
        if (section.content() instanceof UserSection.Chips chips) {
            return chips(chips.data().apply(request), request.scope());
        }
        if (section.content() instanceof UserSection.Table table) {
            return new TableData(RowWriter.rows(table.columns(), table.data().apply(request), links));
        }
        if (section.content() instanceof UserSection.Json json) {
            UserSection.JsonData data = json.data().apply(request);
            return new JsonData(data.json(), Response.etagOf(data.version()));
        }
        return facts(((UserSection.FactSheet) section.content()).data().apply(request));
    }

    /** The scope decides once more here: a chip of a tenant out of reach is not for these eyes. */
    private static ChipsData chips(UserSection.ChipsData data, Scope scope) {
        List<ChipDocument> items = data.items().stream()
                .filter(chip -> isVisible(chip.tenant(), scope))
                .map(SectionData::chip)
                .toList();
        More more = data.more();
        if (more == null) {
            return new ChipsData(items, null);
        }
        return new ChipsData(
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

    private static FactsData facts(FactSheetData data) {
        Headline headline = data.headline();
        return new FactsData(
                headline == null
                        ? null
                        : new HeadlineDocument(
                                headline.icon(),
                                StatusTone.of(headline.tone()),
                                headline.title(),
                                headline.line(),
                                headline.at()),
                data.rows().stream().map(CellValues::fact).toList(),
                notice(data.notice()),
                offers(data.offers()));
    }

    private static @Nullable NoticeDocument notice(@Nullable Notice notice) {
        return notice == null ? null : new NoticeDocument(StatusTone.of(notice.tone()), notice.text());
    }

    private static @Nullable List<OfferDocument> offers(@Nullable List<Offer> offers) {
        return offers == null
                ? null
                : offers.stream()
                        .map(offer ->
                                new OfferDocument(offer.action().label().key(), offer.reason(), offer.availableAt()))
                        .toList();
    }
}
