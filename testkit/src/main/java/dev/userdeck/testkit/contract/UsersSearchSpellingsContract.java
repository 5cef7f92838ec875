package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserImport;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people write differently and mean alike finds the same users, on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UsersSearchSpellingsContract extends EngineContract {
    private static final List<String> NAMES = List.of(
            "n1@example.org,Miles O\u2019Brien",
            "n2@example.org,Kate O'Neill",
            "n3@example.org,Gia D\u02BCAngelo",
            "n4@example.org,Jean\u2011Luc Petit",
            "n5@example.org,Mary\u2013Jane Field",
            "n6@example.org,\u0639\u0644\u06CC\u200C\u0631\u0636\u0627 Sample",
            "n7@example.org,Soft\u00ADline Sample",
            "n8@example.org,\u0623\u062D\u0645\u062F Sample",
            "n9@example.org,Plain Sample");

    /** For subclasses. */
    protected UsersSearchSpellingsContract() {}

    @Test
    void apostrophesDashesAndWhatIsNotSeenDoNotCount() {
        load("email,name", NAMES);

        assertFinds(
                "n1@example.org", "O'Brien", "O\u2019Brien", "o\u2018brien", "O\u00B4Brien", "O`Brien", "O\u02BCBrien");
        assertFinds("n2@example.org", "O\u2019Neill", "o\u2032neill", "O\u02BBNeill", "O\uFF07Neill", "neill");
        assertFinds("n3@example.org", "D'Angelo", "D\u2019Angelo", "angelo");
        assertFinds(
                "n4@example.org",
                "Jean-Luc",
                "jean\u2010luc",
                "jean\u2013luc",
                "jean\u2212luc",
                "jean\uFF0Dluc",
                "luc");
        assertFinds("n5@example.org", "Mary-Jane", "mary\u2014jane", "mary\u2011jane");
        assertFinds(
                "n6@example.org", "\u0639\u0644\u06CC\u0631\u0636\u0627", "\u0639\u0644\u064A\u200C\u0631\u0636\u0627");
        assertFinds("n7@example.org", "Softline", "Soft\u00ADline", "soft\u200Bline", "\u2066Softline\u2069");
        assertFinds(
                "n8@example.org",
                "\u0627\u062D\u0645\u062F",
                "\u0623\u062D\u0645\u062F",
                "\u0627\u062D\u0640\u0645\u062F");
        assertFinds(
                "n9@example.org",
                "\u200Bn9@example.org",
                "\uFEFFn9@example.org",
                "n9@example.org\u200E",
                "pl\u2060ain");
    }

    @Test
    void arabicLettersAreFoundHoweverTheyAreTyped() {
        Map<String, List<String>> spellings = Map.of(
                "\u0625\u0628\u0631\u0627\u0647\u064A\u0645", List.of("\u0627\u0628\u0631\u0627\u0647\u064A\u0645"),
                "\u0622\u0645\u0646\u0629", List.of("\u0627\u0645\u0646\u0629", "\u0627\u0645\u0646\u0647"),
                "\u0645\u0624\u0645\u0646", List.of("\u0645\u0648\u0645\u0646"),
                "\u0645\u0635\u0637\u0641\u0649",
                        List.of("\u0645\u0635\u0637\u0641\u064A", "\u0645\u0635\u0637\u0641\u06CC"),
                "\u06A9\u0631\u06CC\u0645", List.of("\u0643\u0631\u064A\u0645", "\u0643\u0640\u0640\u0631\u064A\u0645"),
                "\u0645\u064F\u062D\u064E\u0645\u064E\u0651\u062F", List.of("\u0645\u062D\u0645\u062F"));
        int count = 0;
        for (String name : spellings.keySet()) {
            create(NewUser.withEmail("a" + count++ + "@example.org").name(name));
        }

        spellings.forEach((name, typed) -> {
            for (String text : typed) {
                assertThat(find(text)).as(text).extracting(User::name).containsExactly(name);
            }
            assertThat(find(name)).as(name).extracting(User::name).containsExactly(name);
        });
    }

    @Test
    void aPastedAddressFinds() {
        create(NewUser.withEmail("ada.king@example.org").name("Ada"));
        create(NewUser.withEmail("ada.king@example.com").name("Ada"));

        assertFinds(
                "ada.king@example.org",
                "<ada.king@example.org>",
                "\"King, Countess Ada\" <ada.king@example.org>",
                "Somebody Else <Ada.King@Example.ORG>",
                "mailto:ada.king@example.org",
                "MAILTO:ada.king@example.org?subject=Hello%20there&cc=x@example.net",
                "mailto:ada%2Eking@example.org",
                "<mailto:ada.king@example.org>",
                "ada.king@example.org,",
                "ada.king@example.org.",
                "ada.king@example.org;",
                " (ada.king@example.org) ",
                "\u201Cada.king@example.org\u201D",
                "ada.king@example.org\u200B,",
                "\u202Aada.king\u00AD@example.org\u202C",
                "ada ada.king@example.org,");
        assertThat(find("<ada.king@example.net>")).isEmpty();
        assertThat(find("mailto:")).isEmpty();
        assertThat(find("<>")).isEmpty();
    }

    @Test
    void aPhoneIsReadAsTheStoreReadsIt() {
        load("phone,name", List.of("+61412345678,Au Sample", "+442079460199,Uk Sample"));
        create(NewUser.withPhone("+1 650 253 0000"));
        create(NewUser.withPhone("+7 912 345-67-89"));

        assertFinds(
                "+61412345678",
                "+61 412 345 678",
                "+61 (0)412 345 678",
                "+61 0412 345 678",
                "0061 412 345 678",
                "0061 (0)412 345 678",
                "0412 345 678",
                "412 345 678",
                "0412\u2011345\u2011678",
                "+61\u00A0412\u2010345\u2010678",
                "\u202A+61 412 345 678\u202C",
                "\uFF0B61 412 345 678",
                "\u0660\u0664\u0661\u0662 \u0663\u0664\u0665 \u0666\u0667\u0668",
                "tel:+61-412-345-678",
                "+ 6 1 4 1 2 3 4 5 6 7 8",
                "0412 345");
        assertFinds(
                "+442079460199",
                "+44 (0)20 7946 0199",
                "+44 (0)20 7946",
                "0044 (0)20 7946",
                "0044 20 7946",
                "(020) 7946 0199",
                "020 7946 0199",
                "7946 0199",
                "02079460");
        assertFinds("+16502530000", "(650) 253-0000", "1 650 253 0000", "001 650 253 0000", "650.253.0000");
        assertFinds("+79123456789", "8 (912) 345-67-89", "+7 912 3456789", "00 7 912 345 67 89");
        assertThat(find("0412 345 679")).isEmpty();
        assertThat(find("+61 (0)412 345 679")).isEmpty();
        assertThat(find("8765432")).as("a number the other way round").isEmpty();
    }

    @Test
    void aNumberOfSomethingElseIsStillFound() {
        create(NewUser.withEmail("a@example.org").externalId("00123456"));
        create(NewUser.withEmail("b@example.org").name("Unit 20261130"));

        assertFinds("a@example.org", "00123456");
        assertFinds("b@example.org", "20261130", "2026");
    }

    @Test
    void theSpellingThatIsRefusedAsTakenFinds() {
        create(NewUser.withEmail("O\u00B4Brien.\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2@B\u00FCcher.example"));
        create(NewUser.withEmail("k@example.org").name(manyWords()));
        List<String> taken = List.of(
                "o\u00B4brien.\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3@xn--bcher-kva.EXAMPLE",
                "O\u00B4BRIEN.\u03A3\u0399\u0301\u03A3\u03A5\u03A6\u039F\u03A3@bu\u0308cher.example",
                " \u212A@EXAMPLE.org ");

        for (String text : taken) {
            assertThat(userdeck.users().create(NewUser.withEmail(text), Actor.system()))
                    .as(text)
                    .isInstanceOf(CreateUserResult.EmailTaken.class);
            assertThat(find(text)).as(text).hasSize(1);
        }
    }

    @Test
    void afterAChangeOfTheFoldingAllAreFoldedAnew() throws SQLException {
        load("email,name", NAMES);
        userdeck.runMaintenance();
        change("update ud_user set name_key = '', email_key = ''");
        change("delete from ud_user_search");
        clock.advance(Duration.ofMinutes(2));
        userdeck.runMaintenance();
        assertThat(find("O'Brien")).isEmpty();

        change("update ud_user_folding set version = 0");
        change("insert into ud_user_reindex (user_id) select min(id) from ud_user");
        clock.advance(Duration.ofMinutes(2));
        userdeck.runMaintenance();

        assertFinds("n1@example.org", "O'Brien");
        assertThat(find("sample")).hasSize(4);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String manyWords() {
        return IntStream.range(0x4E00, 0x4E78).mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private void load(String columns, List<String> rows) {
        byte[] file = (columns + "\n" + String.join("\n", rows)).getBytes(UTF_8);
        try {
            var done = userdeck.data()
                    .importUsers(
                            new ByteArrayInputStream(file),
                            UserImport.of(DataFormat.CSV),
                            new ImportListener() {},
                            Actor.system());
            assertThat(done.created()).isEqualTo(rows.size());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void create(NewUser newUser) {
        assertThat(userdeck.users().create(newUser, Actor.system())).isInstanceOf(CreateUserResult.Created.class);
    }

    private void assertFinds(String emailOrPhone, String... texts) {
        for (String text : texts) {
            assertThat(find(text))
                    .as(text)
                    .extracting(user -> user.email() == null ? user.phone() : user.email())
                    .containsExactly(emailOrPhone);
        }
    }

    private List<User> find(String text) {
        List<User> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<User> page =
                    userdeck.users().list(UserQuery.of(Scope.all()).search(text).cursor(cursor));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }
}
