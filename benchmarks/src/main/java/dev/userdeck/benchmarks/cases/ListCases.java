package dev.userdeck.benchmarks.cases;

import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.HostApp;
import dev.userdeck.benchmarks.fixture.Person;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.Work;
import dev.userdeck.recipe.userroles.RoleHolderQuery;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.Scope;
import java.util.List;
import java.util.SplittableRandom;

/** The users list. */
final class ListCases {
    private static final String PAGE = HostApp.API + "/users?size=" + DeepPaging.PAGE;
    private static final String LIMIT = " limit " + (DeepPaging.PAGE + 1);

    private static final Threshold LIST = Threshold.beside(10, 0.103);

    private final BenchmarkDatabase site;
    private final Fixture stand;
    private final Population population;
    private final DeepPaging depth;

    ListCases(BenchmarkDatabase site, Fixture stand, Population population, DeepPaging depth) {
        this.site = site;
        this.stand = stand;
        this.population = population;
        this.depth = depth;
    }

    List<BenchmarkCase> all() {
        return List.of(
                new BenchmarkCase("users list over HTTP, first page of 100", pages(PAGE), firstPage(), LIST),
                new BenchmarkCase(
                        "users list, half of all users deep, forward",
                        pages(PAGE + "&cursor=" + depth.next()),
                        deepPage("<", "desc"),
                        LIST),
                new BenchmarkCase(
                        "users list, half of all users deep, back",
                        pages(PAGE + "&cursor=" + depth.previous()),
                        deepPage(">", "asc"),
                        LIST),
                new BenchmarkCase(
                        "users list over HTTP, users of one role",
                        stand.app().asking(random -> PAGE + "&f.userroles.role=" + role(random)),
                        RawQueries.alongTheList(
                                site,
                                "select 1 from ud_userroles_assignment a where a.user_id = u.id and a.role = ?",
                                random -> new Object[] {role(random)}),
                        Threshold.times(1.67)),
                new BenchmarkCase("holders of one role in process, page of 100", holdersInProcess(), holders(), LIST));
    }

    private Work pages(String path) {
        return stand.app().asking(random -> path);
    }

    private Work firstPage() {
        return RawQueries.reading(
                site, "select * from ud_user order by joined_at desc, id desc" + LIMIT, random -> new Object[0]);
    }

    private Work deepPage(String beyond, String order) {
        Person person = population.person(depth.user());
        String sql = "select * from ud_user where joined_at %1$s= ? and (joined_at, id) %1$s (?, ?)"
                + " order by joined_at %2$s, id %2$s" + LIMIT;
        return RawQueries.reading(site, sql.formatted(beyond, order), random ->
                new Object[] {person.joinedAt(), person.joinedAt(), person.id()});
    }

    private Work holders() {
        return RawQueries.reading(
                site,
                "select user_id, tenant_id from ud_userroles_assignment where role = ? order by role, user_id" + LIMIT,
                random -> new Object[] {role(random)});
    }

    private Work holdersInProcess() {
        UserRoles roles = stand.userdeck().recipe(UserRoles.class);
        return () -> random -> {
            roles.usersWith(RoleHolderQuery.of(role(random), Scope.all()).size(DeepPaging.PAGE));
            return true;
        };
    }

    private static String role(SplittableRandom random) {
        return Population.role(random.nextInt(Population.ROLES));
    }
}
