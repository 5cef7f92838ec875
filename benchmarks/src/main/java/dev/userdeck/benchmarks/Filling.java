package dev.userdeck.benchmarks;

import java.util.function.Consumer;

/** Has the users of the options in the database: writes them into an empty one, takes those that are there. */
final class Filling {
    private Filling() {}

    static void fill(Options options, Site site, Stand stand, Consumer<String> progress) throws Exception {
        int there = site.countUsers();
        if (there == options.users()) {
            return;
        }
        if (there != 0) {
            throw new IllegalStateException("There are %d users in %s, not %d: take an empty database"
                    .formatted(there, site.engine().title(), options.users()));
        }
        long start = System.nanoTime();
        Loader.prepare(stand.userdeck());
        new Loader(options.population()).load(site, loaded -> {
            if (loaded % 100_000 == 0) {
                progress.accept("%,d users".formatted(loaded));
            }
        });
        site.analyze();
        progress.accept(
                "%,d users written in %d s".formatted(options.users(), (System.nanoTime() - start) / 1_000_000_000));
    }
}
