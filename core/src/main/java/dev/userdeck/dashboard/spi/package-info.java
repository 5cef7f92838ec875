/** What a recipe adds to the dashboard: panels as data. */
@NullMarked
package dev.userdeck.dashboard.spi;

import org.jspecify.annotations.NullMarked;
