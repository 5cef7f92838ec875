/** Serves the dashboard, a front end and its JSON API, as one servlet. */
@NullMarked
package dev.userdeck.dashboard;

import org.jspecify.annotations.NullMarked;
