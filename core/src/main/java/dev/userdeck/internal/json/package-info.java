/** JSON in types of the JDK. */
@NullMarked
package dev.userdeck.internal.json;

import org.jspecify.annotations.NullMarked;
