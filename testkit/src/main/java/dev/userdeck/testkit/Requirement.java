package dev.userdeck.testkit;

/** A switch that turns "skip what this machine can't run" into "fail". */
enum Requirement {
    USERDECK_REQUIRE_BROWSER,
    USERDECK_REQUIRE_ENGINES;

    /** By system property, else by environment variable. */
    boolean isSet() {
        return Boolean.parseBoolean(System.getProperty(name(), System.getenv(name())));
    }
}
