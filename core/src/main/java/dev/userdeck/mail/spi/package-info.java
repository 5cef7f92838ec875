/** How mail leaves, and what it looks like. */
@NullMarked
package dev.userdeck.mail.spi;

import org.jspecify.annotations.NullMarked;
