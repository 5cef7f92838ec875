/** The app that is mounted in each host: the same classes in all of them. */
@NullMarked
package dev.userdeck.hosts.app;

import org.jspecify.annotations.NullMarked;
