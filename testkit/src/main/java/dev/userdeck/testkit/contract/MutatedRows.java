package dev.userdeck.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.data.DataFormat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows of an import with something wrong in them, the same each time. */
final class MutatedRows {
    private static final String HEADER = "email,name,phone,externalId,joinedAt,tenants,loginMethods,provider,subject\n";
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\u0001",
            "'",
            "''",
            "null",
            "true",
            "NaN",
            "-",
            "1e999999999",
            "-1e-999999999",
            "1e99999999999",
            "9".repeat(1_500),
            "0." + "1".repeat(1_500),
            "9223372036854775808",
            "[".repeat(300) + "]".repeat(300),
            "[{\"a\":".repeat(200) + "1" + "}]".repeat(200),
            "\"" + "k".repeat(20_000) + "\":",
            "x".repeat(70_000),
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "\\u202e",
            "\u202e",
            "\ufeff",
            "\uffff",
            "𝄞",
            "é".repeat(300),
            "+999999999-12-31T23:59:59.999999999Z",
            "0000-00-00",
            "-999999999-01-01T00:00:00+18:00",
            "\"email\":1,",
            "\"metadata\":{\"__proto__\":{}},",
            "\"tenants\":{},",
            "\"loginMethods\":[null,1,[],{}],",
            "$argon2id$v=19$m=19456,t=2,p=1$$",
            "@",
            "a@b",
            "=1+1");

    private final DataFormat format;
    private final Random random;
    private int count;

    MutatedRows(DataFormat format, long seed) {
        this.format = format;
        this.random = new Random(seed);
    }

    /** A whole file of these rows. */
    static byte[] file(DataFormat format, List<byte[]> rows) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(
                switch (format) {
                    case CSV -> HEADER.getBytes(UTF_8);
                    case JSON_LINES -> new byte[0];
                    case JSON_DOCUMENT -> "{\"users\":[".getBytes(UTF_8);
                });
        for (int i = 0; i < rows.size(); i++) {
            file.writeBytes(rows.get(i));
            boolean isLast = i == rows.size() - 1;
            file.writeBytes((format == DataFormat.JSON_DOCUMENT && !isLast ? ",\n" : "\n").getBytes(UTF_8));
        }
        if (format == DataFormat.JSON_DOCUMENT) {
            file.writeBytes("]}".getBytes(UTF_8));
        }
        return file.toByteArray();
    }

    /** A row that nothing is wrong with. */
    byte[] good(String email) {
        return (format == DataFormat.CSV ? email + ",,,,,,,," : "{\"email\":\"" + email + "\"}").getBytes(UTF_8);
    }

    /** A mutated row behind which the next one can be found. */
    byte[] next() {
        byte[] row = mutated();
        while (breaksFile(row)) {
            row = mutated();
        }
        return row;
    }

    /** One that takes the next one with it. */
    byte[] breaking() {
        byte[] row = mutated();
        while (!breaksFile(row)) {
            row = mutated();
        }
        return row;
    }

    private byte[] mutated() {
        byte[] row = (format == DataFormat.CSV ? csv() : json()).getBytes(UTF_8);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            row = mutated(row);
        }
        return row;
    }

    private byte[] mutated(byte[] row) {
        int at = random.nextInt(row.length + 1);
        int length = Math.min(row.length - at, random.nextInt(8));
        byte[] before = Arrays.copyOf(row, at);
        byte[] piece = Arrays.copyOfRange(row, at, at + length);
        byte[] after = Arrays.copyOfRange(row, at + length, row.length);
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> joined(before, after);
            case 1 -> joined(before, piece, piece, after);
            case 2 -> joined(before, token, after);
            case 3 -> joined(before, token, piece, after);
            case 4 -> joined(before, new byte[] {(byte) random.nextInt(256)}, after);
            default -> joined(before, new byte[] {(byte) random.nextInt(128)}, piece, after);
        };
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private String json() {
        int i = count++;
        return """
                {"email":"m%d@example.org","name":"Ada %d","phone":"+44 20 7946 %04d","externalId":"x-%d",\
                "joinedAt":"2020-02-03T04:05:06Z","lastSeenAt":1600000000000,"tenants":["public"],"status":"active",\
                "loginMethods":[{"kind":"external","provider":"google","subject":"s%d"}]}\
                """.formatted(i, i, i % 10_000, i, i);
    }

    private String csv() {
        int i = count++;
        return "m%d@example.org,\"Ada \"\"%d\"\", of\",+4420794%05d,x-%d,2020-02-03,public,\"[{\"\"kind\"\":\"\"passwordless\"\"}]\",google,s%d"
                .formatted(i, i, i, i, i);
    }

    /** By the rules of RFC 4180 and RFC 8259 as one reads them, not by what the import does. */
    private boolean breaksFile(byte[] row) {
        String text = new String(row, ISO_8859_1);
        return switch (format) {
            case JSON_LINES -> false;
            case CSV ->
                text.lines().anyMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 1);
            case JSON_DOCUMENT -> !isBalanced(text);
        };
    }

    private static boolean isBalanced(String row) {
        String outside = row.replaceAll("(?s)\"(?:[^\"\\\\]|\\\\.)*+\"", "").replaceAll("[^\\[\\]{}\"\\\\]", "");
        if (outside.contains("\"") || outside.contains("\\")) {
            return false;
        }
        String shorter = outside.replace("[]", "").replace("{}", "");
        while (shorter.length() < outside.length()) {
            outside = shorter;
            shorter = outside.replace("[]", "").replace("{}", "");
        }
        return outside.isEmpty();
    }
}
