package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A dry run tells what the import will do, of rows that have to do with others in the file as well, however far apart. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ImportPreviewContract extends EngineContract {
    private static final int FILES = 14;
    private static final int ROWS = 14;
    /** So long a row fills a batch. */
    private static final String LONG = " ".repeat(1024 * 1024);

    private static final String[] IDS = {"'id':'u-1'", "'id':'u-2'"};
    private static final String[] EXTERNAL_IDS = {"'externalId':'crm-1'", "'externalId':'crm-2'", "'externalId':'CRM-1'"
    };
    private static final String[] EMAILS = {
        "'email':'ada@example.org'",
        "'email':'ADA@Example.org'",
        "'email':'bea@example.org'",
        "'email':'cy@example.org'"
    };
    private static final String[] PHONES = {
        "'phone':'+442079460123'", "'phone':'+44 (0)20 7946-0123'", "'phone':'+442079460124'"
    };
    private static final String[] LOGINS = {"'provider':'google','subject':'1'", "'provider':'google','subject':'2'"};
    private static final String[] TENANTS = {"'tenants':['acme']", "'tenants':['public','acme']", "'tenants':['gone']"};
    private static final String[] MORE = {
        "'name':'Ada'",
        "'name':'Bea'",
        "'status':'suspended'",
        "'status':'active'",
        "'suspension':{'reason':'Owes money','until':'2030-01-01'}",
        "'joinedAt':'2020-01-01'"
    };

    /** For subclasses. */
    protected ImportPreviewContract() {}

    /** What became of a file, or would. */
    private record Report(ImportProgress progress, TreeSet<String> refused) {}

    private Report load(UserImport how, String file) {
        var refused = new TreeSet<String>();
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                assertThat(refused.add(row.row() + " " + row.errors())).isTrue();
            }
        };
        try {
            ImportProgress done = userdeck.data()
                    .importUsers(
                            new ByteArrayInputStream(file.replace('\'', '"').getBytes(UTF_8)),
                            how,
                            listener,
                            Actor.system());
            return new Report(done, refused);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static UserImport how(UserImport.Mode mode) {
        UserImport create = UserImport.of(DataFormat.JSON_LINES);
        return mode == UserImport.Mode.UPSERT ? create.upsert() : create;
    }

    @ParameterizedTest
    @EnumSource(UserImport.Mode.class)
    void itIsTheReportOfTheImport(UserImport.Mode mode) {
        userdeck.tenants().create(new TenantId("acme"), "Acme", Actor.system());
        for (int seed = 0; seed < FILES; seed++) {
            String file = file(new Random(seed));
            int before = users();

            Report preview = load(how(mode).asDryRun(), file);

            assertThat(users()).isEqualTo(before);
            assertThat(preview).as("of %s", file.replace(LONG, "~")).isEqualTo(load(how(mode), file));
        }
    }

    private int users() {
        return userdeck.users()
                .list(UserQuery.of(Scope.all()).size(100))
                .items()
                .size();
    }

    private static String file(Random random) {
        return IntStream.range(0, ROWS).mapToObj(i -> row(random)).collect(joining("\n"));
    }

    private static String row(Random random) {
        var fields = new ArrayList<String>();
        Stream.of(IDS, EXTERNAL_IDS, EMAILS, PHONES, LOGINS, TENANTS, MORE).forEach(some -> {
            if (random.nextInt(some == EMAILS ? 2 : 4) == 0) {
                fields.add(some[random.nextInt(some.length)]);
            }
        });
        return "{" + String.join(",", fields) + (random.nextInt(3) > 0 ? LONG : "") + "}";
    }

    @Test
    void theDistanceOfTwoRowsMakesNoDifference() {
        List<String> rows = new ArrayList<>(IntStream.range(0, 1_200)
                .mapToObj(i -> "{'email':'user%d@example.org'}".formatted(i))
                .toList());
        rows.add("{'email':'USER0@example.org'}");
        rows.add("{'email':'user700@example.org','externalId':'crm-1'}");
        rows.add("{'email':'other@example.org','externalId':'crm-1'}");
        String file = String.join("\n", rows);

        Report create = load(how(UserImport.Mode.CREATE).asDryRun(), file);
        Report upsert = load(how(UserImport.Mode.UPSERT).asDryRun(), file);

        assertThat(create.progress()).isEqualTo(new ImportProgress(1_203, 1_201, 0, 0, 2, true));
        assertThat(create.refused()).hasSize(2).anyMatch(row -> row.startsWith("1201 "));
        assertThat(upsert.progress()).isEqualTo(new ImportProgress(1_203, 1_200, 3, 0, 0, true));
        assertThat(users()).isZero();
        assertThat(load(how(UserImport.Mode.UPSERT), file)).isEqualTo(upsert);
    }
}
