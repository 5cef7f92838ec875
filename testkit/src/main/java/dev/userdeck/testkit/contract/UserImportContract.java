package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
import static dev.userdeck.audit.AuditActions.USER_CHANGED_BY_IMPORT;
import static dev.userdeck.audit.AuditActions.USER_IMPORTED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** Users come out of files, each once, and what is wrong with a row is told. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserImportContract extends EngineContract {
    private static final TenantId ACME = new TenantId("acme");
    /** Of {@link #PASSWORD}, by libxcrypt. */
    private static final String BCRYPT = "$2y$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK";

    private final List<RefusedRow> refused = new ArrayList<>();
    private final List<ImportProgress> steps = new ArrayList<>();
    private final ImportListener report = new ImportListener() {
        @Override
        public void refused(RefusedRow row) {
            refused.add(row);
        }

        @Override
        public void progressed(ImportProgress progress) {
            steps.add(progress);
        }
    };

    /** For subclasses. */
    protected UserImportContract() {}

    private ImportProgress load(UserImport how, byte[] file) {
        return load(how, new ByteArrayInputStream(file));
    }

    private ImportProgress load(UserImport how, InputStream file) {
        try {
            return userdeck.data().importUsers(file, how, report, Actor.system());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImportProgress lines(UserImport how, String... lines) {
        return load(how, String.join("\n", lines).getBytes(UTF_8));
    }

    private ImportProgress csv(String... lines) {
        return load(UserImport.of(DataFormat.CSV), String.join("\r\n", lines).getBytes(UTF_8));
    }

    private static UserImport jsonLines() {
        return UserImport.of(DataFormat.JSON_LINES);
    }

    private User user(String email) {
        return userdeck.users().findByEmail(email, TenantId.PUBLIC).orElseThrow();
    }

    private List<User> all() {
        return userdeck.users().list(UserQuery.of(Scope.all()).size(100)).items();
    }

    private List<String> refusals() {
        return refused.stream()
                .flatMap(
                        row -> row.errors().stream().map(error -> row.row() + " " + error.field() + " " + error.code()))
                .toList();
    }

    @Test
    void aLineIsAUser() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());

        ImportProgress done = lines(jsonLines(), """
            {"id":"u-1","externalId":"crm-7","name":" Ada ","email":"Ada@example.org","phone":"+44 20 7946 0123",\
            "joinedAt":"2020-02-03T04:05:06.789Z","lastSeenAt":1600000000000,"tenants":["public","acme"],\
            "status":"suspended","suspension":{"reason":"Owes money","since":"2021-01-01","by":"Grace"},\
            "loginMethods":[{"kind":"password","email":"ada@example.org","passwordHash":"%s"},\
            {"kind":"external","provider":"google","subject":"77","createdAt":"2020-03-01T00:00:00Z"}]}\
            """.formatted(BCRYPT), "", """
            {"email":"grace@example.org"}\
            """);

        assertThat(refusals()).isEmpty();
        assertThat(done).isEqualTo(new ImportProgress(2, 2, 0, 0, 0, true));
        User ada = user("ada@example.org");
        assertThat(ada.id().value()).isEqualTo("u-1");
        assertThat(ada.externalId()).isEqualTo("crm-7");
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.email()).isEqualTo("Ada@example.org");
        assertThat(ada.phone()).isEqualTo("+442079460123");
        assertThat(ada.joinedAt()).isEqualTo("2020-02-03T04:05:06.789Z");
        assertThat(ada.lastSeenAt()).isEqualTo(Instant.ofEpochMilli(1_600_000_000_000L));
        assertThat(ada.tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME);
        assertThat(ada.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(ada.suspension()).isNotNull();
        assertThat(ada.loginMethods())
                .extracting(LoginMethod::kind)
                .containsExactly(LoginMethod.Kind.PASSWORD, LoginMethod.Kind.EXTERNAL);
        assertThat(userdeck.users().findByLogin("google", "77", ACME))
                .map(User::id)
                .contains(ada.id());
        assertThat(user("grace@example.org").status()).isEqualTo(UserStatus.INVITED);
    }

    @Test
    void anImportedUserSignsInWithTheOldPassword() {
        lines(jsonLines(), "{\"email\":\"ada@example.org\",\"passwordHash\":\"" + BCRYPT + "\"}");

        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aRowOfCsvIsAUser() {
        ImportProgress done = csv(
                "\ufeffemail,name,externalId,provider,subject",
                "ada@example.org,\"Ada \"\"Countess\"\", of\r\nLovelace\",,,",
                "",
                "grace@example.org,'=1+1,g-1,google,99");

        assertThat(refusals()).containsExactly("2 name name-invalid");
        assertThat(done).isEqualTo(new ImportProgress(2, 1, 0, 0, 1, true));
        assertThat(user("grace@example.org").name()).isEqualTo("=1+1");
        assertThat(user("grace@example.org").loginMethods()).hasSize(1);
    }

    @Test
    void semicolonsAndTabsAreReadToo() {
        csv("email;name", "ada@example.org;Ada");
        csv("email\tname", "grace@example.org\tGrace");
        csv("\"email\";\"name\"", "\"bea@example.org\";\"Bea; of, somewhere\"");
        csv("email\t\"name\"", "dora@example.org\t\"Dora\"");

        assertThat(all())
                .extracting(User::name)
                .containsExactlyInAnyOrder("Ada", "Grace", "Bea; of, somewhere", "Dora");
    }

    @Test
    void theBulkFormatOfAnotherProductIsRead() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());

        ImportProgress done = load(
                UserImport.of(DataFormat.JSON_DOCUMENT), """
                    {"users": [{
                      "externalUserId": "x-1",
                      "loginMethods": [
                        {"recipeId": "emailpassword", "email": "old@example.org", "passwordHash": "%s",
                         "hashingAlgorithm": "bcrypt", "isVerified": true, "tenantIds": ["public", "acme"],
                         "timeJoinedInMSSinceEpoch": 1672531199000},
                        {"recipeId": "thirdparty", "email": "ada@example.org", "thirdPartyId": "google",
                         "thirdPartyUserId": "112", "isPrimary": true, "timeJoinedInMSSinceEpoch": 1600000000000},
                        {"recipeId": "passwordless", "phoneNumber": "+442079460123"}]
                    }, {"externalUserId": "x-2", "loginMethods": []}]}
                    """.formatted(BCRYPT).getBytes(UTF_8));

        assertThat(refusals()).containsExactly("2 email email-missing");
        assertThat(done).isEqualTo(new ImportProgress(2, 1, 0, 0, 1, true));
        User ada = user("ada@example.org");
        assertThat(ada.externalId()).isEqualTo("x-1");
        assertThat(ada.phone()).isEqualTo("+442079460123");
        assertThat(ada.joinedAt()).isEqualTo(Instant.ofEpochMilli(1_600_000_000_000L));
        assertThat(ada.tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME);
        assertThat(ada.loginMethods()).hasSize(3);
        assertThat(userdeck.users().signIn("old@example.org", PASSWORD, ACME, Actor.anonymous()))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void whatIsWrongWithARowIsToldAtItsField() {
        created(userdeck, "taken@example.org");

        ImportProgress done = lines(
                jsonLines(),
                "{\"email\":\"first@example.org\"}",
                "{\"email\":\"no address\",\"phone\":\"12\"}",
                "{\"email\":\"taken@example.org\"}",
                "{\"email\":\"a@example.org\",\"tenants\":[\"nowhere\"]}",
                "{\"email\":\"b@example.org\",\"passwordHash\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}",
                "{\"email\":\"c@example.org\",\"loginMethods\":[{\"kind\":\"magic\"}]}",
                "{\"email\":\"d@example.org\",\"colour\":\"red\"}",
                "{\"email\":\"e@example.org\",\"joinedAt\":\"yesterday\",\"status\":\"gone\"}",
                "[1]",
                "{\"email\":\"f@example.org\",\"email\":\"g@example.org\"}",
                "{\"email\":\"first@example.org\"}",
                "{\"email\":\"last@example.org\"}");

        assertThat(refusals())
                .containsExactlyInAnyOrder(
                        "2 email email-invalid",
                        "2 phone phone-invalid",
                        "3 email email-taken",
                        "4 tenants tenant-unknown",
                        "5 passwordHash password-hash-unreadable",
                        "6 loginMethods[0].kind kind-unknown",
                        "7 colour field-unknown",
                        "8 joinedAt time-invalid",
                        "8 status status-invalid",
                        "9  json-not-an-object",
                        "10  json-syntax",
                        "11 email email-taken");
        assertThat(done).isEqualTo(new ImportProgress(12, 2, 0, 0, 10, true));
        assertThat(all()).hasSize(3);
        assertThat(refused.toString()).doesNotContain("example.org").doesNotContain("5f4dcc");
    }

    @Test
    void aBadRowOfCsvDoesNotSpoilTheNext() {
        ImportProgress done = csv(
                "email,name",
                "a@example.org,Ada,more",
                "b@example.org,\"Bea\" Smith",
                "c@example.org,Cla\"ra",
                "d@example.org,Dora",
                "e@example.org,\"Eve");

        assertThat(refusals())
                .containsExactlyInAnyOrder("2  cells-count", "3  csv-quote", "4  csv-quote", "6  cut-off");
        assertThat(done).isEqualTo(new ImportProgress(4, 1, 0, 0, 3, false));
        assertThat(all()).extracting(User::name).containsExactly("Dora");
    }

    @Test
    void aColumnThatNobodyReadsIsRefused() {
        assertThatThrownBy(() -> csv("email,nmae", "a@example.org,Ada"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("'nmae' (did you mean 'name'?)");
        assertThatThrownBy(() -> csv("email,email", "a@example.org,b@example.org"))
                .isInstanceOf(ImportRefusedException.class);
        assertThat(all()).isEmpty();

        load(UserImport.of(DataFormat.CSV).ignoring("shoe"), "email,shoe\na@example.org,39\n".getBytes(UTF_8));

        assertThat(all()).hasSize(1);
    }

    @Test
    void anotherEncodingIsNamed() {
        String text = "{\"email\":\"a@example.org\",\"name\":\"Zoë\"}\n{\"email\":\"b@example.org\"}\n";

        load(jsonLines(), text.getBytes(ISO_8859_1));

        assertThat(refusals()).containsExactly("1  encoding-invalid");
        assertThat(all()).extracting(User::email).containsExactly("b@example.org");
        assertThatThrownBy(() -> load(jsonLines(), text.getBytes(UTF_16)))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFileThatBreaksOffCanBeGoneOnWith() {
        String whole = "{\"email\":\"a@example.org\"}\n{\"email\":\"b@example.org\"}\n{\"email\":\"c@example.org\"}\n";
        UserImport how = jsonLines().name("crm");

        ImportProgress first = load(how, whole.substring(0, 40).getBytes(UTF_8));

        assertThat(first).isEqualTo(new ImportProgress(1, 1, 0, 0, 0, false));
        assertThat(refusals()).containsExactly("2  cut-off");
        assertThat(load(how, whole.getBytes(UTF_8))).isEqualTo(new ImportProgress(3, 3, 0, 0, 0, true));
        assertThat(all()).hasSize(3);
    }

    @Test
    void aRowWithoutEndIsRefusedAndNotKept() {
        String start = "{\"email\":\"a@example.org\"}\n{\"name\":\"";
        String end = "\"}\n{\"email\":\"b@example.org\"}\n";
        long middle = 64L * 1024 * 1024;

        ImportProgress done = load(jsonLines(), Streams.padded(start, middle, end));

        assertThat(refusals()).containsExactly("2  row-too-long");
        assertThat(done).isEqualTo(new ImportProgress(3, 2, 0, 0, 1, true));
        refused.clear();
        load(
                UserImport.of(DataFormat.CSV),
                Streams.padded("email,name\nc@example.org,\"", middle, "\"\nd@example.org,Dora\n"));
        assertThat(refusals()).containsExactly("2  row-too-long");
        assertThat(all()).hasSize(3);
    }

    @Test
    void anUpsertChangesWhoIsThereAndTakesNothingAway() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        User ada = signUp("ada@example.org");
        lines(jsonLines(), "{\"externalId\":\"crm-2\",\"email\":\"grace@example.org\",\"name\":\"Grace\"}");

        ImportProgress done = lines(
                jsonLines().upsert(),
                ada(BCRYPT),
                "{\"externalId\":\"crm-2\",\"email\":\"hopper@example.org\"}",
                "{\"externalId\":\"crm-2\",\"email\":\"hopper@example.org\"}",
                "{\"externalId\":\"crm-2\",\"email\":\"ada@example.org\",\"tenants\":[\"public\"]}",
                "{\"externalId\":\"crm-3\",\"email\":\"hopper@example.org\"}",
                "{\"externalId\":\"crm-4\",\"email\":\"new@example.org\"}");

        assertThat(refusals()).containsExactlyInAnyOrder("4 email email-taken", "5 externalId external-id-differs");
        assertThat(done).isEqualTo(new ImportProgress(6, 1, 2, 1, 2, true, new ImportNotes(0, 0, 1, 0, 0)));
        User grace = userdeck.users().findByExternalId("crm-2", TenantId.PUBLIC).orElseThrow();
        assertThat(grace.name()).isEqualTo("Grace");
        assertThat(grace.email()).isEqualTo("hopper@example.org");
        User after = user("ada@example.org");
        assertThat(after.id()).isEqualTo(ada.id());
        assertThat(after.externalId()).isEqualTo("crm-1");
        assertThat(after.tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME);
        assertThat(after.loginMethods()).hasSize(2);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    private static String ada(String hash) {
        return """
            {"email":"ADA@example.org","externalId":"crm-1","tenants":["public","acme"],"loginMethods":[\
            {"kind":"password","email":"ada@example.org","passwordHash":"%s"},\
            {"kind":"external","provider":"google","subject":"1"}]}\
            """.formatted(hash);
    }

    @Test
    void aDryRunWritesNothingAndTellsTheSame() {
        created(userdeck, "taken@example.org");
        String[] file = {"{\"email\":\"a@example.org\"}", "{\"email\":\"taken@example.org\"}"};
        List<AuditEvent> before = events();

        ImportProgress dry = lines(jsonLines().asDryRun(), file);

        List<String> told = refusals();
        assertThat(all()).hasSize(1);
        assertThat(events()).isEqualTo(before);
        refused.clear();
        assertThat(lines(jsonLines(), file)).isEqualTo(dry).isEqualTo(new ImportProgress(2, 1, 0, 0, 1, true));
        assertThat(refusals()).isEqualTo(told);
    }

    @Test
    void afterACrashEachRowIsDoneOnce() {
        byte[] file = many(1_700);
        UserImport how = jsonLines().name("crm");
        int rounds = 0;
        for (int end = 30_000; end < file.length; end += 30_000) {
            int failing = end;
            assertThatThrownBy(() ->
                            userdeck.data().importUsers(Streams.failing(file, failing), how, report, Actor.system()))
                    .isInstanceOf(IOException.class);
            rounds++;
        }

        ImportProgress done = load(how, file);

        assertThat(rounds).isGreaterThan(1);
        assertThat(done).isEqualTo(new ImportProgress(1_700, 1_700, 0, 0, 0, true));
        assertThat(steps)
                .extracting(ImportProgress::rows)
                .contains(500L, 1_000L)
                .isSorted();
        assertThat(count()).isEqualTo(1_700);
        assertThat(load(how, file)).isEqualTo(done);
        assertThat(count()).isEqualTo(1_700);
    }

    @Test
    void anotherFileUnderTheNameIsRefused() {
        UserImport how = jsonLines().name("crm");
        byte[] file = many(600);
        assertThatThrownBy(() -> userdeck.data()
                        .importUsers(Streams.failing(file, file.length - 10), how, report, Actor.system()))
                .isInstanceOf(IOException.class);
        byte[] other = new String(file, UTF_8).replace("user1@", "userx@").getBytes(UTF_8);

        assertThatThrownBy(() -> load(how, other))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class, e -> assertThat(e.code()).isEqualTo("other-file"));
        assertThat(count()).isEqualTo(500);
    }

    @Test
    void twoRunsOfOneImportDoNotMeet() {
        UserImport how = jsonLines().name("crm");
        byte[] file = many(1_200);
        var isNested = new boolean[1];
        var listener = new ImportListener() {
            @Override
            public void progressed(ImportProgress progress) {
                if (!isNested[0]) {
                    isNested[0] = true;
                    load(how, file);
                }
            }
        };

        assertThatThrownBy(() ->
                        userdeck.data().importUsers(new ByteArrayInputStream(file), how, listener, Actor.system()))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class, e -> assertThat(e.code()).isEqualTo("import-runs"));
        assertThat(count()).isEqualTo(1_200);
    }

    @Test
    void aBatchTakesFewStatementsWithAnEventOfEachUser() {
        byte[] file = many(500);
        database.statements().reset();

        load(jsonLines().name("crm"), file);

        assertThat(database.statements().count())
                .as("%s", database.statements().statements())
                .isLessThanOrEqualTo(25);
        assertThat(events())
                .filteredOn(event -> event.action().equals(DATA_IMPORTED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.target()).isEqualTo("crm");
                    assertThat(event.tenant()).isEqualTo(TenantId.PUBLIC);
                });
        var ofUsers = AuditQuery.of(Scope.of(TenantId.PUBLIC)).action(USER_IMPORTED);
        assertThat(userdeck.audit().list(ofUsers.size(100)).items())
                .hasSize(100)
                .allSatisfy(event -> assertThat(event.target()).isEqualTo("crm"))
                .extracting(AuditEvent::user)
                .doesNotHaveDuplicates();
    }

    @Test
    void aUserIsToldOfTheImportThatCreatedAndOfThoseThatChanged() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        String row = "{\"email\":\"ada@example.org\",\"tenants\":[\"public\",\"acme\"]%s}";
        lines(jsonLines().upsert().name("crm"), row.formatted(""));
        lines(jsonLines().upsert().name("crm-2"), row.formatted(",\"name\":\"Ada\""));
        lines(jsonLines().upsert().name("crm-3"), row.formatted(",\"name\":\"Ada\""));
        lines(jsonLines().upsert().asDryRun(), row.formatted(",\"name\":\"Countess\""));

        User ada = userdeck.users().findByEmail("ada@example.org", ACME).orElseThrow();
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.of(ACME)).user(ada.id()))
                        .items())
                .extracting(AuditEvent::action, AuditEvent::target)
                .containsExactly(tuple(USER_CHANGED_BY_IMPORT, "crm-2"), tuple(USER_IMPORTED, "crm"));
    }

    @Test
    void whoMayTouchOneTenantTouchesNoOther() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        User both = created(userdeck, "both@example.org");
        userdeck.users().addToTenant(both.id(), ACME, Actor.system());

        lines(
                jsonLines().upsert().tenant(ACME).scope(Scope.of(ACME)),
                "{\"email\":\"a@example.org\"}",
                "{\"email\":\"b@example.org\",\"tenants\":[\"public\"]}",
                "{\"email\":\"both@example.org\",\"name\":\"Mine\"}");

        assertThat(refusals()).containsExactlyInAnyOrder("2 tenants tenant-unknown", "3 tenants partly-out-of-scope");
        assertThat(userdeck.users().findByEmail("a@example.org", ACME)).isPresent();
    }

    private static byte[] many(int users) {
        return IntStream.range(0, users)
                .mapToObj(i -> "{\"email\":\"user" + i + "@example.org\",\"name\":\"User " + i + "\"}\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private int count() {
        int count = 0;
        var query = UserQuery.of(Scope.all()).size(100);
        var page = userdeck.users().list(query);
        count += page.items().size();
        while (page.nextCursor() != null) {
            page = userdeck.users().list(query.cursor(page.nextCursor()));
            count += page.items().size();
        }
        return count;
    }

    private List<AuditEvent> events() {
        return userdeck.audit().list(AuditQuery.of(Scope.all())).items();
    }

    /** Streams that a test needs. */
    private static final class Streams {
        private Streams() {}

        /** Breaks with an exception after some bytes. */
        static InputStream failing(byte[] file, int after) {
            return new FilterInputStream(new ByteArrayInputStream(file)) {
                private int left = after;

                @Override
                public int read(byte[] buffer, int at, int length) throws IOException {
                    if (left == 0) {
                        throw new IOException("The connection was lost");
                    }
                    int read = super.read(buffer, at, Math.min(Math.min(length, 8_192), left));
                    left -= Math.max(0, read);
                    return read;
                }
            };
        }

        /** With many times the same character in the middle. */
        static InputStream padded(String start, long times, String end) {
            var middle = new InputStream() {
                private long left = times;

                @Override
                public int read() {
                    return left-- > 0 ? 'x' : -1;
                }

                @Override
                public int read(byte[] buffer, int at, int length) {
                    if (left <= 0) {
                        return -1;
                    }
                    int read = (int) Math.min(length, left);
                    java.util.Arrays.fill(buffer, at, at + read, (byte) 'x');
                    left -= read;
                    return read;
                }
            };
            return new java.io.SequenceInputStream(
                    new java.io.SequenceInputStream(new ByteArrayInputStream(start.getBytes(UTF_8)), middle),
                    new ByteArrayInputStream(end.getBytes(UTF_8)));
        }
    }
}
