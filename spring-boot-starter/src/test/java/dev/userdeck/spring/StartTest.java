package dev.userdeck.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.dashboard.OperatorAuthenticator;
import dev.userdeck.mail.Outbox;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.servlet.AuthServlet;
import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.SignUpAttempt;
import dev.userdeck.user.Users;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What there is after the start, and which starts are refused. */
class StartTest {
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    UserdeckAutoConfiguration.class,
                    UserdeckSecurityAutoConfiguration.class,
                    UserdeckWebAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());

    @Test
    void thePartsAndTheServicesOfRecipesAreBeans() {
        runner.withPropertyValues("userdeck.auth.path=/auth").run(app -> {
            assertThat(app).hasSingleBean(Userdeck.class);
            assertThat(app.getBean(Users.class))
                    .isSameAs(app.getBean(Userdeck.class).users());
            assertThat(app).hasSingleBean(Sessions.class);
            assertThat(app).hasSingleBean(Tenants.class);
            assertThat(app).hasSingleBean(Outbox.class);
            assertThat(app).hasSingleBean(AuditTrail.class);
            assertThat(app.getBean(UserRoles.class))
                    .isSameAs(app.getBean(Userdeck.class).recipe(UserRoles.class));
            assertThat(app.getBean(UserMetadata.class)).isNotNull();
            assertThat(app.getBean(EmailVerification.class)).isNotNull();
            assertThat(app).hasSingleBean(AuthServlet.class);
            assertThat(app).hasSingleBean(SessionFilter.class);
            assertThat(app).hasSingleBean(DashboardServlet.class);
        });
    }

    @Test
    void thereIsNoSignUpUntilTheAppSaysWhere() {
        runner.run(app -> {
            assertThat(app).doesNotHaveBean(AuthServlet.class);
            assertThat(mappings(app.getBean("userdeckDashboardRegistration", ServletRegistrationBean.class)))
                    .containsExactly("/userdeck/*");
        });
    }

    @Test
    void theDashboardGoesWhereTheAppSays() {
        for (String path : new String[] {"/internal/users", "/internal/users/*"}) {
            runner.withPropertyValues("userdeck.dashboard.path=" + path)
                    .run(app -> assertThat(mappings(
                                    app.getBean("userdeckDashboardRegistration", ServletRegistrationBean.class)))
                            .containsExactly("/internal/users/*"));
        }
        runner.withPropertyValues("userdeck.dashboard.enabled=false")
                .run(app -> assertThat(app).doesNotHaveBean(DashboardServlet.class));
        runner.withPropertyValues("userdeck.dashboard.path=users")
                .run(app -> assertThat(app).getFailure().rootCause().hasMessageContaining("userdeck.dashboard.path"));
    }

    @Test
    void signUpsAreLimitedByProperties() {
        runner.withPropertyValues("userdeck.sign-ups.per-address=1", "userdeck.sign-ups.in-all=2")
                .run(app -> {
                    Users users = app.getBean(Users.class);
                    var someone = Actor.anonymous().ip("203.0.113.7");
                    assertThat(users.attemptSignUp(someone)).isInstanceOf(SignUpAttempt.Allowed.class);
                    assertThat(users.attemptSignUp(someone)).isInstanceOf(SignUpAttempt.TooManyAttempts.class);
                });
        runner.withPropertyValues("userdeck.sign-ups.per-address=0")
                .run(app -> assertThat(app).getFailure().rootCause().hasMessageContaining("signUpLimits"));
    }

    @Test
    void secretsAreEncryptedByTheKeyOfAProperty() {
        String key = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
        runner.withPropertyValues(
                        "userdeck.secret-key=" + key,
                        "userdeck.earlier-secret-keys=" + key,
                        "userdeck.dashboard.operators.second-factor-required=true")
                .run(app -> {
                    var factors = app.getBean(Userdeck.class).operators().factors();
                    assertThat(factors.canBeAdded()).isTrue();
                    assertThat(factors.areRequired()).isTrue();
                });
        runner.withPropertyValues("userdeck.secret-key=c2hvcnQ=")
                .run(app -> assertThat(app)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("openssl rand -base64 32")
                        .hasMessageNotContaining("c2hvcnQ"));
        runner.withPropertyValues("userdeck.dashboard.operators.second-factor-required=true")
                .run(app -> assertThat(app).getFailure().rootCause().hasMessageContaining("secretKey(…)"));
    }

    private static Collection<String> mappings(ServletRegistrationBean<?> registration) {
        return registration.getUrlMappings();
    }

    @Test
    void aMissingOrUndecidedDataSourceIsNamed() {
        runner.withUserConfiguration(TwoPools.class)
                .run(app -> assertThat(app).getFailure().rootCause().hasMessageContaining("@Primary"));
    }

    @Test
    void operatorsAreOneOrTheOther() {
        runner.withPropertyValues(
                        "userdeck.dashboard.operators.built-in=true",
                        "userdeck.dashboard.operators.authority.admin=ROLE_ADMIN")
                .run(app -> assertThat(app).getFailure().rootCause().hasMessageContaining("built-in"));
    }

    @Test
    void authoritiesNeedSpringSecurity() {
        runner.withClassLoader(new FilteredClassLoader(HttpSecurity.class))
                .withPropertyValues("userdeck.dashboard.operators.authority.admin=ROLE_ADMIN")
                .run(app -> assertThat(app).getFailure().rootCause().hasMessageContaining("Spring Security"));
        runner.withClassLoader(new FilteredClassLoader(HttpSecurity.class))
                .run(app -> assertThat(app).hasNotFailed().doesNotHaveBean(OperatorAuthenticator.class));
    }

    @Test
    void recipesOnTheClassPathCanBeLeftOut() {
        runner.withPropertyValues("userdeck.recipes.discover=false").run(app -> {
            assertThat(app.getBean(Userdeck.class).recipes()).isEmpty();
            assertThatThrownBy(() -> app.getBean(UserRoles.class)).hasStackTraceContaining("UserRoles");
        });
    }

    @Test
    void recipesWithoutTheirClassesAreNoBeans() {
        runner.withPropertyValues("userdeck.recipes.discover=false")
                .withClassLoader(new FilteredClassLoader("dev.userdeck.recipe.userroles"))
                .run(app -> assertThat(app).hasNotFailed().doesNotHaveBean("userdeckRoles"));
    }

    @Test
    void aRecipeThatIsABeanStartsAndIsClosedOnce() {
        runner.withUserConfiguration(Orders.class).run(app -> {
            OrdersRecipe recipe = app.getBean(OrdersRecipe.class);
            assertThat(app.getBean(Userdeck.class).recipes())
                    .extracting(running -> running.id().value())
                    .contains("orders", "userroles");

            app.close();

            assertThat(recipe.closed).isEqualTo(1);
        });
    }

    @Test
    void aCustomizerHasTheLastWord() {
        runner.withUserConfiguration(Named.class)
                .withPropertyValues("userdeck.app-name=By property")
                .run(app -> assertThat(app.getBean(Userdeck.class).appName()).contains("By bean"));
    }

    @Test
    void whatTheAppHasIsTaken() {
        runner.withUserConfiguration(OwnUserdeck.class).run(app -> {
            assertThat(app.getBean(Userdeck.class).appName()).contains("Own");
            assertThat(app.getBean(Users.class))
                    .isSameAs(app.getBean(Userdeck.class).users());
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoPools {
        @Bean
        DataSource one() {
            return JdbcConnectionPool.create("jdbc:h2:mem:one", "sa", "");
        }

        @Bean
        DataSource other() {
            return JdbcConnectionPool.create("jdbc:h2:mem:other", "sa", "");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Named {
        @Bean
        UserdeckCustomizer name() {
            return builder -> builder.appName("By bean");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnUserdeck {
        @Bean
        Userdeck own() {
            return Userdeck.builder().inMemory().appName("Own").start();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Orders {
        @Bean
        OrdersRecipe orders() {
            return new OrdersRecipe();
        }
    }

    /** Counts how often it is closed. */
    static final class OrdersRecipe implements Recipe {
        private int closed;

        @Override
        public RecipeId id() {
            return new RecipeId("orders");
        }

        @Override
        public void start(RecipeContext context) {}

        @Override
        public void close() {
            closed++;
        }
    }
}
