package dev.userdeck.benchmarks.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.Operation;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.Work;
import dev.userdeck.testkit.StatementCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Measures lines: ours and the raw limit in turns, so that what else the machine does hits both.
 *
 * @param time for each figure, in all
 * @param slices into which that time is cut; before them comes one that is not measured, unless there is but one
 * @param workers how many "many" are
 * @param lines only those whose name contains this
 * @param withStart whether the start of the library is measured, too, which takes JVMs of their own
 */
public record Measurement(Duration time, int slices, int workers, String lines, boolean withStart) {

    public List<Result> measure(BenchmarkDatabase site, Fixture stand, Population population, Consumer<String> progress)
            throws Exception {
        DeepPaging depth = DeepPaging.halfWay(stand.userdeck().users(), population);
        Map<String, Integer> statements = countStatements(site, population, depth);
        var results = new ArrayList<Result>();
        for (BenchmarkCase line : chosen(new BenchmarkCases(site, stand, population, depth))) {
            progress.accept(line.name());
            results.add(measure(line, statements.getOrDefault(line.name(), 0)));
        }
        return results;
    }

    private List<BenchmarkCase> chosen(BenchmarkCases all) {
        return all.all().stream().filter(line -> line.name().contains(lines)).toList();
    }

    private Result measure(BenchmarkCase line, int statements) throws Exception {
        Work raw = line.raw();
        if (raw == null) {
            Figures one = alone(line.ours(), 1);
            return new Result(
                    line.name(), new Result.Pair(one, alone(line.ours(), workers)), null, statements, line.bar());
        }
        Figures[] one = inTurns(line.ours(), raw, 1);
        Figures[] many = inTurns(line.ours(), raw, workers);
        return new Result(
                line.name(),
                new Result.Pair(one[0], many[0]),
                new Result.Pair(one[1], many[1]),
                statements,
                line.bar());
    }

    private Figures alone(Work work, int size) throws Exception {
        try (var crew = new WorkerPool(work, size)) {
            warmUp(crew);
            for (int i = 0; i < slices; i++) {
                crew.work(slice());
            }
            return crew.figures();
        }
    }

    private Figures[] inTurns(Work ours, Work raw, int size) throws Exception {
        try (var first = new WorkerPool(ours, size);
                var second = new WorkerPool(raw, size)) {
            warmUp(first);
            warmUp(second);
            for (int i = 0; i < slices; i++) {
                first.work(slice());
                second.work(slice());
            }
            return new Figures[] {first.figures(), second.figures()};
        }
    }

    private void warmUp(WorkerPool crew) throws Exception {
        if (slices > 1) {
            crew.warmUp(slice());
        }
    }

    private Duration slice() {
        return time.dividedBy(slices);
    }

    /** What one call sends, not the first one: that also fills what is kept. */
    private Map<String, Integer> countStatements(BenchmarkDatabase site, Population population, DeepPaging depth)
            throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(site.url());
        config.setMaximumPoolSize(4);
        var counts = new HashMap<String, Integer>();
        try (var pool = new HikariDataSource(config)) {
            var counter = new StatementCounter(pool);
            try (Fixture stand = Fixture.on(counter.dataSource())) {
                var random = new SplittableRandom(0);
                for (BenchmarkCase line : chosen(new BenchmarkCases(site, stand, population, depth))) {
                    line.ours().prepare();
                    try (Operation operation = line.ours().open()) {
                        operation.run(random);
                        counter.reset();
                        operation.run(random);
                        counts.put(line.name(), counter.count());
                    }
                }
            }
        }
        return counts;
    }
}
