package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who come from elsewhere with the hash of their password go on using it. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ForeignPasswordsContract extends EngineContract {
    private static final String SIGNER_KEY =
            "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==";
    private static final String FIREBASE = "$firebase-scrypt$42xEC+ixf3L2lw==$"
            + "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==";
    /** Of {@link #PASSWORD}, by libxcrypt. */
    private static final String BCRYPT = "$2y$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK";

    /** Of 72 times x, by libxcrypt. */
    private static final String OF_72_BYTES = "$2b$04$Userdeck.bcrypt.saltuuxWJJgwiGxEEZuTi1lNHQPxCD4OKxZNa";

    /** For subclasses. */
    protected ForeignPasswordsContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.firebaseScrypt(SIGNER_KEY, "Bw==", 8, 14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BCRYPT,
                "$argon2id$v=19$m=4096,t=3,p=4$dXNlcmRlY2tzYWx0$ixhrJtwalRxE7jd18PO8Sb76Ey9GlFXSBMkbc/8yOu0",
                "$scrypt$ln=12,r=8,p=2$dXNlcmRlY2sgc2NyeXB0IQ$SYfnsl4P5laUvLoMizrHCrh9RTzyJbv7oYZF9bZVCMQ",
                "$pbkdf2-sha256$i=10000,l=32$dXNlcmRlY2sgc2NyeXB0IQ$voC6g68/vLrse8Wfw1+X6MlGp7MOx0ItnIFOY/u9ml0",
                "pbkdf2_sha512$10000$Vf2pN0tQeY"
                        + "$AiRdog9wzbajHv1K9kCNUuKLv4CDTF0c/llmXzJ9N5zOC3wpHgEbDIAqPXAHQeSpOHLT+sN9B5FF/tQn3IAuLQ=="
            })
    void theFirstSignInReplacesTheHash(String hash) throws SQLException {
        bring("ada@example.org", hash);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD + "r")).isEqualTo(new SignInResult.Refused());
        assertThat(storedHash()).isEqualTo(hash);

        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);

        assertThat(storedHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD + "r")).isEqualTo(new SignInResult.Refused());
    }

    /** With it one gets in, as bcrypt looks at no more; but the owner must not be shut out by it. */
    @Test
    void aSlipBehindThe72BytesOfBcryptDoesNotBecomeThePassword() throws SQLException {
        bring("ada@example.org", OF_72_BYTES);

        assertThat(userdeck.users().signIn("ada@example.org", "x".repeat(73)))
                .isInstanceOf(SignInResult.SignedIn.class);

        assertThat(storedHash()).isEqualTo(OF_72_BYTES);
        assertThat(userdeck.users().signIn("ada@example.org", "x".repeat(72)))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    /** The password is shorter than a new one could be. */
    @Test
    void usersOfFirebaseKeepTheirPasswords() throws SQLException {
        bring("ada@example.org", FIREBASE);

        assertThat(userdeck.users().signIn("ada@example.org", "user1password"))
                .isInstanceOf(SignInResult.SignedIn.class);

        assertThat(storedHash()).startsWith("$argon2id$");
    }

    @Test
    void whoComesWithAHashIsActive() {
        var created = (CreateUserResult.Created) bring("ada@example.org", BCRYPT);

        assertThat(created.user().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(created.user().loginMethods())
                .extracting(LoginMethod::kind)
                .containsExactly(LoginMethod.Kind.PASSWORD);
        assertThat(NewUser.withEmail("ada@example.org").passwordHash(BCRYPT).toString())
                .doesNotContain("$2y$");
    }

    @Test
    void anUnreadableHashIsRefusedAtItsField() {
        for (String hash : Stream.of("", "5f4dcc3b5aa765d61d8327deb882cf99", BCRYPT.replace("$06$", "$31$"))
                .toList()) {
            assertThat(bring("ada@example.org", hash))
                    .isInstanceOfSatisfying(
                            CreateUserResult.Refused.class,
                            refused -> assertThat(refused.errors())
                                    .singleElement()
                                    .satisfies(error -> {
                                        assertThat(error.field()).isEqualTo("passwordHash");
                                        assertThat(error.code()).isEqualTo("password-hash-unreadable");
                                    }));
        }
        assertThat(userdeck.users().list(UserQuery.of(Scope.all())).items()).isEmpty();
    }

    @Test
    void aHashIsNoPasswordToSignUpWith() {
        var newUser = NewUser.withEmail("ada@example.org").passwordHash(BCRYPT);

        assertThat(userdeck.users().signUp(newUser, Actor.anonymous())).isInstanceOf(CreateUserResult.Refused.class);
        assertThatThrownBy(() -> newUser.password(PASSWORD)).isInstanceOf(IllegalArgumentException.class);
    }

    private CreateUserResult bring(String email, String hash) {
        return userdeck.users().create(NewUser.withEmail(email).passwordHash(hash), Actor.system());
    }

    /** The one that there is. */
    private String storedHash() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select hash from ud_password")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
