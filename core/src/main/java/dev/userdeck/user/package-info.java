/** Creates, finds, changes, signs in and deletes users. */
@NullMarked
package dev.userdeck.user;

import org.jspecify.annotations.NullMarked;
