package dev.userdeck.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.data.ImportRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHeadersTest {
    private static final Set<String> KNOWN =
            Set.of("email", "name", "externalId", "joinedAt", "roles", "passwordHash", "phone", "id");

    private static List<ImportRow> rows(String file) throws IOException {
        var source = new CsvRows(new Bytes(new ByteArrayInputStream(file.getBytes(UTF_8))), KNOWN, Set.of());
        var rows = new ArrayList<ImportRow>();
        for (ImportRow row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Email,Name\na@example.org,Ada",
                "\ufeff E-MAIL , name \na@example.org,Ada",
                "\"Email\";\"Name\"\na@example.org;Ada",
                "\"email\"\t\"NAME\"\n\"a@example.org\"\t\"Ada\"",
                "sep=;\nemail;name\na@example.org;Ada",
                "\ufeff\"SEP=|\"\r\nemail|name\r\na@example.org|Ada\r\n",
                "sep=,\r\nemail,name\r\na@example.org,Ada",
                "email,name,,\na@example.org,Ada,,"
            })
    void theyAreReadAsPeopleAndSpreadsheetsWriteThem(String file) throws IOException {
        assertThat(rows(file)).singleElement().satisfies(row -> {
            assertThat(row.errors()).isEmpty();
            assertThat(row.values()).containsEntry("email", "a@example.org").containsEntry("name", "Ada");
            assertThat(row.values()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "nmae, 'nmae' (did you mean 'name'?)",
        "Mail address, nothing reads 'Mail address'.",
        "Mail, 'Mail' (did you mean 'email'?)",
        "External-Ids, 'External-Ids' (did you mean 'externalId'?)",
        "Password, 'Password' (did you mean 'passwordHash'?)",
        "Created at, 'Created at' (did you mean 'joinedAt'?)",
        "Role, 'Role' (did you mean 'roles'?)",
        "shoe size, nothing reads 'shoe size'.",
        "a@example.org, nothing reads column 2."
    })
    void anUnknownOneIsNamedAndWhatWasMeant(String name, String told) {
        assertThatThrownBy(() -> rows("email," + name + "\n"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining(told.replace("nothing reads", "and nothing reads"))
                .hasMessageContaining("It reads email, externalId,");
    }

    @Test
    void twoNamesOfOneColumnAreNamed() {
        assertThatThrownBy(() -> rows("email,E-Mail\n")).hasMessageContaining("'email' and 'E-Mail' are both 'email'");
    }

    @Test
    void whatStandsUnderNoNameIsRefusedByItself() throws IOException {
        List<ImportRow> rows = rows("email,,name\na@example.org,lost,Ada\nb@example.org,,Bea");

        assertThat(rows.get(0).errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("cell-unnamed");
            assertThat(error.message()).contains("Cell 2");
        });
        assertThat(rows.get(1).values()).containsEntry("name", "Bea");
    }
}
