package dev.userdeck.testkit.contract;

import dev.userdeck.Userdeck;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that begins to suspend everybody, and stands still in the middle of a batch until it is killed. */
public final class DyingNode {
    public static final Operator INES = Operator.of("ines", Preset.ADMIN);
    /** What it prints when it stands still. */
    public static final String STANDS = "stands still";

    private DyingNode() {}

    /** The arguments are the URL of the database, and after how many users it stands still. */
    public static void main(String[] arguments) {
        Userdeck userdeck = Userdeck.builder()
                .jdbcUrl(arguments[0], null, null)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .hostOperators(id -> Optional.of(INES))
                .recipe(new StandsStill(Integer.parseInt(arguments[1])))
                .start();
        BulkSelection all = BulkSelection.matching(Scope.all(), UserFilter.none());
        userdeck.bulk().start(NewBulkJob.of(NewBulkJob.SUSPEND, all).values(List.of("A leak")), INES);
        userdeck.runMaintenance();
    }

    private static final class StandsStill implements Recipe, UserListener {
        private final int after;
        private final AtomicInteger updated = new AtomicInteger();

        StandsStill(int after) {
            this.after = after;
        }

        @Override
        public RecipeId id() {
            return new RecipeId("stands");
        }

        @Override
        public void start(RecipeContext context) {
            // it needs nothing
        }

        @Override
        public List<UserListener> listeners() {
            return List.of(this);
        }

        @Override
        public void updated(User before, User after) {
            if (updated.incrementAndGet() == this.after) {
                System.out.println(STANDS);
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
