/** Dispatch, JSON and problems, shared by the servlets of this project; not for others. */
@NullMarked
package dev.userdeck.servlet.internal;

import org.jspecify.annotations.NullMarked;
