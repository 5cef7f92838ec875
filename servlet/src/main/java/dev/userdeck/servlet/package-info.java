/** Carries Userdeck's routes into a servlet container. */
@NullMarked
package dev.userdeck.servlet;

import org.jspecify.annotations.NullMarked;
