/** Keeps the mail that goes out, with what it says and what became of it. */
@NullMarked
package dev.userdeck.mail;

import org.jspecify.annotations.NullMarked;
