package dev.userdeck.servlet.internal;

import dev.userdeck.error.BusyException;
import dev.userdeck.error.FieldError;
import dev.userdeck.error.PartlyOutOfScopeException;
import dev.userdeck.error.StorageException;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.language.Languages;
import dev.userdeck.paging.InvalidCursorException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one map from exceptions to problems, and how a problem is sent. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String STORAGE_RETRY_SECONDS = "5";
    private static final String BUSY_RETRY_SECONDS = "1";
    private static final String DISPOSITION = "Content-Disposition";

    private final Json json;
    private final Languages languages;
    private final OutageLog outages = new OutageLog(LOG);

    /** Sends problems as this JSON, in these languages. */
    public Problems(Json json, Languages languages) {
        this.json = json;
        this.languages = languages;
    }

    /**
     * What is answered when this was thrown. What we or the database are to blame for is logged, once, under a trace that
     * the answer repeats; the client learns nothing else of it.
     *
     * @param doing what was asked for, as in {@code GET /users}; without anything personal
     */
    public Problem of(RuntimeException thrown, String doing) {
        if (thrown instanceof ProblemException refused) {
            return refused.problem();
        }
        if (thrown instanceof InvalidCursorException) {
            return Problem.of(ProblemType.CURSOR_INVALID);
        }
        if (thrown instanceof PartlyOutOfScopeException) {
            return Problem.partlyOutOfScope();
        }
        if (thrown instanceof BusyException) {
            LOG.warn("{}: {}", doing, thrown.getMessage());
            return Problem.of(ProblemType.BUSY).detail("Try again in a moment");
        }
        String trace = Long.toHexString(ThreadLocalRandom.current().nextLong());
        if (thrown instanceof StorageException damaged && damaged.damaged()) {
            LOG.error("{} failed, trace {}", doing, trace, thrown);
            return Problem.of(ProblemType.STORAGE_DAMAGED)
                    .detail("Trying again won't help: it has to be checked, and rebuilt or restored."
                            + " It has been logged; name the trace when you report it")
                    .with("trace", trace);
        }
        if (thrown instanceof StorageException outage) {
            outages.failed(doing, trace, outage);
            return Problem.of(ProblemType.STORAGE_UNAVAILABLE)
                    .detail("Try again in a moment")
                    .with("trace", trace);
        }
        LOG.error("{} failed, trace {}", doing, trace, thrown);
        return Problem.of(ProblemType.INTERNAL)
                .detail("It has been logged; name the trace when you report it")
                .with("trace", trace);
    }

    /** Sends a problem in the client's language, unless a part of another answer is on its way already. */
    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        UnreadBody.drain(request);
        response.resetBuffer();
        if (response.containsHeader(DISPOSITION)) {
            // Of the answer that failed: nobody shall keep a problem as if it were the file that was asked for.
            response.setHeader(DISPOSITION, "inline");
        }
        ProblemType type = problem.type();
        response.setStatus(type.status());
        if (problem.extras().get(Problem.RETRY_AFTER) instanceof Number seconds) {
            response.setHeader("Retry-After", seconds.toString());
        } else if (type.equals(ProblemType.STORAGE_UNAVAILABLE)) {
            response.setHeader("Retry-After", STORAGE_RETRY_SECONDS);
        } else if (type.equals(ProblemType.BUSY)) {
            response.setHeader("Retry-After", BUSY_RETRY_SECONDS);
        } else if (type.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", challenge(type));
        }
        var words = new ProblemWords(languages.of(AcceptLanguage.of(request)));
        response.setHeader("Content-Language", words.language().toLanguageTag());
        response.addHeader("Vary", "Accept-Language");
        ResponseWriter.send("application/problem+json", json.write(members(problem, words)), request, response);
    }

    /** RFC 9110 wants one; schemes for which browsers bring up no dialog of theirs. That of a key is told by RFC 6750. */
    private static String challenge(ProblemType type) {
        return type.equals(ProblemType.INVALID_TOKEN) ? "Bearer error=\"invalid_token\"" : "Cookie";
    }

    private static Map<String, Object> members(Problem problem, ProblemWords words) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.type().uri());
        members.put("title", words.title(problem.type()));
        members.put("status", problem.type().status());
        String detail = words.detail(problem);
        if (detail != null) {
            members.put("detail", detail);
        }
        if (!problem.errors().isEmpty()) {
            members.put("errors", errors(problem.errors(), words));
        }
        problem.extras().forEach(members::putIfAbsent);
        return members;
    }

    private static List<Map<String, Object>> errors(List<FieldError> errors, ProblemWords words) {
        return errors.stream()
                .map(error -> {
                    var member = new LinkedHashMap<String, Object>();
                    member.put("pointer", pointer(error.field()));
                    member.put("detail", words.message(error));
                    member.put("code", error.code());
                    error.values().forEach(member::putIfAbsent);
                    return (Map<String, Object>) member;
                })
                .toList();
    }

    /** Of a field's name; what is a pointer already, or empty for the whole body, stays. */
    private static String pointer(String field) {
        return field.isEmpty() || field.startsWith("/") ? field : "/" + JsonErrors.escape(field);
    }
}
