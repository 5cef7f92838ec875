package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.data.AuditExport;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Users in and out, as docs/import-export.md shows it. */
final class Moving {
    private final Userdeck userdeck;

    Moving(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    void in(Path path, ImportListener report) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            UserImport how = UserImport.of(DataFormat.CSV).upsert().name("crm-2026");
            ImportProgress done = userdeck.data().importUsers(file, how, report, Actor.system());
            System.out.println(done.created() + " users are new, " + done.refused() + " rows were refused");
        }
    }

    long out(TenantId tenant, OutputStream out) throws IOException {
        UserQuery query = UserQuery.of(Scope.of(tenant));
        long users = userdeck.data().exportUsers(UserExport.of(query, DataFormat.JSON_LINES), out, Actor.system());
        return users;
    }

    long events(UserId userId, Instant start, OutputStream out) throws IOException {
        AuditQuery query = AuditQuery.of(Scope.all()).user(userId).from(start);
        long events = userdeck.data().exportAuditEvents(AuditExport.of(query, DataFormat.CSV), out, Actor.system());
        return events;
    }
}
