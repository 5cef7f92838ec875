/** Many users at once, as an import writes them. */
@NullMarked
package dev.userdeck.internal.user.batch;

import org.jspecify.annotations.NullMarked;
