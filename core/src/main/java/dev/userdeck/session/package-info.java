/** Keeps users signed in: sessions are created, checked, renewed and ended here. */
@NullMarked
package dev.userdeck.session;

import org.jspecify.annotations.NullMarked;
