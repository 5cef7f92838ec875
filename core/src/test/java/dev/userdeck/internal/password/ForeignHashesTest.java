package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hashes that other programs made. Those of {@link #CLEAR} and {@link #ACCENTED} come from Python 3.11: Argon2 by
 * libargon2 through {@code ctypes} with the salt {@code userdecksalt}; bcrypt by {@code crypt.crypt} (libxcrypt) with the salt {@code $2b$06$Userdeck.bcrypt.saltuu}; scrypt by {@code hashlib.scrypt} with the
 * salt {@code userdeck scrypt!}, n=4096, r=8, p=2, dklen=32; PBKDF2 by {@code hashlib.pbkdf2_hmac} with the same salt and
 * 10,000 iterations, in Django's form with the salt {@code Vf2pN0tQeY}.
 */
class ForeignHashesTest {
    private static final String CLEAR = "plum tundra violet 47";
    private static final String ACCENTED = "na\u00efve caf\u00e9 \u00fcber";
    private static final String BCRYPT = "$2b$04$Userdeck.bcrypt.saltuu";

    private final PasswordHasher hasher = new PasswordHasher(null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=4096,t=3,p=4$dXNlcmRlY2tzYWx0$ixhrJtwalRxE7jd18PO8Sb76Ey9GlFXSBMkbc/8yOu0",
                "$argon2i$v=19$m=4096,t=3,p=2$dXNlcmRlY2tzYWx0$rbfUn04Hqbu9qxyfix3JWkRDSuUHiQV8",
                "$2a$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$2b$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$2y$06$Userdeck.bcrypt.saltuuWyA9VKlujHoaqVPuYB3eSDT2z8earEK",
                "$scrypt$ln=12,r=8,p=2$dXNlcmRlY2sgc2NyeXB0IQ$SYfnsl4P5laUvLoMizrHCrh9RTzyJbv7oYZF9bZVCMQ",
                "$s0$c0802$dXNlcmRlY2sgc2NyeXB0IQ==$SYfnsl4P5laUvLoMizrHCrh9RTzyJbv7oYZF9bZVCMQ=",
                "$pbkdf2-sha256$i=10000,l=32$dXNlcmRlY2sgc2NyeXB0IQ$voC6g68/vLrse8Wfw1+X6MlGp7MOx0ItnIFOY/u9ml0",
                "$pbkdf2-sha256$i=10000$dXNlcmRlY2sgc2NyeXB0IQ$voC6g68/vLrse8Wfw1+X6MlGp7MOx0ItnIFOY/u9ml0",
                "$pbkdf2-sha256$10000$dXNlcmRlY2sgc2NyeXB0IQ$voC6g68/vLrse8Wfw1.X6MlGp7MOx0ItnIFOY/u9ml0",
                "pbkdf2_sha256$10000$Vf2pN0tQeY$lYYlXSEy93NKX1YFszSWdc/Bs4ti690xyJhO37g0/pk=",
                "$pbkdf2-sha512$i=10000,l=64$dXNlcmRlY2sgc2NyeXB0IQ"
                        + "$EuOrjEsR6h2JC5YjJz8HkFM0VFMmsyWAswwhCLm2iyBDD4dMPJ3X+D0gWpV9Vpe73gMqQspwCVKazPHoXDTm0A",
                "pbkdf2_sha512$10000$Vf2pN0tQeY"
                        + "$AiRdog9wzbajHv1K9kCNUuKLv4CDTF0c/llmXzJ9N5zOC3wpHgEbDIAqPXAHQeSpOHLT+sN9B5FF/tQn3IAuLQ=="
            })
    void fitThePasswordThatTheyWereMadeOf(String hash) {
        assertThat(hasher.refusal(hash)).isEmpty();
        assertThat(hasher.verify(CLEAR, hash)).isTrue();
        assertThat(hasher.verify("plum tundra violet 48", hash)).isFalse();
        assertThat(hasher.verify(CLEAR + "\0", hash)).isFalse();
        assertThat(hasher.verify("", hash)).isFalse();
        assertThat(hasher.replacement(CLEAR, hash)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$dXNlcmRlY2tzYWx0$HEnSJSS6dboQAAsqHFfbU6M3U2fH/O93sBOXJWeMhnw",
                "$2a$06$Userdeck.bcrypt.saltuuwTbYphig.3B1LqH6SgUdbRdXboaXMLi",
                "$2b$06$Userdeck.bcrypt.saltuuwTbYphig.3B1LqH6SgUdbRdXboaXMLi",
                "$2y$06$Userdeck.bcrypt.saltuuwTbYphig.3B1LqH6SgUdbRdXboaXMLi",
                "$scrypt$ln=12,r=8,p=2$dXNlcmRlY2sgc2NyeXB0IQ$0qBEAbU1kTL9Jxh+hnKiQLiqrYPUoLscvOordIDr3V0",
                "$pbkdf2-sha256$i=10000,l=32$dXNlcmRlY2sgc2NyeXB0IQ$Q3BcHYTj6f2nUb9HWkrFln15gAJ8Jwyp3NdSJnMy49Q"
            })
    void takeLettersBeyondAsciiAsUtf8HoweverTyped(String hash) {
        assertThat(hasher.verify(ACCENTED, hash)).isTrue();
        assertThat(hasher.verify(Normalizer.normalize(ACCENTED, Normalizer.Form.NFD), hash))
                .isTrue();
        assertThat(hasher.verify("naive cafe uber", hash)).isFalse();
    }

    /** By {@code hashlib.pbkdf2_hmac("sha256", "ﬁve ① foxes", b"userdeck scrypt!", 1000)}: NFKC would make it "five 1 foxes". */
    @Test
    void takeWhatWasTypedAsItCameToo() {
        String hash = "$pbkdf2-sha256$1000$dXNlcmRlY2sgc2NyeXB0IQ$ojpsfzZ7YGKk+uEB1a4LR7jHvKoWOOs/8ypM6dBBGQQ";

        assertThat(hasher.verify("\ufb01ve \u2460 foxes", hash)).isTrue();
        assertThat(hasher.verify("five 1 foxes", hash)).isFalse();
    }

    /** The vectors of RFC 7914, section 11 and 12, written as hashes; the first of section 12 has no salt, which can't be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwd $pbkdf2-sha256$i=1$c2FsdA"
                        + "$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLxJypzM8Xm2RZkWZLOdd+8xfHG4RbHjC9UJESBB06GXgw",
                "Password $pbkdf2-sha256$i=80000$TmFDbA"
                        + "$TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1ah1CWhIlgzVJrbhBtRybMXaicr3ruh0HhHj2Kzl/M8jQ",
                "password $scrypt$ln=10,r=8,p=16$TmFDbA"
                        + "$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA",
                "pleaseletmein $scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU"
                        + "$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw"
            })
    void vectorsOfTheRfcFit(String vector) {
        String clear = vector.substring(0, vector.indexOf(' '));

        assertThat(hasher.verify(clear, vector.substring(clear.length() + 1))).isTrue();
    }

    /** From the documentation of scrypt's Java library and of passlib. */
    @Test
    void publishedExamplesFit() {
        assertThat(hasher.verify(
                        "secret", "$s0$e0801$epIxT/h6HbbwHaehFnh/bw==$7H0vsXlY8UxxyW/BWx/9GuY7jEvGjT71GFd6O4SZND0="))
                .isTrue();
        assertThat(hasher.verify(
                        "password",
                        "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"))
                .isTrue();
        assertThat(hasher.verify("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"))
                .isTrue();
    }

    @Test
    void bcryptLooksAt72BytesAlone() {
        String of72 = BCRYPT + "xWJJgwiGxEEZuTi1lNHQPxCD4OKxZNa";
        String of71 = BCRYPT + "4hIcTXvKb/RFXeT3XMjc6pxyzihFpLm";

        assertThat(hasher.verify("x".repeat(72), of72)).isTrue();
        assertThat(hasher.verify("x".repeat(90), of72)).isTrue();
        assertThat(hasher.verify("x".repeat(71), of72)).isFalse();
        assertThat(hasher.verify("x".repeat(71), of71)).isTrue();
        assertThat(hasher.verify("x".repeat(72), of71)).isFalse();
    }

    /** A slip behind the 72 bytes gets in, and must not become the password. */
    @Test
    void aHashByBcryptIsReplacedOnlyByWhatItLookedAtWhole() {
        String of72 = BCRYPT + "xWJJgwiGxEEZuTi1lNHQPxCD4OKxZNa";
        String of71 = BCRYPT + "4hIcTXvKb/RFXeT3XMjc6pxyzihFpLm";

        assertThat(hasher.replacement("x".repeat(73), of72)).isEmpty();
        assertThat(hasher.replacement("x".repeat(72), of72)).isEmpty();
        assertThat(hasher.replacement("x".repeat(71), of71)).isPresent();
        assertThat(hasher.replacement("\u00fc".repeat(36), of72)).isEmpty();
    }

    /** bcrypt repeats {@code abc\0}, so that to it {@code abc\0abc} is the same key. */
    @Test
    void aZeroByteMakesNoOtherPasswordTheSame() {
        String ofAbc = BCRYPT + "/zG6a/yyciqyeQjS7ADphqRIDT9Q8ny";

        assertThat(hasher.verify("abc", ofAbc)).isTrue();
        assertThat(hasher.verify("abc\0abc", ofAbc)).isFalse();
        assertThat(hasher.verify("abc\0", ofAbc)).isFalse();
    }
}
