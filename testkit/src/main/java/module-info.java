/** Databases, contracts and a clock for tests. */
module dev.userdeck.testkit {
    requires transitive dev.userdeck.core;
    requires transitive org.junit.jupiter.api;
    requires org.junit.jupiter.params;
    requires org.assertj.core;
    requires com.zaxxer.hikari;
    requires embedded.postgres;
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports dev.userdeck.testkit;
    exports dev.userdeck.testkit.contract;
}
