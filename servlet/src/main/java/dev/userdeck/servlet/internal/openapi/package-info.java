/** The API's description as an OpenAPI document, from its routes. */
@NullMarked
package dev.userdeck.servlet.internal.openapi;

import org.jspecify.annotations.NullMarked;
