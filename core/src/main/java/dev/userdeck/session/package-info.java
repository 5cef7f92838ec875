/** Sessions of users. */
@NullMarked
package dev.userdeck.session;

import org.jspecify.annotations.NullMarked;
