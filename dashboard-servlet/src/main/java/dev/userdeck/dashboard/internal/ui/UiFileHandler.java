package dev.userdeck.dashboard.internal.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers everything outside the API: the front end's files, and its page for addresses that people visit. */
public final class UiFileHandler {
    private static final String NO_STORE = "no-store";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Optional<UiFiles> files;

    public UiFileHandler(Optional<UiFiles> files) {
        this.files = files;
    }

    /** Answers a request for what {@code segments}, the path below the mount, name. */
    public void answer(HttpServletRequest request, HttpServletResponse response, List<String> segments)
            throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            text(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only GET and HEAD are allowed here.");
            return;
        }
        if (segments.isEmpty()) {
            response.setHeader("Cache-Control", NO_STORE);
            response.setHeader("Location", RequestLocation.withEndSlash(request));
            response.setStatus(HttpServletResponse.SC_FOUND);
            return;
        }
        String path = String.join("/", segments);
        Optional<UiFiles.File> asset = files.flatMap(all -> all.asset(path));
        if (asset.isPresent()) {
            asset(request, response, asset.get());
            return;
        }
        if (segments.get(0).equals("assets") || !(path.isEmpty() || wantsHtml(request))) {
            text(request, response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here.");
            return;
        }
        shell(request, response, segments);
    }

    /** Tells a person why there is no dashboard here. */
    public static void refuseInsecure(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>HTTPS needed</title></head>
                <body>
                <h1>This dashboard needs HTTPS</h1>
                <p>Over plain HTTP, anyone on the way could read along and take over your sign-in. Open it by https://.</p>
                <p>If you run this app: behind a proxy that ends TLS, let the container read the forwarded headers
                (Jetty: ForwardedRequestCustomizer, Tomcat: RemoteIpValve, Spring Boot: server.forward-headers-strategy),
                and have the proxy send X-Forwarded-Proto and keep the Host. Where the network itself is private,
                call allowInsecureHttp() on the builder of the servlet.</p>
                </body>
                </html>
                """;
        write(request, response, HttpServletResponse.SC_FORBIDDEN, "text/html; charset=utf-8", page);
    }

    /** Only what a person opens in a browser: not a script, an image or a call that went astray. */
    private static boolean wantsHtml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept == null || accept.contains("text/html");
    }

    private void shell(HttpServletRequest request, HttpServletResponse response, List<String> segments)
            throws IOException {
        if (files.isEmpty()) {
            text(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "This build of the dashboard has no front end: it was made with -Dskip.ui=true.");
            return;
        }
        byte[] shell = files.get().shell(RequestLocation.base(segments));
        response.setHeader("Cache-Control", NO_STORE);
        send(request, response, "text/html; charset=utf-8", shell);
    }

    private static void asset(HttpServletRequest request, HttpServletResponse response, UiFiles.File file)
            throws IOException {
        boolean compressed = file.gzip() != null && takesGzip(request);
        String tag = "\"" + file.hash() + (compressed ? "-gz" : "") + "\"";
        response.setHeader("Cache-Control", FOREVER);
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        @Nullable String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = file.plain();
        if (compressed && file.gzip() != null) {
            response.setHeader("Content-Encoding", "gzip");
            bytes = file.gzip();
        }
        send(request, response, file.type(), bytes);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Accept-Encoding");
        while (values.hasMoreElements()) {
            for (String coding : values.nextElement().toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] parts = coding.replace(" ", "").split(";", -1);
                boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
                if (parts[0].equals("gzip") && !refused) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void text(HttpServletRequest request, HttpServletResponse response, int status, String words)
            throws IOException {
        write(request, response, status, "text/plain; charset=utf-8", words + "\n");
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, int status, String type, String words)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", NO_STORE);
        send(request, response, type, words.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String type, byte[] bytes)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
