package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(hasher.refusal(hash)).map(HashRefusal::code).contains("password-hash-unreadable");
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
        assertThat(hasher.refusal(hash)).map(HashRefusal::code).contains("password-hash-unreadable");
        assertThat(hasher.verify("plum tundra violet 47", hash)).isFalse();
    }

    /** Of programs that are named in the list of hashes of other programs, or by their documented form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$argon2d$v=19$m=19456,t=2,p=1$xwuKoqGWum4RXwrcrGGN1w$oQaGVCIv9mo35yYS|This is Argon2d, which is not"
                        + " read.",
                "$argon2id$v=19$m=65536,p=4,t=3$yRaDZOK8Ex724rSriDbtQw$2CfQmaTmtj3BeXmn|m=…,t=…,p=… in this order",
                "{bcrypt}$2a$10$5SRFR0/ILggtU9u1nPQnieisFQ6uwjxWAHmt5BcoWfp7MZvcw9mFO|word in braces",
                "{PKCS5S2}mrM2hrAWQihlDMGYs/aes+eJhkQqy9DzP4uAZ/6M2zUJVAnp7OK2pSKaKjZHNcAT|with SHA-1",
                "pbkdf2_sha1$260000$Dg42UyD6NK3XRkwgt65S97$9hbkvGF4s50S0v7AVolBYRFBk9s=|with SHA-1",
                "$pbkdf2$131000$vRdC6H3P.X.PkfIew/if0w$g06iL/RgwtQiReFpgENUf2q2x48|with SHA-1",
                "argon2$argon2id$v=19$m=102400,t=2,p=8$YWVQMFV0VTlnNGNW$Zxqumq2ynbEME6lvROJsIQ|that Django puts",
                "bcrypt_sha256$$2b$12$8BC.DSwJL9fuk4.LlsPcJe0p8VRYTjTD441LdPAhvi9tYp/6p.TrO|SHA-256 hash",
                "$shiro2$argon2id$v=19$t=1,m=65536,p=4$tkjVxSoORrdVH0s5m3UxuA$OlLHPXdt|What Shiro puts",
                "$5$rounds=535000$1nTV4vruutteXYoU$N9CRBPrRbXpSvI1etlCW1ldZwf2bWjEJE1IjUDiffF1|SHA-crypt",
                "$apr1$eoxhLDGe$tn0Ab8yEO8jFSTD3kcP8a/|MD5-crypt",
                "$y$j9T$pZ.IoXnVL0q6b2SEf04Zf1$PGMdHKE74RtYtSkB.dpMRa48DuVUkgLjC.PAElHtIk1|yescrypt",
                "$P$B123456789012345678901234567890|phpass",
                "$wp$2y$10$abcdefghijklmnopqrstuvwx|as WordPress makes it",
                "5f4dcc3b5aa765d61d8327deb882cf99|too quick to be safe",
                "$2b$16$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK|a cost of 4 to 15",
                "$firebase-scrypt$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9Kp6i|firebaseScrypt(…)",
                "Wolke-7 blau|This is no password hash"
            })
    void aRefusalNamesTheKind(String hash, String words) {
        assertThat(hasher.refusal(hash))
                .hasValueSatisfying(refusal -> assertThat(refusal.message()).contains(words));
    }
}
