package dev.userdeck.testkit.contract;

import static dev.userdeck.mail.OutboxMessageState.FAILED;
import static dev.userdeck.mail.OutboxMessageState.SENT;
import static dev.userdeck.mail.OutboxMessageState.WAITING;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.testkit.ManyUsers;
import dev.userdeck.testkit.Plans;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What lists of mail must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OutboxListContract extends OutboxMails {
    private static final OutboxQuery ALL = OutboxQuery.all();

    /** For subclasses. */
    protected OutboxListContract() {}

    @Test
    void mailsAreFoundByUserByRecipientAndByState() {
        UserId ada = created(userdeck, "ada@example.org").id();
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        OutboxMessageId failed = send(to("Ada.Old@example.org").user(ada));
        userdeck.runMaintenance();
        mailbox.recover();
        OutboxMessageId sent = send(to("ada@example.org").user(ada));
        OutboxMessageId domain = send(to("ada@bücher.example"));
        OutboxMessageId odd = send(to("100%_of!it@example.org"));
        userdeck.runMaintenance();
        OutboxMessageId waiting = send(to("ada@example.org").user(ada));

        assertThat(ids(ALL)).containsExactly(waiting, odd, domain, sent, failed);
        assertThat(ids(ALL.user(ada))).containsExactly(waiting, sent, failed);
        assertThat(ids(ALL.user(new UserId("nobody")))).isEmpty();
        assertThat(ids(ALL.recipient("ADA@"))).containsExactly(waiting, domain, sent);
        assertThat(ids(ALL.recipient(" ada.old@EXAMPLE.org "))).containsExactly(failed);
        assertThat(ids(ALL.recipient("ada@xn--bcher-kva.example"))).containsExactly(domain);
        assertThat(ids(ALL.recipient("ada@BÜCHER.example"))).containsExactly(domain);
        assertThat(ids(ALL.recipient("100%_of!"))).containsExactly(odd);
        assertThat(ids(ALL.recipient("1%"))).isEmpty();
        assertThat(ids(OutboxQuery.of(Set.of(FAILED, WAITING)))).containsExactly(waiting, failed);
        assertThat(ids(OutboxQuery.of(Set.of(SENT)).user(ada))).containsExactly(sent);
        assertThat(ids(OutboxQuery.of(Set.of(SENT)).recipient("ada"))).containsExactly(domain, sent);
        assertThat(ids(OutboxQuery.of(Set.of()))).isEmpty();
    }

    @Test
    void pagesLeadThereAndBack() {
        UserId ada = created(userdeck, "ada@example.org").id();
        var newestFirst = new ArrayList<OutboxMessageId>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, send(to("ada@example.org").user(ada)));
            send("bob@example.org");
        }

        for (OutboxQuery query :
                List.of(ALL.user(ada), ALL.recipient("ada"), ALL.user(ada).recipient("a"))) {
            var there = new ArrayList<OutboxMessageId>();
            Page<OutboxMessage> page = userdeck.outbox().list(query.size(2));
            page.items().forEach(mail -> there.add(mail.id()));
            while (page.nextCursor() != null) {
                page = userdeck.outbox().list(query.size(2).cursor(page.nextCursor()));
                page.items().forEach(mail -> there.add(mail.id()));
            }
            assertThat(there).isEqualTo(newestFirst);
            var back = new ArrayList<OutboxMessageId>();
            while (page.previousCursor() != null) {
                page = userdeck.outbox().list(query.size(2).cursor(page.previousCursor()));
                List<OutboxMessageId> some = new ArrayList<>(
                        page.items().stream().map(OutboxMessage::id).toList());
                Collections.reverse(some);
                back.addAll(some);
            }
            assertThat(back).hasSize(4).containsExactlyElementsOf(reversed(newestFirst.subList(0, 4)));
        }
        String others = userdeck.outbox().list(ALL.user(ada).size(2)).nextCursor();
        assertThatThrownBy(() ->
                        userdeck.outbox().list(ALL.recipient("ada").size(2).cursor(others)))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void noListReadsTheWholeOutbox() {
        ManyUsers.fill(
                database,
                3_000,
                users -> users.insert(
                        "ud_outbox_message (id, kind, recipient, recipient_key, user_id, state, attempts,"
                                + " unfinished_attempts, created_at, next_attempt_at, expires_at, retry_until, settled_at,"
                                + " purge_at)",
                        "concat('m', 100000 + i), 'test', concat('user', i, '@example.org'), concat('user', i,"
                                + " '@example.org'), id, case when mod(i, 100) = 0 then 'failed' else 'sent' end, 1, 0, i,"
                                + " i, i, i, i, i"));
        var plans = new Plans(database);
        UserId one = new UserId(ManyUsers.id(7));

        plans.assertIndexed("all", () -> mail.list(ALL.size(10)));
        for (OutboxMessageState state : OutboxMessageState.values()) {
            plans.assertIndexed(
                    "what is " + state,
                    () -> mail.list(OutboxQuery.of(Set.of(state)).size(10)));
        }
        plans.assertIndexed("those of a user", () -> mail.list(ALL.user(one).size(10)));
        plans.assertIndexed("the last to a user", () -> mail.latest(one, "test"));
        plans.assertIndexed(
                "those to an address", () -> mail.list(ALL.recipient("user7@").size(10)));
        assertThat(ids(ALL.recipient("user7@"))).hasSize(1);
    }

    private static List<OutboxMessageId> reversed(List<OutboxMessageId> ids) {
        var all = new ArrayList<>(ids);
        Collections.reverse(all);
        return all;
    }

    private OutboxMessageId send(NewEmail email) {
        return mail.send(email).orElseThrow();
    }

    private List<OutboxMessageId> ids(OutboxQuery query) {
        return mail.list(query).items().stream().map(OutboxMessage::id).toList();
    }
}
