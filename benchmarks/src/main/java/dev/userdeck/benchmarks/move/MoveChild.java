package dev.userdeck.benchmarks.move;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.data.CreateImportJobResult;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportJob;
import dev.userdeck.data.ImportJobId;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.NewImportJob;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Checks, imports or exports a file, in a JVM with little memory; says on its output how far it is. */
public final class MoveChild {
    public static final String IMPORT = "import";
    public static final String EXPORT = "export";
    public static final String CHECK = "check";
    static final String NAME = "benchmark";

    private MoveChild() {}

    /** What to do, the URL of the database, and the file to read or to write. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[2]);
        // a clock that goes, as the ids of new users are in the order of time
        try (Userdeck userdeck = Fixture.builder()
                .clock(Clock.systemUTC())
                .jdbcUrl(arguments[1], null, null)
                .start()) {
            System.out.println("start");
            long before = System.nanoTime();
            long users = switch (arguments[0]) {
                case IMPORT ->
                    read(userdeck, file, UserImport.of(DataFormat.JSON_LINES).name(NAME));
                case CHECK -> check(userdeck, file);
                default -> write(userdeck, file);
            };
            System.out.printf("done %d %d %d%n", users, System.nanoTime() - before, peakHeap());
        }
    }

    private static long read(Userdeck userdeck, Path file, UserImport how) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ImportProgress done = userdeck.data().importUsers(in, how, new Telling(), Actor.system());
            return done.created();
        }
    }

    /** As a job, the way of the dashboard; the file has everybody twice, far apart. */
    private static long check(Userdeck userdeck, Path file) throws IOException {
        Operator operator = Operator.of("benchmark", Preset.ADMIN);
        ImportJobs jobs = userdeck.importJobs();
        var job = new NewImportJob("users.jsonl", Files.size(file), UserImport.of(DataFormat.JSON_LINES));
        ImportJobId id = ((CreateImportJobResult.Created) jobs.create(job, operator))
                .job()
                .id();
        try (InputStream in = Files.newInputStream(file)) {
            jobs.append(id, 0, in, operator);
        }
        System.out.println("uploaded");
        ImportJob now = jobs.find(id, operator).orElseThrow();
        while (now.state() == ImportJobState.CHECKING) {
            userdeck.runMaintenance();
            now = jobs.find(id, operator).orElseThrow();
            System.out.println("rows " + now.progress().rows());
        }
        jobs.discard(id, operator);
        ImportProgress done = now.progress();
        if (!now.canStart() || done.created() != done.refused()) {
            throw new IllegalStateException("The check came to " + now);
        }
        return done.rows();
    }

    private static final class Telling implements ImportListener {
        @Override
        public void progressed(ImportProgress progress) {
            System.out.println("rows " + progress.rows());
        }
    }

    private static long write(Userdeck userdeck, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            var what = UserExport.of(UserQuery.of(Scope.all()), DataFormat.JSON_LINES);
            return userdeck.data().exportUsers(what, out, Actor.system());
        }
    }

    /** The most that was used, garbage and all; at most, as the parts of the heap peak at different times. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
