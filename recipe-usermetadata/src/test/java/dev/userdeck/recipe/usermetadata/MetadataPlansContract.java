package dev.userdeck.recipe.usermetadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.ManyUsers;
import dev.userdeck.testkit.Plans;
import dev.userdeck.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metadata is read and changed by indexes on every engine. */
abstract class MetadataPlansContract extends MetadataGround {
    @Test
    void noStatementReadsAWholeTable() {
        ManyUsers.fill(
                database,
                users -> users.insert("ud_usermetadata (user_id, document, version, changed_at)", "id, '{}', 1, 1"));
        var plans = new Plans(database);
        var one = new UserId(ManyUsers.id(1));

        plans.assertIndexed("metadata", () -> assertThat(metadata.get(one)).isPresent());
        plans.assertIndexed("metadata of some", () -> metadata.getAll(List.of(one, new UserId(ManyUsers.id(2)))));
        plans.assertIndexed("a change", () -> merged(one, "{\"a\": 1}"));
    }
}
