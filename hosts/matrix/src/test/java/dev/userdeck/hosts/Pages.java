package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dashboard's page and its files arrive as they left, through whatever the host does to answers. */
final class Pages {
    private static final Pattern SCRIPT = Pattern.compile("(?<=<script src=\"\\./)assets/[^\"]+\\.js(?=\")");

    private Pages() {}

    static void shell(Cell cell) {
        for (String path : new String[] {"", "users/some-id"}) {
            Answer page = cell.stranger()
                    .get(path, "Accept", "text/html", "Accept-Encoding", "gzip")
                    .hasStatus(200);
            assertThat(page.header("Content-Type")).matches("(?i)text/html; ?charset=utf-8");
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'");
            page.hasHeader("Cache-Control", "no-store").hasHeader("X-Frame-Options", "DENY");
            assertThat(page.text()).startsWith("<!doctype html>").containsPattern(SCRIPT);
        }
    }

    static void assets(Cell cell) {
        Client client = cell.stranger();
        Matcher script = SCRIPT.matcher(client.get("", "Accept", "text/html").text());
        assertThat(script.find()).isTrue();

        Answer plain = client.get(script.group()).hasStatus(200).variesByEncoding();
        Answer gzip = client.get(script.group(), "Accept-Encoding", "gzip")
                .hasStatus(200)
                .variesByEncoding();
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(gzip.http().headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(gzip.text()).isEqualTo(plain.text()).isNotEmpty();
        assertThat(gzip.header("ETag")).endsWith("-gz\"");
        assertThat(plain.header("ETag")).doesNotContain("gz");
        plain.hasHeader("Cache-Control", "public, max-age=31536000, immutable");

        client.get(script.group(), "If-None-Match", plain.header("ETag")).hasStatus(304);
        client.get(script.group(), "Accept-Encoding", "gzip", "If-None-Match", gzip.header("ETag"))
                .hasStatus(304);
        Answer head = client.send("HEAD", script.group(), null).hasStatus(200);
        head.hasHeader("Content-Length", Integer.toString(plain.http().body().length));
    }

    /** What a person types first. */
    static void withoutTheSlash(Cell cell) {
        String path = cell.dashboard().getPath();
        if (path.equals("/")) {
            return; // HTTP has no address without it
        }
        URI typed = cell.dashboard().resolve(path.substring(0, path.length() - 1));
        Answer answer = new Client(typed).get(typed.toString(), "Accept", "text/html");
        assertThat(answer.http().statusCode()).as(answer.text()).isIn(301, 302);
        assertThat(typed.resolve(answer.header("Location"))).isEqualTo(cell.dashboard());
    }
}
