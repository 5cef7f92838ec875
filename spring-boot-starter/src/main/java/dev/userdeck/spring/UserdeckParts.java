package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.data.UserData;
import dev.userdeck.mail.Outbox;
import dev.userdeck.operator.Operators;
import dev.userdeck.password.Passwords;
import dev.userdeck.session.Sessions;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.Users;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link Userdeck} is made of, each by its type. Userdeck closes them, not Spring. */
@Configuration(proxyBeanMethods = false)
class UserdeckParts {

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Users userdeckUsers(Userdeck userdeck) {
        return userdeck.users();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Sessions userdeckSessions(Userdeck userdeck) {
        return userdeck.sessions();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Passwords userdeckPasswords(Userdeck userdeck) {
        return userdeck.passwords();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Tenants userdeckTenants(Userdeck userdeck) {
        return userdeck.tenants();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    AuditTrail userdeckAuditTrail(Userdeck userdeck) {
        return userdeck.audit();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Outbox userdeckOutbox(Userdeck userdeck) {
        return userdeck.outbox();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Operators userdeckOperators(Userdeck userdeck) {
        return userdeck.operators();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    UserData userdeckData(Userdeck userdeck) {
        return userdeck.data();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    BulkJobs userdeckBulkJobs(Userdeck userdeck) {
        return userdeck.bulk();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Statistics userdeckStatistics(Userdeck userdeck) {
        return userdeck.statistics();
    }
}
