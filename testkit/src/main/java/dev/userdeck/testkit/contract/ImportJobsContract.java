package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
import static dev.userdeck.audit.AuditActions.IMPORT_CANCELLED;
import static dev.userdeck.audit.AuditActions.IMPORT_FINISHED;
import static dev.userdeck.audit.AuditActions.IMPORT_STARTED;
import static dev.userdeck.audit.AuditActions.IMPORT_STOPPED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.data.CreateImportJobResult;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportJob;
import dev.userdeck.data.ImportJobQuery;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportRefusal;
import dev.userdeck.data.ImportRefusalQuery;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.NewImportJob;
import dev.userdeck.data.UserImport;
import dev.userdeck.operator.NewOperator;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SetUpResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What import jobs must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ImportJobsContract extends EngineContract {
    private static final Operator INES = Operator.of("ines", Preset.ADMIN);
    private static final Operator MAX = Operator.of("max", Preset.ADMIN).scope(Scope.of(TenantId.PUBLIC));
    private static final UserImport CSV = UserImport.of(DataFormat.CSV);
    /** More than a turn in the background does. */
    private static final int MANY = 2_600;

    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();

    /** For subclasses. */
    protected ImportJobsContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.hostOperators(
                id -> dismissed.contains(id) ? Optional.empty() : Optional.of(id.equals("max") ? MAX : INES));
    }

    @Test
    void isUploadedCheckedStartedAndReported() throws IOException {
        byte[] file = bytes("email,name\nada@example.org,Ada\nno address,X\nADA@example.org,Twice\n");
        ImportJob created = created(CSV, file.length, INES);
        assertThat(created.state()).isEqualTo(ImportJobState.UPLOADING);

        ImportJob whole = append(created, 0, file, INES);
        assertThat(List.of(whole.state(), whole.received()))
                .containsExactly(ImportJobState.CHECKING, (long) file.length);
        userdeck.runMaintenance();
        ImportJob checked = found(created);
        assertThat(checked.state()).isEqualTo(ImportJobState.CHECKED);
        assertThat(checked.canStart()).isTrue();
        assertThat(counts(checked)).containsExactly(3L, 1L, 0L, 0L, 2L);
        assertThat(refusals(checked)).containsExactly("3 email email-invalid", "4 email email-taken");
        assertThat(users()).isZero();
        assertThat(events(DATA_IMPORTED)).isEmpty();

        ImportJob running = userdeck.importJobs().start(created.id(), INES).orElseThrow();
        assertThat(List.of(running.state(), running.expectedRows())).containsExactly(ImportJobState.RUNNING, 3L);
        assertThat(counts(running)).containsOnly(0L);
        userdeck.runMaintenance();

        ImportJob end = found(created);
        assertThat(end.state()).isEqualTo(ImportJobState.FINISHED);
        assertThat(counts(end)).containsExactly(3L, 1L, 0L, 0L, 2L);
        assertThat(refusals(end)).containsExactly("3 email email-invalid", "4 email email-taken");
        assertThat(end.endedAt()).isEqualTo(clock.instant());
        assertThat(users()).isEqualTo(1);
        assertThat(chunks()).isZero();
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).action("import."))
                        .items())
                .extracting(AuditEvent::action, AuditEvent::target)
                .containsExactly(
                        tuple(IMPORT_FINISHED, created.id().value()),
                        tuple(IMPORT_STARTED, created.id().value()));
        assertThat(events(IMPORT_FINISHED).get(0).changes())
                .contains(new AuditEvent.Change("created", null, "1"), new AuditEvent.Change("refused", null, "2"));
        AuditEvent batch = events(DATA_IMPORTED).get(0);
        assertThat(batch.actor().id()).isEqualTo("ines");
        assertThat(batch.target()).isEqualTo(created.id().value());
        clock.advance(Duration.ofDays(31));
        userdeck.runMaintenance();
        assertThat(userdeck.importJobs().list(ImportJobQuery.of(INES)).items()).isEmpty();
    }

    /** As the check is a dry run that goes on over several turns, and the rows that belong together come last in it. */
    @Test
    void theCheckTellsOfDuplicatesAtAnyDistanceAndTheRunDoesWhatItTold() throws IOException {
        created(userdeck, "person000003@example.org");
        byte[] file = bytes(new String(csv(MANY), UTF_8)
                + "PERSON000001@example.org\nperson002599@example.org\nperson000002@example.org\n");
        ImportJob job = uploaded(CSV, file, INES);
        long most = 0;
        while (found(job).state() == ImportJobState.CHECKING) {
            assertThat(found(job).read()).isBetween(most, (long) file.length);
            most = found(job).read();
            userdeck.runMaintenance();
        }
        ImportJob checked = found(job);
        List<String> told = refusals(checked);

        userdeck.importJobs().start(job.id(), INES);
        finish(userdeck);

        assertThat(told)
                .containsExactly(
                        "5 email email-taken",
                        "2602 email email-taken",
                        "2603 email email-taken",
                        "2604 email email-taken");
        assertThat(counts(checked)).containsExactly(MANY + 3L, MANY - 1L, 0L, 0L, 4L);
        assertThat(found(job).progress()).isEqualTo(checked.progress());
        assertThat(refusals(found(job))).isEqualTo(told);
        assertThat(users()).isEqualTo(MANY);
    }

    @Test
    void whatItNotesIsToldBeforeAndAfter() throws IOException {
        created(userdeck, "ada@example.org");
        ImportJob job =
                uploaded(CSV.upsert(), bytes("email,status,joinedAt\nada@example.org,suspended,2020-01-01\n"), INES);
        userdeck.runMaintenance();
        assertThat(found(job).progress().notes()).isEqualTo(new ImportNotes(1, 0, 0, 1, 0));
        assertThat(events(USER_SUSPENDED)).isEmpty();

        userdeck.importJobs().start(job.id(), INES);
        finish(userdeck);

        assertThat(found(job).progress().notes()).isEqualTo(new ImportNotes(1, 0, 0, 1, 0));
        assertThat(events(USER_SUSPENDED)).singleElement().satisfies(event -> {
            assertThat(event.actor().id()).isEqualTo("ines");
            assertThat(event.changes())
                    .contains(new AuditEvent.Change("job", null, job.id().value()));
        });
    }

    @Test
    void anUploadThatBreaksGoesOnBehindWhatCame() throws IOException {
        byte[] file = csv(20_000); // two parts and a bit
        ImportJob job = created(CSV, file.length, INES);
        var broken = new SequenceInputStream(new ByteArrayInputStream(file, 0, 300_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> userdeck.importJobs().append(job.id(), 0, broken, INES))
                .isInstanceOf(IOException.class);
        userdeck.runMaintenance();
        ImportJob half = found(job);
        assertThat(half.state()).isEqualTo(ImportJobState.UPLOADING);
        assertThat(half.received()).isEqualTo(256 * 1024L);

        ImportJob elsewhere = append(half, 0, file, INES);
        assertThat(elsewhere.received()).isEqualTo(half.received());
        var rest = new ByteArrayInputStream(file, (int) half.received(), file.length);
        ImportJob whole = userdeck.importJobs()
                .append(job.id(), half.received(), rest, INES)
                .orElseThrow();
        assertThat(whole.state()).isEqualTo(ImportJobState.CHECKING);
        finish(userdeck);
        assertThat(counts(found(job))).containsExactly(20_000L, 20_000L, 0L, 0L, 0L);
        assertThat(found(job).read()).isEqualTo(file.length);
        assertThatThrownBy(() -> append(created(CSV, 10, INES), 0, file, INES))
                .isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void aFileThatIsWrongAsAWholeIsCheckedInAnotherWayWithoutBeingSentAgain() throws IOException {
        ImportJob job = uploaded(CSV, bytes("email,shoe size\nada@example.org,38\n"), INES);
        userdeck.runMaintenance();
        ImportJob wrong = found(job);
        assertThat(wrong.state()).isEqualTo(ImportJobState.CHECKED);
        assertThat(wrong.canStart()).isFalse();
        assertThat(wrong.reason()).contains("shoe size");
        assertThat(userdeck.importJobs().start(job.id(), INES).orElseThrow().state())
                .isEqualTo(ImportJobState.CHECKED);

        userdeck.importJobs().check(job.id(), CSV.ignoring("shoe size").upsert(), INES);
        userdeck.runMaintenance();

        assertThat(found(job).canStart()).isTrue();
        assertThat(found(job).how()).isEqualTo(CSV.ignoring("shoe size").upsert());
        assertThat(userdeck.importJobs().discard(job.id(), INES)).isTrue();
        assertThat(userdeck.importJobs().find(job.id(), INES)).isEmpty();
        assertThat(chunks()).isZero();
    }

    @Test
    void goesOnAfterARestartBehindTheLastBatchAndDoesNothingTwice() throws IOException {
        ImportJob job = checked(csv(MANY), INES);
        userdeck.importJobs().start(job.id(), INES);
        userdeck.runMaintenance();
        ImportJob halfWay = found(job);
        assertThat(halfWay.state()).isEqualTo(ImportJobState.RUNNING);
        assertThat(halfWay.progress().rows()).isBetween(1L, MANY - 1L).isEqualTo(users());
        userdeck.close();

        Userdeck next = start(configure(builder()));
        finish(next);

        ImportJob end = next.importJobs().find(job.id(), INES).orElseThrow();
        assertThat(end.state()).isEqualTo(ImportJobState.FINISHED);
        assertThat(counts(end)).containsExactly((long) MANY, (long) MANY, 0L, 0L, 0L);
    }

    @Test
    void aNodeThatDiedIsFollowedByAnotherAndTwoDoNothingTwice() throws IOException {
        Userdeck other = start(configure(builder()));
        ImportJob job = checked(csv(MANY), INES);
        userdeck.importJobs().start(job.id(), INES);
        userdeck.runMaintenance();
        long done = found(job).progress().rows();
        other.runMaintenance();
        assertThat(found(job).progress().rows()).as("the first one is at it").isEqualTo(done);

        clock.advance(Duration.ofMinutes(1)); // without a word from it
        AtOnce.run(() -> finish(other), () -> finish(userdeck));
        finish(other);

        assertThat(found(job).state()).isEqualTo(ImportJobState.FINISHED);
        assertThat(counts(found(job))).containsExactly((long) MANY, (long) MANY, 0L, 0L, 0L);
        assertThat(users()).isEqualTo(MANY);
    }

    @Test
    void canBeCancelledAndWhatWasImportedStays() throws IOException {
        ImportJob job = checked(csv(MANY), INES);
        userdeck.importJobs().start(job.id(), INES);
        userdeck.runMaintenance();

        assertThat(userdeck.importJobs().discard(job.id(), INES)).isFalse();
        ImportJob end = userdeck.importJobs().cancel(job.id(), INES).orElseThrow();
        finish(userdeck);

        assertThat(end.state()).isEqualTo(ImportJobState.CANCELLED);
        assertThat(found(job)).isEqualTo(end);
        assertThat(users()).isEqualTo(end.progress().created()).isBetween(1L, MANY - 1L);
        assertThat(chunks()).isZero();
        assertThat(events(IMPORT_CANCELLED)).hasSize(1);
    }

    @Test
    void stopsBetweenBatchesWhenTheOperatorMayNotImportAnyMore() throws IOException {
        ImportJob job = checked(csv(MANY), INES);
        ImportJob waiting = checked(csv(1), INES);
        userdeck.importJobs().start(job.id(), INES);
        userdeck.runMaintenance();
        long done = found(job).progress().rows();
        dismissed.add("ines");

        userdeck.runMaintenance();

        ImportJob end = found(job);
        assertThat(end.state()).isEqualTo(ImportJobState.STOPPED);
        assertThat(end.reason()).isEqualTo("ines may not import users any more.");
        assertThat(end.progress().rows()).isEqualTo(done).isPositive();
        assertThat(events(IMPORT_STOPPED).get(0).changes())
                .contains(new AuditEvent.Change("created", null, Long.toString(done)));
        clock.advance(Duration.ofHours(2));
        userdeck.runMaintenance(); // what has not been started goes with its operator
        assertThat(userdeck.importJobs().find(waiting.id(), INES)).isEmpty();
        assertThat(chunks()).isZero();
    }

    @Test
    void anOperatorOfOursWhoIsDisabledStopsIt() throws IOException {
        String token = userdeck.operators().issueSetUpToken().orElseThrow();
        var setUp = userdeck.operators()
                .setUp(token, new NewOperator("ines@example.org", "Ines", PASSWORD), Actor.anonymous());
        Operator ines = ((SetUpResult.Done) setUp).session().operator();
        ImportJob job = uploaded(CSV, csv(MANY), ines);
        finish(userdeck);
        userdeck.importJobs().start(job.id(), ines);
        userdeck.runMaintenance();
        new Tables(database).execute("update ud_operator set status = 'disabled'");

        finish(userdeck);

        assertThat(found(job).state()).isEqualTo(ImportJobState.STOPPED);
        assertThat(users()).isEqualTo(found(job).progress().created()).isBetween(1L, MANY - 1L);
        assertThat(chunks()).isZero();
    }

    @Test
    void noFileIsKeptForMoreThanADay() throws IOException {
        ImportJob uploading = created(CSV, 1_000, INES);
        append(uploading, 0, csv(5), INES);
        ImportJob waiting = checked(csv(5), INES);
        ImportJob running = checked(csv(MANY), INES);
        userdeck.importJobs().start(running.id(), INES);
        userdeck.runMaintenance();
        assertThat(chunks()).isEqualTo(3);
        userdeck.close();
        clock.advance(Duration.ofHours(24));

        Userdeck next = start(configure(builder()).hostOperators(id -> Optional.of(INES)));
        // as if nobody had come to it
        next.runMaintenance();

        assertThat(chunks()).isZero();
        assertThat(next.importJobs().find(uploading.id(), INES)).isEmpty();
        assertThat(next.importJobs().find(waiting.id(), INES)).isEmpty();
        assertThat(next.importJobs()
                        .find(running.id(), INES)
                        .orElseThrow()
                        .state()
                        .isOver())
                .isTrue();
    }

    @Test
    void isItsOperatorsOwn() throws IOException {
        byte[] file = csv(1);
        ImportJob job = created(CSV.scope(MAX.scope()), file.length, MAX);
        ImportJob all = created(CSV, file.length, INES);
        ImportJobs jobs = userdeck.importJobs();

        assertThat(jobs.find(all.id(), MAX)).isEmpty();
        assertThat(jobs.cancel(all.id(), MAX)).isEmpty();
        assertThat(jobs.discard(all.id(), MAX)).isFalse();
        assertThat(jobs.refusals(ImportRefusalQuery.of(all.id(), MAX)).items()).isEmpty();
        assertThat(jobs.list(ImportJobQuery.of(MAX)).items()).containsExactly(job);
        assertThat(jobs.list(ImportJobQuery.of(INES)).items()).hasSize(2);
        assertThat(jobs.find(job.id(), INES)).isPresent();
        assertThat(jobs.append(job.id(), 0, new ByteArrayInputStream(file), INES))
                .isEmpty();
        assertThat(jobs.start(job.id(), INES)).isEmpty();
        assertThat(jobs.check(job.id(), CSV, INES)).isEmpty();
        assertThatThrownBy(() -> jobs.check(job.id(), CSV, MAX)).isInstanceOf(IllegalArgumentException.class);
        assertThat(jobs.create(new NewImportJob("users.csv", 1, CSV), MAX))
                .isInstanceOf(CreateImportJobResult.NotAllowed.class);
        assertThat(jobs.create(new NewImportJob("users.csv", 1, CSV), Operator.of("sue", Preset.SUPPORT)))
                .isInstanceOf(CreateImportJobResult.NotAllowed.class);
        assertThat(jobs.create(new NewImportJob("users.csv", 0, CSV), INES))
                .isInstanceOf(CreateImportJobResult.Refused.class);
    }

    @Test
    void theSameFileTwiceIsTwoJobs() throws IOException {
        ImportJob first = checked(csv(3), INES);
        userdeck.importJobs().start(first.id(), INES);
        userdeck.runMaintenance();

        ImportJob second = checked(csv(3), INES);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(counts(second)).containsExactly(3L, 0L, 0L, 0L, 3L);
        for (int i = 1; i < ImportJobs.MAX_OPEN; i++) {
            created(CSV, 1, INES);
        }
        assertThat(userdeck.importJobs().create(new NewImportJob("users.csv", 1, CSV), INES))
                .isInstanceOf(CreateImportJobResult.Refused.class);
    }

    @Test
    void aFileThatBreaksOffIsToldAndRefusalsArePaged() throws IOException {
        String lines = IntStream.range(0, 60)
                .mapToObj(i -> "{\"email\":\"no address " + i + "\"}\n")
                .collect(Collectors.joining("", "", "{\"email\":\"ada@example.org\"}\n{\"email\":\"gra"));
        ImportJob job = uploaded(UserImport.of(DataFormat.JSON_LINES), bytes(lines), INES);
        userdeck.runMaintenance();
        assertThat(found(job).state()).isEqualTo(ImportJobState.CHECKED);
        assertThat(found(job).progress().finished()).isFalse();
        userdeck.importJobs().start(job.id(), INES);
        userdeck.runMaintenance();

        assertThat(found(job).state()).isEqualTo(ImportJobState.FINISHED);
        assertThat(found(job).progress().finished()).isFalse();
        assertThat(users()).isEqualTo(1);
        var query = ImportRefusalQuery.of(job.id(), INES).size(40);
        var page = userdeck.importJobs().refusals(query);
        assertThat(page.items()).hasSize(40).extracting(ImportRefusal::row).startsWith(1L, 2L);
        assertThat(userdeck.importJobs()
                        .refusals(query.cursor(page.nextCursor()))
                        .items())
                .extracting(ImportRefusal::row)
                .startsWith(41L)
                .hasSizeBetween(20, 21);
    }

    /** The memory of a part and no more, however long the file. */
    @Test
    void theFileIsTakenAndReadInParts() throws IOException {
        int parts = 8;
        var file = new ByteArrayInputStream(new byte[parts * 256 * 1024]) {
            private int most;

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                most = Math.max(most, length);
                return super.read(buffer, offset, length);
            }
        };
        ImportJob job = created(UserImport.of(DataFormat.JSON_LINES), parts * (256L * 1024), INES);

        int statements = statements(() -> {
            try {
                userdeck.importJobs().append(job.id(), 0, file, INES);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(file.most).isEqualTo(256 * 1024);
        assertThat(chunks()).isEqualTo(parts);
        assertThat(statements).as("a look, an insert and an update a part").isLessThanOrEqualTo(3 * parts + 4);
    }

    private ImportJob created(UserImport how, long bytes, Operator operator) {
        var result = userdeck.importJobs().create(new NewImportJob("users.csv", bytes, how), operator);
        return ((CreateImportJobResult.Created) result).job();
    }

    private ImportJob append(ImportJob job, long from, byte[] part, Operator operator) throws IOException {
        return userdeck.importJobs()
                .append(job.id(), from, new ByteArrayInputStream(part), operator)
                .orElseThrow();
    }

    private ImportJob uploaded(UserImport how, byte[] file, Operator operator) throws IOException {
        return append(created(how, file.length, operator), 0, file, operator);
    }

    private ImportJob checked(byte[] file, Operator operator) throws IOException {
        ImportJob job = uploaded(CSV, file, operator);
        finish(userdeck);
        assertThat(found(job).canStart()).isTrue();
        return found(job);
    }

    private ImportJob found(ImportJob job) {
        return userdeck.importJobs().find(job.id(), INES).orElseThrow();
    }

    /** Enough turns for all there is to do. */
    private static boolean finish(Userdeck where) {
        for (int turn = 0; turn < 11; turn++) {
            where.runMaintenance();
        }
        return true;
    }

    private static List<Long> counts(ImportJob job) {
        var done = job.progress();
        return List.of(done.rows(), done.created(), done.updated(), done.unchanged(), done.refused());
    }

    private List<String> refusals(ImportJob job) {
        return userdeck.importJobs().refusals(ImportRefusalQuery.of(job.id(), INES)).items().stream()
                .map(refusal -> refusal.row() + " " + refusal.field() + " " + refusal.code())
                .toList();
    }

    private long users() {
        return userdeck.users().count(Scope.all(), UserFilter.none()).number();
    }

    private int chunks() {
        return new Tables(database).count("ud_import_chunk");
    }

    private static byte[] csv(int rows) {
        return bytes(IntStream.range(0, rows)
                .mapToObj("person%06d@example.org\n"::formatted)
                .collect(Collectors.joining("", "email\n", "")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
