/** How the dashboard works inside. */
@NullMarked
package dev.userdeck.dashboard.internal;

import org.jspecify.annotations.NullMarked;
