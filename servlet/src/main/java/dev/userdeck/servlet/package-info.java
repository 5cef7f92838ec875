/** Carries Userdeck's routes into a servlet container, and tells an app's own pages who is signed in. */
@NullMarked
package dev.userdeck.servlet;

import org.jspecify.annotations.NullMarked;
