/** Sets and changes the passwords of users, and mails links to those who forgot theirs or have none yet. */
@NullMarked
package dev.userdeck.password;

import org.jspecify.annotations.NullMarked;
