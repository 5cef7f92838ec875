package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableHashesTest {
    private static final String KEY = "SYfnsl4P5laUvLoMizrHCrh9RTzyJbv7oYZF9bZVCMQ";

    private final PasswordHasher hasher = new PasswordHasher(null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$31$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$2b$16$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$2b$03$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$scrypt$ln=30,r=8,p=1$TmFDbA$" + KEY,
                "$scrypt$ln=20,r=8,p=1$TmFDbA$" + KEY,
                "$scrypt$ln=18,r=8,p=2$TmFDbA$" + KEY,
                "$scrypt$ln=0,r=8,p=1$TmFDbA$" + KEY,
                "$scrypt$ln=10,r=0,p=1$TmFDbA$" + KEY,
                "$scrypt$ln=10,r=8,p=0$TmFDbA$" + KEY,
                "$s0$1e0801$TmFDbA==$" + KEY,
                "$s0$c0000$TmFDbA==$" + KEY,
                "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$" + KEY,
                "$argon2id$v=19$m=262144,t=99,p=1$c29tZXNhbHQ$" + KEY,
                "$argon2id$v=19$m=65536,t=2,p=99$c29tZXNhbHQ$" + KEY,
                "$pbkdf2-sha256$i=9999999$TmFDbA$" + KEY,
                "$pbkdf2-sha256$i=0$TmFDbA$" + KEY,
                "pbkdf2_sha256$99999999$salt$" + KEY
            })
    void whatAsksForAbsurdWorkIsNotComputed(String hash) {
        assertThat(hasher.canRead(hash)).isFalse();
        assertThat(hasher.verify("plum tundra violet 47", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "plum tundra violet 47",
                "$2x$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$2b$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earE",
                "$2b$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK\n",
                "$scrypt$ln=12,r=8,p=2$$" + KEY,
                "$scrypt$ln=12,r=8,p=2$TmFDbA$AAAA",
                "$scrypt$ln=12,r=8,p=2$TmFDb$" + KEY,
                "$pbkdf2-sha1$i=1000$TmFDbA$" + KEY,
                "$pbkdf2-sha256$i=1000,l=64$TmFDbA$" + KEY,
                "pbkdf2_sha256$1000$$" + KEY,
                "$argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$" + KEY,
                "$firebase-scrypt$42xEC+ixf3L2lw==$" + KEY,
                "$1$N9qo8uLO$ickgx2ZMRZoMyeIjZAgcf/",
                "5f4dcc3b5aa765d61d8327deb882cf99"
            })
    void whatIsOfAnotherFormFitsNothing(String hash) {
        assertThat(hasher.canRead(hash)).isFalse();
        assertThat(hasher.verify("plum tundra violet 47", hash)).isFalse();
        assertThat(hasher.needsRehash(hash)).isTrue();
    }
}
