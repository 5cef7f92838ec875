package dev.userdeck.dashboard.internal.panel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Link;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.recipe.spi.RecipeId;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Turns links of a recipe into addresses relative to the mount, for one operator.
 *
 * @param recipe whose links
 * @param contribution what the recipe adds
 * @param operator who would follow them
 */
record Links(RecipeId recipe, DashboardContribution contribution, Operator operator) {

    /** The address; null when there is no link, or nothing to see for this operator. */
    @Nullable
    String address(@Nullable Link link) {
        if (link == null || !isOpen(link)) {
            return null;
        }
        if (link instanceof Link.ToUser to) {
            return "users/" + encoded(to.user().value());
        }
        if (link instanceof Link.ToUsers to) {
            return "users?f." + PanelIds.global(recipe, to.filter()) + "=" + encoded(to.value());
        }
        var to = (Link.ToRow) link;
        return "p/" + to.page() + "/" + encoded(to.key());
    }

    private boolean isOpen(Link link) {
        if (link instanceof Link.ToRow to) {
            return contribution.pages().stream()
                    .filter(page -> page.id().equals(to.page()) && page.preview() != null)
                    .anyMatch(page -> OperatorRights.allows(operator, page.data()));
        }
        if (!operator.may(Permission.USERS_READ)) {
            return false;
        }
        return !(link instanceof Link.ToUsers to)
                || contribution.filters().stream()
                        .filter(filter -> filter.id().equals(to.filter()))
                        .anyMatch(filter -> OperatorRights.offers(operator, filter));
    }

    /** For a path as for a query: a plus is a plus in the first. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
