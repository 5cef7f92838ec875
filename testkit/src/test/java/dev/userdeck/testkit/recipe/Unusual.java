package dev.userdeck.testkit.recipe;

import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recipes that are right, and unlike most. */
enum Unusual {
    /** Nothing at all. */
    EMPTY,
    /** A section without tables, as of things that the app knows. */
    ONLY_A_SECTION,
    /** A page that is one page long, of things that are nobody's. */
    ONLY_A_PAGE,
    /** A table that has nothing to do with users. */
    NO_ROWS_OF_USERS,
    /** Rows of users, whatever the tenant, under a name without a prefix. */
    ROWS_OF_USERS,
    /** A row for each user from the start on. */
    A_ROW_FOR_EACH_USER,
    /** A listener in the place of a foreign key to users; and a counter beside the rows. */
    COUNTED_BY_HAND,
    /** Text ids; and what a user had goes when two are made one. */
    KEEPS_NOTHING_ON_MERGE,
    /** Beside another recipe, with tables and rows of its own. */
    REQUIRES_ANOTHER,
    /** Only a veto. */
    ONLY_A_VETO,
    /** Only a requirement of sessions. */
    ONLY_A_REQUIREMENT;

    SmallRecipe recipe() {
        return switch (this) {
            case EMPTY -> new SmallRecipe();
            case ONLY_A_SECTION -> new OnlyASection();
            case ONLY_A_PAGE -> new OnlyAPage();
            case NO_ROWS_OF_USERS -> new Things();
            case ROWS_OF_USERS -> new Points();
            case A_ROW_FOR_EACH_USER -> new PointsForAll();
            case COUNTED_BY_HAND -> new Visits();
            case KEEPS_NOTHING_ON_MERGE -> new Log();
            case REQUIRES_ANOTHER -> new PointsBesidePlans();
            case ONLY_A_VETO -> new OnlyAVeto();
            case ONLY_A_REQUIREMENT -> new OnlyARequirement();
        };
    }

    private static Text text(String key, String words) {
        return Text.of("small." + key, words);
    }

    private static final class OnlyASection extends SmallRecipe {
        @Override
        public DashboardContribution dashboard() {
            var sheet = new FactSheet(
                    List.of(),
                    request -> new FactSheetData(
                            null,
                            List.of(new FactRow(
                                    text("since", "Since"),
                                    Kind.DATE,
                                    request.user().joinedAt()))));
            return DashboardContribution.builder()
                    .section(UserSection.of("since", text("since", "Since"), "clock", READ, sheet))
                    .build();
        }
    }

    private static final class OnlyAPage extends SmallRecipe {
        @Override
        public DashboardContribution dashboard() {
            Route list = Route.get("/colours")
                    .permission(READ)
                    .parameters(Parameter.query("cursor"), SIZE)
                    .answersPage(200, TableRow.class)
                    .handle(request -> {
                        if (request.get(Parameter.query("cursor")) != null) {
                            throw Problem.of(ProblemType.CURSOR_INVALID).exception();
                        }
                        return Response.ok(Page.single(
                                List.of(new TableRow("red", Map.of("name", new TitleValue("Red", null))))));
                    });
            Text title = text("colours", "Colours");
            return DashboardContribution.builder()
                    .routes(list)
                    .page(RecipePage.of(
                            "colours",
                            title,
                            "box",
                            List.of(Column.of("name", Kind.TITLE, title)),
                            list,
                            new RecipePage.Empty(title, title, null)))
                    .build();
        }

        private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    }

    private static final class Things extends SmallRecipe {
        Things() {
            super("V001__create_things.sql");
        }

        @Override
        void someRows(UserId user) {
            sql().write("insert into {things} (name) values (?)", "thing of chance " + user.value());
        }
    }

    private static class Points extends SmallRecipe {
        Points() {
            super("V001__create_points.sql");
        }

