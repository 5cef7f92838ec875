/** Which texts are taken for each other. */
@NullMarked
package dev.userdeck.internal.text;

import org.jspecify.annotations.NullMarked;
