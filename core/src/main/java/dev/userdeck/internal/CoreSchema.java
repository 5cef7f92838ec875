package dev.userdeck.internal;

import dev.userdeck.recipe.spi.SchemaScripts;

/** The scripts of core. */
final class CoreSchema {
    static final String COMPONENT = "core";

    static final SchemaScripts SCRIPTS = SchemaScripts.of(
            CoreSchema.class,
            "V001__create_tenants.sql",
            "V002__create_users.sql",
            "V003__create_login_methods.sql",
            "V004__create_sessions.sql",
            "V005__create_audit_events.sql",
            "V006__create_operators.sql",
            "V007__create_leases.sql",
            "V008__create_throttle.sql",
            "V009__create_outbox.sql",
            "V010__create_password_links.sql",
            "V011__create_user_search.sql",
            "V012__create_imports.sql",
            "V013__create_bulk_jobs.sql",
            "V014__create_daily_statistics.sql",
            "V015__create_api_keys.sql",
            "V016__create_operator_factors.sql");

    private CoreSchema() {}
}
