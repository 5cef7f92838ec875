/** What users are found by: the folded text, the words, and the indexes over them. */
@NullMarked
package dev.userdeck.internal.user.search;

import org.jspecify.annotations.NullMarked;
