package dev.userdeck.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Within {@code @Transactional} nothing is lost and nothing is kept. */
class TransactionsTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "plum tundra violet 47";

    @ParameterizedTest
    @ValueSource(classes = {BootsPool.class, AwareProxy.class, LazyProxy.class, AwareProxyOverLazy.class})
    void callsAreUndoneAndKeptWithTheTransaction(Class<?> pool) {
        try (ConfigurableApplicationContext app = start(pool)) {
            Shop shop = app.getBean(Shop.class);

            assertThatThrownBy(() -> shop.registerAndFail(EMAIL)).hasMessage("no card");
            assertThat(shop.customers()).isEmpty();
            assertThat(shop.users()).isZero();

            assertThat(shop.register(EMAIL)).isTrue();
            assertThat(shop.customers()).containsExactly("1 " + EMAIL, "2 " + EMAIL);
            assertThat(shop.users()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {BootsPool.class, AwareProxy.class, LazyProxy.class, AwareProxyOverLazy.class})
    void aReadAndARefusalLoseNoRowOfTheApps(Class<?> pool) {
        try (ConfigurableApplicationContext app = start(pool)) {
            Shop shop = app.getBean(Shop.class);
            shop.register(EMAIL);

            shop.readBetween();
            assertThat(shop.register(EMAIL)).isFalse();

            assertThat(shop.customers())
                    .containsExactly("1 " + EMAIL, "2 " + EMAIL, "3 before", "4 after", "5 " + EMAIL, "6 " + EMAIL);
        }
    }

    @Test
    void requiresNewStandsByItself() {
        try (ConfigurableApplicationContext app = start(BootsPool.class)) {
            Shop shop = app.getBean(Shop.class);

            assertThatThrownBy(() -> shop.registerInItsOwnAndFail(app.getBean(Inner.class)))
                    .hasMessage("no card");

            assertThat(shop.customers()).isEmpty();
            assertThat(shop.users()).isEqualTo(1);
        }
    }

    @Test
    void anAppMayHaveItOtherwise() {
        try (ConfigurableApplicationContext app = start(Beside.class)) {
            Shop shop = app.getBean(Shop.class);

            assertThatThrownBy(() -> shop.registerAndFail(EMAIL)).hasMessage("no card");

            assertThat(shop.customers()).isEmpty();
            assertThat(shop.users()).isEqualTo(1);
        }
    }

    private static ConfigurableApplicationContext start(Class<?> pool) {
        return new SpringApplicationBuilder(App.Basis.class, Config.class, pool)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                        "logging.level.root=WARN",
                        "spring.main.banner-mode=off",
                        "userdeck.maintenance=manual")
                .run();
    }

    /** Who sells. */
    static class Shop {
        private final JdbcTemplate jdbc;
        private final Users users;

        Shop(JdbcTemplate jdbc, Users users) {
            this.jdbc = jdbc;
            this.users = users;
            jdbc.execute("create table customer (id int auto_increment primary key, email varchar(255))");
        }

        @Transactional
        public boolean register(String email) {
            insert(email);
            boolean isNew = users.signUp(email, PASSWORD) instanceof CreateUserResult.Created;
            insert(email);
            return isNew;
        }

        @Transactional
        public void registerAndFail(String email) {
            register(email);
            throw new IllegalStateException("no card");
        }

        @Transactional
        public void readBetween() {
            insert("before");
            users.list(UserQuery.of(Scope.all()));
            insert("after");
        }

        @Transactional
        public void registerInItsOwnAndFail(Inner inner) {
            insert("undone");
            inner.signUp(EMAIL);
            throw new IllegalStateException("no card");
        }

        private void insert(String email) {
            jdbc.update("insert into customer (email) values (?)", email);
        }

        /** Counted anew: numbers of rows that were undone are not used again. */
        public List<String> customers() {
            List<String> emails = jdbc.queryForList("select email from customer order by id", String.class);
            return java.util.stream.IntStream.range(0, emails.size())
                    .mapToObj(i -> (i + 1) + " " + emails.get(i))
                    .toList();
        }

        public int users() {
            return users.list(UserQuery.of(Scope.all())).items().size();
        }
    }

    /** Who is asked in a transaction of its own. */
    static class Inner {
        private final Users users;

        Inner(Users users) {
            this.users = users;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public void signUp(String email) {
            users.signUp(email, PASSWORD);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Config {
        @Bean
        Shop shop(JdbcTemplate jdbc, Users users) {
            return new Shop(jdbc, users);
        }

        @Bean
        Inner inner(Users users) {
            return new Inner(users);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BootsPool {}

    @Configuration(proxyBeanMethods = false)
    static class Beside {
        @Bean
        dev.userdeck.transaction.spi.SurroundingTransaction none() {
            return dev.userdeck.transaction.spi.SurroundingTransaction.none();
        }
    }

    private static JdbcConnectionPool pool() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Configuration(proxyBeanMethods = false)
    static class AwareProxy {
        @Bean
        DataSource dataSource() {
            return new TransactionAwareDataSourceProxy(pool());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class LazyProxy {
        @Bean
        DataSource dataSource() {
            return new LazyConnectionDataSourceProxy(pool());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(LazyProxy.class)
    static class AwareProxyOverLazy {
        @Bean
        @org.springframework.context.annotation.Primary
        DataSource aware(DataSource dataSource) {
            return new TransactionAwareDataSourceProxy(dataSource);
        }
    }
}
