/** Names those who do something: the app itself, users, operators, and people who are not signed in. */
@NullMarked
package dev.userdeck.actor;

import org.jspecify.annotations.NullMarked;
