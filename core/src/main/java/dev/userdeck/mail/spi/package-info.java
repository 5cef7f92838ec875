/** Lets an app send mail its own way, and in its own words. */
@NullMarked
package dev.userdeck.mail.spi;

import org.jspecify.annotations.NullMarked;
