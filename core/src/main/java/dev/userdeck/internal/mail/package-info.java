/** The outbox and its delivery. */
@NullMarked
package dev.userdeck.internal.mail;

import org.jspecify.annotations.NullMarked;
