/** What passwords must be like. */
@NullMarked
package dev.userdeck.password;

import org.jspecify.annotations.NullMarked;
