package dev.userdeck.benchmarks;

import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.Scope;
import java.util.List;
import java.util.SplittableRandom;

/** The users list. */
final class ListLines {
    private static final String PAGE = HostApp.API + "/users?size=" + Depth.PAGE;
    private static final String LIMIT = " limit " + (Depth.PAGE + 1);

    private static final Bar LIST = Bar.beside(10, 0.103);

    private final Site site;
    private final Stand stand;
    private final Population population;
    private final Depth depth;

    ListLines(Site site, Stand stand, Population population, Depth depth) {
        this.site = site;
        this.stand = stand;
        this.population = population;
        this.depth = depth;
    }

    List<Line> all() {
        return List.of(
                new Line("users list over HTTP, first page of 100", pages(PAGE), firstPage(), LIST),
                new Line(
                        "users list, half of all users deep, forward",
                        pages(PAGE + "&cursor=" + depth.next()),
                        deepPage("<", "desc"),
                        LIST),
                new Line(
                        "users list, half of all users deep, back",
                        pages(PAGE + "&cursor=" + depth.previous()),
                        deepPage(">", "asc"),
                        LIST),
                new Line(
                        "users list over HTTP, users of one role",
                        stand.app().asking(random -> PAGE + "&f.userroles.role=" + role(random)),
                        Raw.alongTheList(
                                site,
                                "select 1 from ud_userroles_assignment a where a.user_id = u.id and a.role = ?",
                                random -> new Object[] {role(random)}),
                        Bar.times(1.67)),
                new Line("holders of one role in process, page of 100", holdersInProcess(), holders(), LIST));
    }

    private Work pages(String path) {
        return stand.app().asking(random -> path);
    }

    private Work firstPage() {
        return Raw.reading(
                site, "select * from ud_user order by joined_at desc, id desc" + LIMIT, random -> new Object[0]);
    }

    private Work deepPage(String beyond, String order) {
        Person person = population.person(depth.user());
        String sql = "select * from ud_user where joined_at %1$s= ? and (joined_at, id) %1$s (?, ?)"
                + " order by joined_at %2$s, id %2$s" + LIMIT;
        return Raw.reading(site, sql.formatted(beyond, order), random ->
                new Object[] {person.joinedAt(), person.joinedAt(), person.id()});
    }

    private Work holders() {
        return Raw.reading(
                site,
                "select user_id, tenant_id from ud_userroles_assignment where role = ? order by role, user_id" + LIMIT,
                random -> new Object[] {role(random)});
    }

    private Work holdersInProcess() {
        UserRoles roles = stand.userdeck().recipe(UserRoles.class);
        return () -> random -> {
            roles.usersWith(role(random), Scope.all(), Depth.PAGE, null);
            return true;
        };
    }

    private static String role(SplittableRandom random) {
        return Population.role(random.nextInt(Population.ROLES));
    }
}
