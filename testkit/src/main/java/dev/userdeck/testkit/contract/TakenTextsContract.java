package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/**
 * Whatever text is refused as somebody's address or number, finds that user when it is typed into the search: for many texts
 * that are made up, the same ones each time.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class TakenTextsContract extends EngineContract {
    private static final long SEED = 20261130;
    private static final int ADDRESSES = 40;
    private static final int SPELLINGS = 6;

    private static final int[] LETTERS =
            "aAiIİıßẞſςσΣéÉe\u0301\u0327ﬀÅKΩøæŒ가ﷺ\u00B4\u00A8\u02C7`'’ʼ-–‑_.+*!#$%&?{}~ª²①ａＡ٣µ١０中ا\u0623\u064E\u0640ىی"
                    .codePoints()
                    .toArray();
    private static final List<String> DOMAINS = List.of(
            "example.org",
            "EXAMPLE.org",
            "b\u00FCcher.example",
            "BU\u0308CHER.example",
            "xn--bcher-kva.example",
            "stra\u00DFe.example",
            "\u4E2D\u6587.example",
            "sub-domain.example.org");
    private static final List<String> NUMBERS = List.of(
            "+61412345678",
            "+442079460199",
            "+16502530000",
            "+79123456789",
            "+390669812345",
            "+36201234567",
            "+5215512345678",
            "+6834000",
            "+431234567",
            "+2290195123456",
            "+819012345678",
            "+390612345678");
    private static final List<String> BETWEEN = List.of(
            "", "", " ", "-", ".", "/", "(", ")", "\u00A0", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015",
            "\u2009");

    private static final List<UnaryOperator<String>> OTHER_SPELLINGS = List.of(
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.toLowerCase(Locale.ROOT),
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> Normalizer.normalize(text, Normalizer.Form.NFC),
            text -> "\t" + text + "\u3000 ",
            text -> text.replace('\u03C3', '\u03C2'),
            text -> text.replace("b\u00FCcher", "xn--bcher-kva"),
            text -> text.replace("xn--bcher-kva", "B\u00FCcher"),
            text -> text);

    private final Random random = new Random(SEED);

    /** For subclasses. */
    protected TakenTextsContract() {}

    @Test
    void theTextOfAnAddressThatIsTakenFinds() {
        int taken = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            String address = address();
            create(NewUser.withEmail(address).name("N" + i));
            for (int j = 0; j < SPELLINGS; j++) {
                String text = any(OTHER_SPELLINGS).apply(any(OTHER_SPELLINGS).apply(address));
                taken += foundIfTaken(text, NewUser::withEmail) ? 1 : 0;
            }
        }
        assertThat(taken).isGreaterThan(ADDRESSES);
    }

    @Test
    void theTextOfANumberThatIsTakenFinds() {
        int taken = 0;
        for (String number : NUMBERS) {
            create(NewUser.withPhone(number));
            for (int j = 0; j < SPELLINGS * 3; j++) {
                taken += foundIfTaken(spelled(number), NewUser::withPhone) ? 1 : 0;
            }
        }
        assertThat(taken).isGreaterThan(NUMBERS.size() * SPELLINGS);
    }

    private boolean foundIfTaken(String text, Function<String, NewUser> newUser) {
        CreateUserResult result = userdeck.users().create(newUser.apply(text), Actor.system());
        boolean isTaken = result instanceof CreateUserResult.EmailTaken
                || (result instanceof CreateUserResult.Refused refused
                        && refused.errors().get(0).code().endsWith("-taken"));
        if (isTaken) {
            User holder = holder(text);
            assertThat(find(text)).as(codes(text)).extracting(User::id).contains(holder.id());
        }
        return isTaken;
    }

    private User holder(String text) {
        return userdeck.users()
                .findByEmail(text, TenantId.PUBLIC)
                .or(() -> userdeck.users().findByPhone(text, TenantId.PUBLIC))
                .orElseThrow();
    }

    private List<User> find(String text) {
        return userdeck.users()
                .list(UserQuery.of(Scope.all()).search(text).size(100))
                .items();
    }

    private void create(NewUser newUser) {
        userdeck.users().create(newUser, Actor.system()); // what is no address is refused, which is no matter here
    }

    private String address() {
        var local = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            local.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return local + "@" + any(DOMAINS);
    }

    private String spelled(String number) {
        var spelled = new StringBuilder(random.nextBoolean() ? "+" : "\uFF0B");
        boolean isWide = random.nextBoolean();
        for (int i = 1; i < number.length(); i++) {
            char digit = number.charAt(i);
            spelled.append(isWide ? (char) ('\uFF10' + digit - '0') : digit);
            spelled.append(i == 2 && random.nextBoolean() ? " (0)" : any(BETWEEN));
        }
        return spelled.toString();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String codes(String text) {
        var codes = new StringBuilder();
        text.codePoints().forEach(c -> codes.append(String.format(Locale.ROOT, "U+%04X ", c)));
        return codes.toString();
    }
}
