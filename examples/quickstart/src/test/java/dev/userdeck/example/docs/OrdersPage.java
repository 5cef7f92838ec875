package dev.userdeck.example.docs;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.http.spi.Route;

/** What opens beside a list of orders when one is chosen. */
final class OrdersPage {
    private static final Text EDIT = Text.of("orders.edit", "Edit order");
    private static final Text TAGS = Text.of("orders.tags", "Tags");
    private static final Text NO_TAGS = Text.of("orders.tags.none", "No tags yet.");

    private OrdersPage() {}

    static Preview preview(Route show, Route save, Route known) {
        Field tags = Field.optional("tags", Field.Kind.TAGS, TAGS).suggestions(known);
        Action edit = Action.of(EDIT, save).form(tags);
        return Preview.of(show).edit(edit).part("tags", TAGS, new Preview.Chips(NO_TAGS, ":"));
    }
}
