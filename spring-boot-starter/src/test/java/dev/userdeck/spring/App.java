package dev.userdeck.spring;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A Boot app that listens, on a database in memory. */
final class App implements AutoCloseable {
    static final String EMAIL = "ada@example.org";
    static final String PASSWORD = "plum tundra violet 47";

    /** Actuator, on the class path of these tests, makes another chain in the place of Boot's default. */
    private static final String ACTUATORS_CHAIN =
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration";

    /** Who signs in to Spring Security. */
    static final Map<String, String> OPERATOR = Map.of("Authorization", basic("ines", "granite otter sundial 12"));

    private final ConfigurableApplicationContext context;
    private final URI url;

    private App(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/");
    }

    /** Starts it with what is configured and said. */
    static App start(Class<?> configuration, String... properties) {
        return new App(context(configuration, properties));
    }

    static ConfigurableApplicationContext context(Class<?> configuration, String... properties) {
        var arguments = new ArrayList<>(List.of(
                "server.port=0",
                "logging.level.root=WARN",
                "spring.main.banner-mode=off",
                "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                "spring.autoconfigure.exclude=" + ACTUATORS_CHAIN,
                "spring.security.user.name=ines",
                "spring.security.user.password=granite otter sundial 12",
                "spring.security.user.roles=SUPPORT_TEAM",
                "userdeck.auth.path=/auth",
                "userdeck.dashboard.operators.authority.support=ROLE_SUPPORT_TEAM",
                "userdeck.dashboard.operators.sign-in-page=/login"));
        arguments.addAll(List.of(properties));
        return new SpringApplication(Basis.class, configuration)
                .run(arguments.stream().map("--"::concat).toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String[] beanNames(Class<?> type) {
        return context.getBeanNamesForType(type);
    }

    /** Somebody with cookies of their own. */
    Client client() {
        return new Client(url);
    }

    static Map<String, String> asOperator(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putAll(OPERATOR);
        return all;
    }

    private static String basic(String user, String password) {
        String both = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }

    /** What every Boot app has. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Basis {}

    /** A browser's part of it. */
    static final class Client {
        private final URI url;
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        private Client(URI url) {
            this.url = url;
        }

        HttpResponse<String> get(String path, Map<String, String> headers) {
            return send(request(path, headers).GET());
        }

        HttpResponse<String> get(String path) {
            return get(path, Map.of());
        }

        /** As a page of the app does. */
        HttpResponse<String> post(String path, String json, Map<String, String> headers) {
            var all = new HashMap<>(headers);
            all.put("Sec-Fetch-Site", "same-origin");
            return postPlainly(path, json, all);
        }

        HttpResponse<String> postPlainly(String path, String json, Map<String, String> headers) {
            return send(request(path, headers)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json)));
        }

        HttpResponse<String> post(String path, String json) {
            return post(path, json, Map.of());
        }

        void signsUp() {
            HttpResponse<String> answer =
                    post("auth/signup", "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}");
            if (answer.statusCode() != 201) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        }

        private HttpRequest.Builder request(String path, Map<String, String> headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
            headers.forEach(request::header);
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
