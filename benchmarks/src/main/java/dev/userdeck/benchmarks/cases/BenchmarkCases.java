package dev.userdeck.benchmarks.cases;

import dev.userdeck.Userdeck;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.HostApp;
import dev.userdeck.benchmarks.fixture.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All lines of the table, on one stand. Bars: the ratios that docs/performance.md explains. */
final class BenchmarkCases {
    private final BenchmarkDatabase site;
    private final Fixture stand;
    private final Population population;
    private final DeepPaging depth;

    BenchmarkCases(BenchmarkDatabase site, Fixture stand, Population population, DeepPaging depth) {
        this.site = site;
        this.stand = stand;
        this.population = population;
        this.depth = depth;
    }

    List<BenchmarkCase> all() {
        var lines = new ArrayList<BenchmarkCase>();
        lines.add(new BenchmarkCase(
                "empty servlet over HTTP", stand.app().asking(random -> HostApp.EMPTY), null, Threshold.NONE));
        lines.addAll(new ListCases(site, stand, population, depth).all());
        lines.addAll(new SearchCases(site, stand).all());
        lines.add(userPage());
        Userdeck userdeck = stand.userdeck();
        lines.addAll(new SessionCases(site, userdeck, population).all());
        lines.addAll(new RecipeCases(site, userdeck, population).all());
        return lines;
    }

    private BenchmarkCase userPage() {
        return new BenchmarkCase(
                "user page over HTTP",
                stand.app().asking(random -> HostApp.API + "/users/" + population.id(any(random))),
                RawQueries.reading(site, "select * from ud_user where id = ?", random ->
                        new Object[] {population.id(any(random))}),
                Threshold.beside(15, 0.043));
    }

    private int any(SplittableRandom random) {
        return random.nextInt(population.size());
    }
}
