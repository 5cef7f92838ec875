/** Acts on many users. */
@NullMarked
package dev.userdeck.internal.bulk;

import org.jspecify.annotations.NullMarked;
