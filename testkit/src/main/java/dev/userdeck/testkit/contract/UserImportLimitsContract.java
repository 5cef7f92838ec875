package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a row is that row's alone: the rows around it are imported. */
@Tag("slow")
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserImportLimitsContract extends EngineContract {
    /** Of one file; ten of them a format. */
    private static final int MUTATED = 500;

    private static final int FILES = 10;
    private static final int BREAKING = 100;

    private final List<RefusedRow> refused = new ArrayList<>();

    /** For subclasses. */
    protected UserImportLimitsContract() {}

    private ImportProgress load(UserImport how, byte[] file) {
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                refused.add(row);
            }
        };
        try {
            return userdeck.data().importUsers(new ByteArrayInputStream(file), how, listener, Actor.system());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> emails() {
        var emails = new HashSet<String>();
        var query = UserQuery.of(Scope.all()).size(100);
        var page = userdeck.users().list(query);
        while (true) {
            page.items().stream().map(User::email).forEach(emails::add);
            if (page.nextCursor() == null) {
                return emails;
            }
            page = userdeck.users().list(query.cursor(page.nextCursor()));
        }
    }

    private List<String> refusals() {
        return refused.stream()
                .map(row -> row.row() + " " + row.errors().get(0).code())
                .toList();
    }

    /** Rows that a parser of JSON would rather not read, and the code each is refused with. */
    private static Map<String, String> beyondTheLimits() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("{\"email\":\"x@example.org\",\"name\":" + "9".repeat(2_000) + "}", "json-limit");
        rows.put("{\"email\":\"x@example.org\",\"name\":0." + "9".repeat(2_000) + "}", "json-limit");
        rows.put("{\"email\":\"x@example.org\",\"name\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", "json-limit");
        rows.put("{\"" + "k".repeat(60_000) + "\":1}", "json-limit");
        rows.put("{\"email\":\"x@example.org\",\"name\":\"" + "n".repeat(2 * 1024 * 1024) + "\"}", "row-too-long");
        rows.put("{\"email\":\"x@example.org\",\"name\":1e99999999999}", "json-limit");
        rows.put("{\"email\":\"x@example.org\",\"email\":\"y@example.org\"}", "json-syntax");
        rows.put("{\"email\":\"x@example.org\",\"name\":tru}", "json-syntax");
        rows.put("{\"email\":\"x@example.org\",\"name\":NaN}", "json-syntax");
        rows.put("{\"email\":\"x@example.org\",\"name\":\"\t\"}", "json-syntax");
        rows.put("[1]", "json-not-an-object");
        return rows;
    }

    @Test
    void aLineBeyondTheParsersLimitsIsRefusedAndTheNextIsRead() {
        aRowBeyondTheParsersLimitsIsRefused(DataFormat.JSON_LINES);
    }

    @Test
    void aUserOfADocumentBeyondTheParsersLimitsIsRefusedAndTheNextIsRead() {
        aRowBeyondTheParsersLimitsIsRefused(DataFormat.JSON_DOCUMENT);
    }

    private void aRowBeyondTheParsersLimitsIsRefused(DataFormat format) {
        var rows = new ArrayList<byte[]>();
        var expected = new ArrayList<String>();
        var good = new HashSet<String>();
        beyondTheLimits().forEach((row, code) -> {
            rows.add(row.getBytes(UTF_8));
            expected.add(rows.size() + " " + code);
            String email = "good" + rows.size() + "@example.org";
            rows.add(("{\"email\":\"" + email + "\"}").getBytes(UTF_8));
            good.add(email);
        });
        byte[] file = MutatedRows.file(format, rows);

        ImportProgress dry = load(UserImport.of(format).asDryRun(), file);
        assertThat(refusals()).containsExactlyInAnyOrderElementsOf(expected);
        refused.clear();
        ImportProgress done = load(UserImport.of(format).name("crm"), file);

        assertThat(refusals()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(done).isEqualTo(new ImportProgress(rows.size(), good.size(), 0, 0, good.size(), true));
        assertThat(dry).isEqualTo(done);
        assertThat(emails()).isEqualTo(good);
    }

    @Test
    void aUserOfAHundredMegabytesIsRefusedAndNotKept() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("{\"users\":[{\"email\":\"a@example.org\"},{\"name\":\"".getBytes(UTF_8));
        file.writeBytes("x".repeat(100 * 1024 * 1024).getBytes(UTF_8));
        file.writeBytes("\"},{\"email\":\"b@example.org\"}]}".getBytes(UTF_8));

        ImportProgress done = load(UserImport.of(DataFormat.JSON_DOCUMENT), file.toByteArray());

        assertThat(refusals()).containsExactly("2 row-too-long");
        assertThat(done).isEqualTo(new ImportProgress(3, 2, 0, 0, 1, true));
    }

    @Test
    void aDocumentWhoseBracketsDoNotFitEndsThere() {
        var how = UserImport.of(DataFormat.JSON_DOCUMENT).name("crm");
        String start = "{\"users\":[{\"email\":\"a@example.org\"},";
        String end = ",{\"email\":\"c@example.org\"}]}";

        ImportProgress lost =
                load(how, (start + "{\"list\":[{\"email\":\"nested@example.org\"}}" + end).getBytes(UTF_8));

        assertThat(refusals()).containsExactly("2 json-syntax");
        assertThat(lost).isEqualTo(new ImportProgress(1, 1, 0, 0, 0, false));
        assertThat(emails()).containsExactly("a@example.org");
        ImportProgress whole = load(how, (start + "{\"email\":\"b@example.org\"}" + end).getBytes(UTF_8));
        assertThat(whole).isEqualTo(new ImportProgress(3, 3, 0, 0, 0, true));
    }

    @ParameterizedTest
    @EnumSource(DataFormat.class)
    void rowsBetweenMutatedOnesAreImported(DataFormat format) {
        var mutated = new MutatedRows(format, 20_261_130L);
        var good = new HashSet<String>();
        for (int file = 0; file < FILES; file++) {
            var rows = new ArrayList<byte[]>();
            for (int row = 0; row < MUTATED; row++) {
                rows.add(mutated.next());
                String email = "good" + file + "-" + row + "@example.org";
                rows.add(mutated.good(email));
                good.add(email);
            }
            refused.clear();

            ImportProgress done = load(UserImport.of(format).name("file" + file), MutatedRows.file(format, rows));

            assertThat(done.finished()).isTrue();
            assertThat(done.rows()).isGreaterThanOrEqualTo(MUTATED);
            assertThat(refused).hasSize((int) done.refused());
        }
        assertThat(emails()).containsAll(good);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JSON_LINES") // where a line is a row whatever it holds
    void whatComesBeforeARowThatBreaksTheFileIsImported(DataFormat format) {
        var mutated = new MutatedRows(format, 20_261_130L);
        for (int file = 0; file < BREAKING; file++) {
            String email = "good" + file + "@example.org";
            byte[] bytes = MutatedRows.file(
                    format, List.of(mutated.good(email), mutated.breaking(), mutated.good("after@example.org")));
            try {
                load(UserImport.of(format), bytes);
            } catch (ImportRefusedException e) {
                // behind the last user is what no document has; what came before stays
                assertThat(e.code()).isEqualTo("document-invalid");
                continue;
            }
            assertThat(emails()).contains(email);
        }
    }
}
