package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Import and export of users, and export of the audit trail. What is exported of users can be imported again, here or in another database; recipes take part.
 * Files are read and written as they come, in memory that doesn't grow with them. Safe for use by many threads.
 *
 * <pre>{@code
 * try (InputStream file = Files.newInputStream(path)) {
 *     ImportProgress done = userdeck.data()
 *             .importUsers(file, UserImport.of(DataFormat.CSV).upsert().name("crm-2026"), report, Actor.system());
 * }
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UserData {

    /**
     * Imports users, some hundreds in a transaction, each with one audit event {@code data.imported}. A row that can't be
     * imported is told to {@code listener} and passed over; nothing of it is written. Listeners of the app and of recipes
     * hear of each user who was created or changed. Passwords come as hashes: see
     * {@link dev.userdeck.user.NewUser#passwordHash}.
     *
     * <p>When it ends early, by an exception or with the process, the batches before stay. Call it again with the same name
     * and file to go on.
     *
     * <p>While a batch is written, the next one is read by a thread of the import's own; the database and the listener are
     * called on this thread. When this returns or throws, nobody reads {@code file} any more: so after a failure it waits for
     * a read that is under way. An interrupt of this thread ends the import between two batches.
     *
     * @param file read to its end unless an exception is thrown; not closed
     * @return what was done; not {@linkplain ImportProgress#finished finished} if the file breaks off
     * @throws IOException if {@code file} can't be read
     * @throws java.io.InterruptedIOException if this thread is interrupted, and still is then
     * @throws ImportRefusedException if the file as a whole is no such file
     * @throws IllegalStateException within the host's transaction: an import commits as it goes
     */
    ImportProgress importUsers(InputStream file, UserImport how, ImportListener listener, Actor actor)
            throws IOException;

    /**
     * How far an import of this name has come, on whatever node it runs; moved on with each batch.
     *
     * @return empty if there is none, or nobody has gone on with it for 30 days
     */
    Optional<ImportProgress> importProgress(String name);

    /**
     * Writes users, page by page. Not a snapshot: who comes, goes or changes meanwhile is in it or not, but nobody is in
     * it twice unless what it is sorted by changes. An audit event {@code data.exported} is committed before the first
     * byte.
     *
     * @param out not closed
     * @return how many users were written
     * @throws IOException if {@code out} can't be written to
     */
    long exportUsers(UserExport what, OutputStream out, Actor actor) throws IOException;

    /**
     * Writes events of the audit trail, newest first and page by page, with the names that users have by now. Emails and
     * phone numbers that somebody unknown has typed are cut, as the dashboard shows them. An audit event
     * {@code data.audit-exported} is committed before the first byte, and is not in the file.
     *
     * @param out not closed
     * @return how many events were written
     * @throws IOException if {@code out} can't be written to
     */
    long exportAuditEvents(AuditExport what, OutputStream out, Actor actor) throws IOException;

    /**
     * All that is kept of a user, as a JSON object: the fields of an export, the sessions, and what each recipe has. Hashes
     * of passwords are not in it, nor is the audit trail, which is about operators too. An audit event {@code data.read}
     * tells of it.
     *
     * @param scope what it has is limited to these tenants
     * @return empty if there is no such user within {@code scope}
     */
    Optional<String> of(UserId id, Scope scope, Actor actor);

    /** The same in whatever tenants, as the app itself; see {@link #of(UserId, Scope, Actor)}. */
    default Optional<String> of(UserId id) {
        return of(id, Scope.all(), Actor.system());
    }
}
