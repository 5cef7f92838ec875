package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What a host sent, as it came over the wire. */
record Answer(String request, HttpResponse<byte[]> http) {
    Answer hasStatus(int status) {
        assertThat(http.statusCode()).as("%s: %s", request, text()).isEqualTo(status);
        return this;
    }

    /** It is a problem document of Userdeck's own, which the host has let through. */
    Answer isProblem(int status, String type) {
        hasStatus(status);
        assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
        assertThat(json().get("type").getAsString()).as(request).endsWith("/" + type);
        return this;
    }

    Answer hasHeader(String name, String value) {
        assertThat(header(name)).as("%s of %s", name, request).isEqualTo(value);
        return this;
    }

    /** A cache must not give one form to whom asked for the other. */
    Answer variesByEncoding() {
        assertThat(String.join(", ", http.headers().allValues("Vary")))
                .as("Vary of %s", request)
                .containsIgnoringCase("Accept-Encoding");
        return this;
    }

    boolean isCompressed() {
        return header("Content-Encoding").equals("gzip");
    }

    /** The first of that name, or nothing. */
    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    List<String> cookies() {
        return http.headers().allValues("Set-Cookie");
    }

    /** As a browser reads it: decompressed once, if it says so. */
    String text() {
        if (!isCompressed() || http.body().length == 0) {
            return new String(http.body(), StandardCharsets.UTF_8);
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(http.body()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObject json() {
        return JsonParser.parseString(text()).getAsJsonObject();
    }
}
