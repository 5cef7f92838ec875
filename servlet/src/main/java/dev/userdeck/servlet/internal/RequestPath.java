package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The path of a request below the servlet's mapping, as decoded segments. Made from the URI as it was sent: containers
 * differ in what their decoded path does with an encoded slash or broken UTF-8.
 */
public final class RequestPath {
    private RequestPath() {}

    /**
     * The segments below the mapping; an empty last one tells of a slash at the end.
     *
     * @throws dev.userdeck.http.spi.ProblemException 400 if a segment can't be decoded, or holds a slash, a control
     *     character or dots alone
     */
    public static List<String> segments(HttpServletRequest request) {
        List<String> raw = split(request.getRequestURI());
        int mapped = split(request.getContextPath()).size() + mappedSegments(request);
        if (mapped >= raw.size()) {
            return List.of();
        }
        var segments = new ArrayList<String>();
        for (String segment : raw.subList(mapped, raw.size())) {
            int parameters = segment.indexOf(';');
            segments.add(decode(parameters < 0 ? segment : segment.substring(0, parameters)));
        }
        return segments;
    }

    private static int mappedSegments(HttpServletRequest request) {
        return isByDefault(request) ? 0 : split(request.getServletPath()).size();
    }

    /** A servlet mapped to "/" has the whole path for its servlet path, and nothing below it. */
    private static boolean isByDefault(HttpServletRequest request) {
        if (request.getPathInfo() != null) {
            return false;
        }
        try {
            return request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT;
        } catch (NullPointerException e) {
            return false; // of Quarkus 3.35 itself, for "/admin" where "/admin/*" is mapped
        }
    }

    private static List<String> split(String path) {
        if (path.isEmpty()) {
            return List.of();
        }
        return Arrays.asList((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    /** One segment, decoded. */
    static String decode(String raw) {
        String segment = percentDecoded(raw, false);
        if (segment.equals(".")
                || segment.equals("..")
                || segment.indexOf('/') >= 0
                || segment.chars().anyMatch(Character::isISOControl)) {
            throw malformed("The path holds dots, a slash or a control character as a segment or in one");
        }
        return segment;
    }

    /**
     * Percent-decodes UTF-8, strictly.
     *
     * @throws dev.userdeck.http.spi.ProblemException 400 if that fails
     */
    static String percentDecoded(String raw, boolean plusIsSpace) {
        if (raw.indexOf('%') < 0 && !plusIsSpace) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int c = raw.codePointAt(at);
            if (c == '%') {
                bytes.write(octet(raw, at));
                at += 3;
                continue;
            }
            String plain = c == '+' && plusIsSpace ? " " : Character.toString(c);
            bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
            at += Character.charCount(c);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The URL is not UTF-8");
        }
    }

    private static int octet(String raw, int at) {
        int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed("The URL has a % without two hex digits");
        }
        return high * 16 + low;
    }

    private static RuntimeException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED).detail(detail).exception();
    }
}
