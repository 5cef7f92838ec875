package dev.userdeck.benchmarks;

import dev.userdeck.Userdeck;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All lines of the table, on one stand. Bars: the ratios that docs/performance.md explains. */
final class Lines {
    private final Site site;
    private final Stand stand;
    private final Population population;
    private final Depth depth;

    Lines(Site site, Stand stand, Population population, Depth depth) {
        this.site = site;
        this.stand = stand;
        this.population = population;
        this.depth = depth;
    }

    List<Line> all() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("empty servlet over HTTP", stand.app().asking(random -> HostApp.EMPTY), null, Bar.NONE));
        lines.addAll(new ListLines(site, stand, population, depth).all());
        lines.addAll(new SearchLines(site, stand).all());
        lines.add(userPage());
        Userdeck userdeck = stand.userdeck();
        lines.addAll(new SessionLines(site, userdeck, population).all());
        lines.addAll(new RecipeLines(site, userdeck, population).all());
        return lines;
    }

    private Line userPage() {
        return new Line(
                "user page over HTTP",
                stand.app().asking(random -> HostApp.API + "/users/" + population.id(any(random))),
                Raw.reading(site, "select * from ud_user where id = ?", random ->
                        new Object[] {population.id(any(random))}),
                Bar.beside(15, 0.043));
    }

    private int any(SplittableRandom random) {
        return random.nextInt(population.size());
    }
}
