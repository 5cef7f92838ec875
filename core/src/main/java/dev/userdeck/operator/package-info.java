/** Knows the people who work in the dashboard, and what they may do. */
@NullMarked
package dev.userdeck.operator;

import org.jspecify.annotations.NullMarked;
