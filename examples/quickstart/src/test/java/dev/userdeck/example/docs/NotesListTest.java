package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class NotesListTest extends EngineContract {

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new NotesRecipe());
    }

    @Test
    void theListIsReadForwardAndBack() {
        Notes notes = userdeck.recipe(Notes.class);
        List<UserId> users = new ArrayList<>();
        for (String email : List.of("ada@example.org", "bob@example.org", "sue@example.org")) {
            UserId user = created(userdeck, email).id();
            notes.write(user, "100% " + email, Actor.system());
            users.add(user);
        }
        users.sort(Comparator.comparing(UserId::value));

        Page<UserId> first = notes.usersBeginning("100%", 2, null);
        Page<UserId> second = notes.usersBeginning("100%", 2, first.nextCursor());

        assertThat(first.items()).isEqualTo(users.subList(0, 2));
        assertThat(second.items()).isEqualTo(users.subList(2, 3));
        assertThat(notes.usersBeginning("100%", 2, second.previousCursor())).isEqualTo(first);
        assertThat(notes.usersBeginning("1_0", 2, null).items()).isEmpty();
        assertThatThrownBy(() -> notes.usersBeginning("1", 2, first.nextCursor()))
                .isInstanceOf(InvalidCursorException.class);
    }
}