        @Override
        public List<UserListener> listeners() {
            return List.of(new UserListener() {
                @Override
                public void created(User user) {
                    Points.this.created(user.id());
                }

                @Override
                public void merged(User into, User from) {
                    if (points(into.id()).isEmpty() && !points(from.id()).isEmpty()) {
                        add(into.id(), points(from.id()).get(0));
                    }
                }
            });
        }

        void created(UserId user) {}

        private List<Integer> points(UserId user) {
            return sql().select(
                            row -> row.getInt(1),
                            "select points from {points_of_users} where user_id = ?",
                            user.value());
        }

        void add(UserId user, int points) {
            if (sql().write("update {points_of_users} set points = points + ? where user_id = ?", points, user.value())
                    == 0) {
                sql().write("insert into {points_of_users} (user_id, points) values (?, ?)", user.value(), points);
            }
        }

        @Override
        void someRows(UserId user) {
            add(user, 3);
        }
    }

    private static final class PointsForAll extends Points {
        @Override
        void created(UserId user) {
            add(user, 0);
        }
    }

    private static final class PointsBesidePlans extends Points {
        @Override
        public Set<RecipeId> requires() {
            return Set.of(new RecipeId("plans"));
        }

        @Override
        List<Recipe> required() {
            return List.of(new PlansRecipe(null));
        }
    }

    private static final class Visits extends SmallRecipe {
        Visits() {
            super("V001__create_visits.sql", "V002__create_visitors.sql");
        }

        @Override
        public List<UserListener> listeners() {
            return List.of(new UserListener() {
                @Override
                public void updated(User before, User after) {
                    before.tenants().stream()
                            .filter(tenant -> !after.tenants().contains(tenant))
                            .forEach(tenant -> end(before.id(), tenant));
                }

                @Override
                public void merged(User into, User from) {
                    of(from.id()).forEach(tenant -> {
                        end(from.id(), tenant);
                        someRows(into.id(), tenant);
                    });
                }

                @Override
                public void deleting(User user) {
                    of(user.id()).forEach(tenant -> end(user.id(), tenant));
                }
            });
        }

        private List<TenantId> of(UserId user) {
            return sql().select(
                            row -> new TenantId(row.getString(1)),
                            "select tenant_id from {visits} where visitor = ?",
                            user.value());
        }

        private void end(UserId user, TenantId tenant) {
            int gone = sql().write(
                            "delete from {visits} where visitor = ? and tenant_id = ?", user.value(), tenant.value());
            sql().write("update {visitors} set amount = amount - ? where tenant_id = ?", gone, tenant.value());
        }

        @Override
        void someRows(UserId user) {
            someRows(user, TenantId.PUBLIC);
        }

        @Override
        void someRows(UserId user, TenantId tenant) {
            if (of(user).contains(tenant)) {
                return;
            }
            sql().write("insert into {visits} (visitor, tenant_id) values (?, ?)", user.value(), tenant.value());
            if (sql().write("update {visitors} set amount = amount + 1 where tenant_id = ?", tenant.value()) == 0) {
                sql().write("insert into {visitors} (tenant_id, amount) values (?, 1)", tenant.value());
            }
        }
    }

    private static final class Log extends SmallRecipe {
        Log() {
            super("V001__create_log.sql");
        }

        @Override
        void someRows(UserId user) {
            sql().write(
                            "insert into {small_log} (id, user_id, line) values (?, ?, ?)",
                            "line-1/" + user.value(),
                            user.value(),
                            "called");
        }

        @Override
        boolean keepsRowsOnMerge() {
            return false;
        }
    }

    private static final class OnlyAVeto extends SmallRecipe {
        @Override
        public List<UserVeto> vetoes() {
            return List.of(new UserVeto() {});
        }
    }

    private static final class OnlyARequirement extends SmallRecipe {
        @Override
        public List<SessionRequirement> sessionRequirements() {
            return List.of(session -> Optional.empty());
        }
    }
}
