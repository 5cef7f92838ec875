/** Users, sessions, tenants, the audit trail, and the recipe SPI. */
module dev.userdeck.core {
    requires static com.h2database;
    requires static de.mkammerer.argon2.nolibs;
    requires static jakarta.xml.bind;
    requires static org.bouncycastle.provider;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires java.naming;
    requires transitive java.sql;
    requires com.eatthepath.otp;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires com.zaxxer.hikari;
    requires dev.userdeck.libs;
    requires org.slf4j;
    requires password4j;

    exports dev.userdeck;
    exports dev.userdeck.about;
    exports dev.userdeck.actor;
    exports dev.userdeck.apikey;
    exports dev.userdeck.audit;
    exports dev.userdeck.bulk;
    exports dev.userdeck.dashboard.spi;
    exports dev.userdeck.data;
    exports dev.userdeck.error;
    exports dev.userdeck.http.spi;
    exports dev.userdeck.language;
    exports dev.userdeck.mail;
    exports dev.userdeck.mail.spi;
    exports dev.userdeck.operator;
    exports dev.userdeck.paging;
    exports dev.userdeck.paging.spi;
    exports dev.userdeck.password;
    exports dev.userdeck.recipe.spi;
    exports dev.userdeck.session;
    exports dev.userdeck.statistics;
    exports dev.userdeck.tenant;
    exports dev.userdeck.text;
    exports dev.userdeck.transaction.spi;
    exports dev.userdeck.user;
    exports dev.userdeck.internal.crypto to
            dev.userdeck.recipe.emailverification;
    exports dev.userdeck.internal.idna to
            dev.userdeck.mail.smtp,
            dev.userdeck.spring;
    exports dev.userdeck.internal.json to
            dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.internal.storage to
            dev.userdeck.recipe.emailverification,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.internal.text to
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.internal.user.store to
            dev.userdeck.recipe.emailverification;

    // jOOQ makes the records of the tables by reflection.
    opens dev.userdeck.internal.jooq.tables.records to
            dev.userdeck.libs;

    uses dev.userdeck.recipe.spi.Recipe;
}
