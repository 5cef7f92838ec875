package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Exports to memory and imports from there. */
final class Exports {
    private Exports() {}

    /** All users, with their hashes, as JSON Lines. */
    static byte[] of(Userdeck userdeck) {
        return of(
                userdeck,
                UserExport.of(UserQuery.of(Scope.all()), DataFormat.JSON_LINES).withPasswordHashes());
    }

    static byte[] of(Userdeck userdeck, UserExport what) {
        try {
            var out = new ByteArrayOutputStream();
            userdeck.data().exportUsers(what, out, Actor.system());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports JSON Lines of new users, of which no row may be refused. */
    static void into(Userdeck userdeck, byte[] lines) {
        run(userdeck, lines, UserImport.of(DataFormat.JSON_LINES));
    }

    /** Imports JSON Lines about users who are there already, of which no row may be refused. */
    static ImportProgress again(Userdeck userdeck, byte[] lines) {
        return run(userdeck, lines, UserImport.of(DataFormat.JSON_LINES).upsert());
    }

    private static ImportProgress run(Userdeck userdeck, byte[] lines, UserImport how) {
        var listener = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                fail("The import refuses what the export wrote: " + row);
            }
        };
        try {
            ImportProgress done =
                    userdeck.data().importUsers(new ByteArrayInputStream(lines), how, listener, Actor.system());
            assertThat(done.finished()).isTrue();
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}
