package dev.userdeck.internal.password.argon2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Blake2bTest {

    /** RFC 7693, appendix A. */
    @Test
    void theExampleOfTheRfcFits() {
        assertThat(HexFormat.of().formatHex(Blake2b.hash("abc".getBytes(US_ASCII), 64)))
                .isEqualTo("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    }

    /** By Python's {@code hashlib.blake2b}, of messages that count up to 250 and begin again. */
    @ParameterizedTest
    @CsvSource({
        "0, 786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce",
        "3, 40a374727302d9a4769c17b5f409ff32f58aa24ff122d7603e4fda1509e919d4107a52c57570a6d94e50967aea573b11f86f473f537565c66f7039830a85d186",
        "127, b6292669ccd38d5f01caae96ba272c76a879a45743afa0725d83b9ebb26665b731f1848c52f11972b6644f554c064fa90780dbbbf3a89d4fc31f67df3e5857ef",
        "128, 2319e3789c47e2daa5fe807f61bec2a1a6537fa03f19ff32e87eecbfd64b7e0e8ccff439ac333b040f19b0c4ddd11a61e24ac1fe0f10a039806c5dcc0da3d115",
        "129, a7bf25f1599102ab631e3052e8303a2c097d1a7e",
        "256, 59",
        "1000, bb97bd77631e1414047fd8c99fd938498410cef63cfa1890351c35a67c5a48403b"
    })
    void messagesAndHashesOfAnyLengthFit(int length, String hash) {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) (i % 251);
        }

        assertThat(HexFormat.of().formatHex(Blake2b.hash(message, hash.length() / 2)))
                .isEqualTo(hash);
    }
}
