package dev.userdeck.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.libs.tools.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What an answer says, for assertions. */
public final class HttpAssertions {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HttpAssertions() {}

    /** The members of a JSON object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> json(HttpResponse<String> answer) {
        return MAPPER.readValue(answer.body(), Map.class);
    }

    /** Asserts that the answer is this problem, in the right dress, and returns its members. */
    public static Map<String, Object> assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        Map<String, Object> members = json(answer);
        assertThat(members)
                .containsEntry("type", "https://userdeck.dev/problems/" + slug)
                .containsEntry("status", status)
                .containsKey("title");
        return members;
    }

    /** Asserts that the answer is 422 with one error, at this pointer and of this code. */
    @SuppressWarnings("unchecked")
    public static void assertInvalid(HttpResponse<String> answer, String pointer, String code) {
        var errors = (List<Map<String, Object>>)
                assertProblem(answer, 422, "invalid").get("errors");
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .containsEntry("pointer", pointer)
                        .containsEntry("code", code)
                        .containsKey("detail"));
    }
}
