package dev.userdeck.example.docs;

import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.function.ToIntFunction;

/** Shows on the user page how many orders a user has placed. */
final class OrdersRecipe implements Recipe {
    private static final Permission ORDERS_READ = new Permission("orders:read", Preset.SUPPORT);

    private final ToIntFunction<UserId> ordersOf; // code of your own

    OrdersRecipe(ToIntFunction<UserId> ordersOf) {
        this.ordersOf = ordersOf;
    }

    @Override
    public RecipeId id() {
        return new RecipeId("orders");
    }

    @Override
    public void start(RecipeContext context) {}

    @Override
    public DashboardContribution dashboard() {
        Text title = Text.of("orders.title", "Orders");
        var sheet = new FactSheet(List.of(), request -> {
            int count = ordersOf.applyAsInt(request.user().id());
            return new FactSheetData(
                    null, List.of(new FactRow(Text.of("orders.placed", "Placed"), Kind.NUMBER, count)));
        });
        return DashboardContribution.builder()
                .section(UserSection.of("orders", title, "chart", ORDERS_READ, sheet))
                .build();
    }
}
