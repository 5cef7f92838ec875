/** Users, sessions and the recipe SPI. */
module dev.userdeck.core {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires org.jooq;
    requires org.slf4j;
}
