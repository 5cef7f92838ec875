/** Jetty as a host. */
@NullMarked
package dev.userdeck.hosts.jetty;

import org.jspecify.annotations.NullMarked;
