/** The front end's files and the headers they are sent with. */
@NullMarked
package dev.userdeck.dashboard.internal.ui;

import org.jspecify.annotations.NullMarked;
