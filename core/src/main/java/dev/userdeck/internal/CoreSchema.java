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
            "V005__create_audit.sql",
            "V006__create_operators.sql",
            "V007__create_leases.sql",
            "V008__rotate_sessions.sql",
            "V009__create_throttle.sql",
            "V010__change_users.sql",
            "V012__create_mail.sql",
            "V014__manage_tenants.sql",
            "V015__search_audit.sql",
            "V016__create_password_links.sql",
            "V017__note_sessions.sql",
            "V018__sort_users.sql",
            "V019__search_users.sql",
            "V021__create_imports.sql",
            "V024__create_bulk_jobs.sql",
            "V025__count_users.sql",
            "V031__note_folding.sql");

    private CoreSchema() {}
}
