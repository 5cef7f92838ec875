/** Gives tests real databases, a clock that stands still, and a mailbox to look into. */
@NullMarked
package dev.userdeck.testkit;

import org.jspecify.annotations.NullMarked;
