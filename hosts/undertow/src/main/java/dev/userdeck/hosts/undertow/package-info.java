/** Undertow as a host. */
@NullMarked
package dev.userdeck.hosts.undertow;

import org.jspecify.annotations.NullMarked;
