/** What recipes show: read from their contributions, checked, written as documents. */
@NullMarked
package dev.userdeck.dashboard.internal.panel;

import org.jspecify.annotations.NullMarked;
