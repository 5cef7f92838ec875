/** Databases, contracts and a clock for tests. */
@NullMarked
package dev.userdeck.testkit;

import org.jspecify.annotations.NullMarked;
