package dev.userdeck.testkit;

import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choice;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.dashboard.spi.UsersFilter.OneOf;
import dev.userdeck.dashboard.spi.UsersFilter.Range;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The filters of {@link RandomRecipe}, one of each kind. */
final class RandomRecipeFilters {
    private final RandomRecipeState recipe;
    private final RandomRecipeRoutes routes;

    RandomRecipeFilters(RandomRecipeState recipe, RandomRecipeRoutes routes) {
        this.recipe = recipe;
        this.routes = routes;
    }

    /** Any of some tags, in a tenant of the scope. */
    UsersFilter tags() {
        return new UsersFilter(
                "tags",
                text("tags", "Tags"),
                recipe.read(),
                new AnyOf(Choices.from(routes.tagOptions)),
                chosen -> among(recipe.tagged(tag ->
                        chosen.values().contains(tag.name()) && chosen.scope().covers(tag.tenant()))));
    }

    /** With a note, or without. */
    UsersFilter note() {
        return new UsersFilter(
                "note",
                text("note", "Note"),
                recipe.write(),
                new YesNo(text("has-note", "Has a note"), text("no-note", "No note")),
                chosen -> chosen.isYes() ? among(recipe.noted()) : notAmong(recipe.noted()));
    }

    /** With one tag or with more. */
    UsersFilter amount() {
        return new UsersFilter(
                "amount",
                text("amount", "Amount of tags"),
                recipe.read(),
                new OneOf(Choices.of(new Choice("one", text("one", "One")), new Choice("more", text("more", "More")))),
                this::amount);
    }

    /** Joined within a span; asks the database itself. */
    UsersFilter joined() {
        return new UsersFilter("day", text("day", "Day"), recipe.read(), new Range(), this::joined);
    }

    private UserCondition amount(Chosen chosen) {
        List<UserId> users = recipe.tagged(tag -> chosen.scope().covers(tag.tenant()));
        return among(users.stream()
                .filter(user ->
                        (recipe.tags(user).size() == 1) == chosen.value().equals("one"))
                .toList());
    }

    private UserCondition joined(Chosen chosen) {
        return UserCondition.of(
                "exists (select 1 from %s x where x.id = {user} and x.joined_at >= ? and x.joined_at < ?)"
                        .formatted(recipe.table("ud_user")),
                chosen.fromMillis().orElse(0L),
                chosen.toMillis().orElse(Long.MAX_VALUE));
    }

    private UserCondition among(List<UserId> users) {
        return in("{user} in ", users)
                .ids("select x.id from %s x where x.id in ".formatted(recipe.table("ud_user")) + marks(users.size()));
    }

    private static UserCondition notAmong(List<UserId> users) {
        return in("{user} not in ", users);
    }

    private static UserCondition in(String test, List<UserId> users) {
        var binds = new ArrayList<Object>(users.stream().map(UserId::value).toList());
        binds.add("nobody");
        return new UserCondition(test + marks(users.size()), binds, null);
    }

    /** One more than there are, as an empty list is no SQL. */
    private static String marks(int size) {
        return "(" + String.join(", ", Collections.nCopies(size + 1, "?")) + ")";
    }

    private Text text(String key, String words) {
        return Text.of(recipe.id() + ".filter-" + key, words);
    }
}
