package dev.userdeck.servlet.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The headers that every answer of the API has, and its bytes. */
final class ResponseWriter {
    private ResponseWriter() {}

    static void headers(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.addHeader("Vary", "Accept-Encoding"); // not every container says so when it compresses
    }

    /** Sends a whole body; to HEAD the headers only. */
    static void send(String mediaType, byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        headers(response);
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
