/** jOOQ, Jackson and a reader of JSON Schema, for Userdeck alone. */
module dev.userdeck.libs {
    requires java.desktop;
    requires java.logging;
    requires transitive java.sql;
    requires java.xml;
    requires static jakarta.xml.bind;
    requires org.slf4j;

    exports dev.userdeck.libs.com.fasterxml.jackson.annotation to
            dev.userdeck.dashboard,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.com.networknt.schema to
            dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.libs.com.networknt.schema.i18n to
            dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.libs.com.networknt.schema.path to
            dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.libs.com.networknt.schema.regex to
            dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.libs.com.networknt.schema.resource to
            dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.libs.org.jooq to
            dev.userdeck.core,
            dev.userdeck.recipe.emailverification,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.libs.org.jooq.conf to
            dev.userdeck.core,
            dev.userdeck.recipe.emailverification,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.libs.org.jooq.exception to
            dev.userdeck.core,
            dev.userdeck.recipe.emailverification,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.libs.org.jooq.impl to
            dev.userdeck.core,
            dev.userdeck.recipe.emailverification,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.libs.org.jooq.types to
            dev.userdeck.core,
            dev.userdeck.recipe.emailverification,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.recipe.userroles;
    exports dev.userdeck.libs.tools.jackson.core to
            dev.userdeck.core,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.core.exc to
            dev.userdeck.core,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.core.io to
            dev.userdeck.core,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.core.json to
            dev.userdeck.core,
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.cfg to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.exc to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.json to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.module to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.node to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.ser.std to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
    exports dev.userdeck.libs.tools.jackson.databind.type to
            dev.userdeck.recipe.usermetadata,
            dev.userdeck.servlet;
}
