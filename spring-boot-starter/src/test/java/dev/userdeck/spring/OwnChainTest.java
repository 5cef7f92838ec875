package dev.userdeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Where the app has a filter chain of its own, its rules stand. */
class OwnChainTest {
    private static final String SIGN_UP = "{\"email\":\"ada@example.org\",\"password\":\"plum tundra violet 47\"}";

    @Test
    void whatTheAppRefusesStaysRefused() {
        try (App app = App.start(Closed.class)) {
            assertThat(app.client().post("auth/signup", SIGN_UP).statusCode()).isIn(401, 403);
            assertThat(app.client().get("userdeck/api/session").statusCode()).isEqualTo(401);
            assertThat(app.client()
                            .get("userdeck/api/session")
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .doesNotContain("problem");
        }
    }

    @Test
    void whatTheAppOpensNeedsNoTokenAgainstCsrf() {
        try (App app = App.start(Open.class)) {
            App.Client ada = app.client();

            ada.signsUp();

            assertThat(ada.get("me").statusCode()).isEqualTo(200);
            assertThat(ada.post("orders", "{}").statusCode()).isEqualTo(403);
            assertThat(app.client()
                            .post(
                                    "userdeck/api/users",
                                    "{\"tenant\":\"public\",\"method\":\"password\",\"email\":\"kim@example.com\",\"password\":\"plum tundra violet 47\"}",
                                    App.OPERATOR)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void anAppWithoutCsrfProtectionStarts() {
        try (App app = App.start(WithoutCsrf.class)) {
            app.client().signsUp();

            assertThat(app.client().post("orders", "{}", App.OPERATOR).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void logoutEndsTheSession() {
        try (App app = App.start(WithoutCsrf.class)) {
            App.Client ada = app.client();
            ada.signsUp();

            ada.post("logout", "");

            assertThat(ada.get("auth/session").statusCode()).isEqualTo(401);
            assertThat(ada.get("me", Map.of("Accept", "text/html")).statusCode())
                    .isNotEqualTo(200);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(TicketsApp.class)
    static class Closed {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/auth/**")
                            .denyAll()
                            .anyRequest()
                            .authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(TicketsApp.class)
    static class Open {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/auth/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(TicketsApp.class)
    static class WithoutCsrf {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/auth/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }
    }
}
