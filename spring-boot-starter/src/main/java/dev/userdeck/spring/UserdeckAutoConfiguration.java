package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import dev.userdeck.password.PasswordCheck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import java.util.List;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Userdeck on the app's data source, and its parts as beans. Classes that moved between Boot 3 and 4 are named by text. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration",
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration"
        })
@ConditionalOnClass(Userdeck.class)
@EnableConfigurationProperties(UserdeckProperties.class)
@Import({UserdeckParts.class, RecipeServices.class, JavaMailConfiguration.class, HealthConfiguration.class})
class UserdeckAutoConfiguration {

    /** After Flyway's and Liquibase's scripts, which refuse a schema in which there are tables of others already. */
    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    Userdeck userdeck(
            UserdeckProperties properties,
            ObjectProvider<DataSource> dataSources,
            ObjectProvider<SurroundingTransaction> transactions,
            ObjectProvider<EmailSender> senders,
            ObjectProvider<MailTemplates> templates,
            ObjectProvider<PasswordCheck> passwordChecks,
            ObjectProvider<Recipe> recipes,
            ObjectProvider<UserdeckCustomizer> customizers) {
        Userdeck.Builder builder = Userdeck.builder();
        DataSource dataSource = dataSources.getIfUnique();
        List<UserdeckCustomizer> more = customizers.orderedStream().toList();
        if (dataSource != null) {
            builder.dataSource(dataSource);
        } else if (more.isEmpty()) {
            throw new ConfigurationException(
                    "Userdeck needs the one DataSource bean of the app, or the one that is @Primary;"
                            + " of several, name one in a bean of UserdeckCustomizer");
        }
        transactions.ifUnique(builder::surroundingTransaction);
        senders.ifUnique(builder::emailSender);
        templates.ifUnique(builder::mailTemplates);
        passwordChecks.ifUnique(builder::passwordCheck);
        apply(properties, builder);
        recipes.orderedStream().forEach(builder::recipe);
        if (properties.recipes().discover()) {
            builder.discoverRecipes();
        }
        more.forEach(customizer -> customizer.customize(builder));
        return builder.start();
    }

    private static void apply(UserdeckProperties properties, Userdeck.Builder builder) {
        Settings.set(properties.appName(), builder::appName);
        Settings.set(properties.language(), builder::language);
        Settings.set(properties.schema(), builder::schema);
        Settings.set(properties.migration(), builder::migration);
        Settings.set(properties.maintenance(), builder::maintenance);
        Settings.set(properties.statementTimeout(), builder::statementTimeout);
        Settings.set(properties.auditRetention(), builder::auditRetention);
        Settings.set(properties.session().idleTimeout(), builder::sessionIdleTimeout);
        Settings.set(properties.session().lifetime(), builder::sessionLifetime);
        Settings.set(properties.session().rotation(), builder::sessionRotation);
        builder.signUpLimits(
                properties.signUps().perAddress(), properties.signUps().inAll());
        Settings.set(properties.password().minLength(), builder::passwordMinLength);
        Settings.set(properties.password().resetPage(), builder::passwordResetPage);
        Settings.set(properties.password().invitationPage(), builder::invitationPage);
        Settings.set(properties.dashboard().address(), builder::dashboardAddress);
        Settings.set(properties.dashboard().operators().invitationLifetime(), builder::operatorInvitationLifetime);
        if (properties.secretKey() != null) {
            SecretKey[] earlier = properties.earlierSecretKeys().stream()
                    .map(Settings::secretKey)
                    .toArray(SecretKey[]::new);
            builder.secretKey(Settings.secretKey(properties.secretKey()), earlier);
        }
        if (properties.dashboard().operators().secondFactorRequired()) {
            builder.requireOperatorSecondFactor();
        }
        if (properties.mail().logLinks()) {
            builder.logMailLinks();
        }
    }

    /** Calls take part in the app's transactions, unless a bean says otherwise. */
    @Bean
    @ConditionalOnMissingBean
    SurroundingTransaction userdeckTransactions() {
        return new SpringTransactions();
    }

    /** Userdeck closes the recipes, each once; Spring would a second time. */
    @Bean
    static BeanFactoryPostProcessor userdeckRecipeOwner() {
        return beans -> {
            for (String name : beans.getBeanNamesForType(Recipe.class, true, false)) {
                if (beans.containsBeanDefinition(name)
                        && beans.getBeanDefinition(name) instanceof AbstractBeanDefinition definition) {
                    definition.setDestroyMethodName("");
                }
            }
        };
    }
}
