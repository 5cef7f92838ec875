/** Sends mail over SMTP. */
@NullMarked
package dev.userdeck.mail.smtp;

import org.jspecify.annotations.NullMarked;
