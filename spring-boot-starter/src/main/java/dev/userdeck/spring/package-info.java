/** Userdeck in a Spring Boot app: its parts as beans, its servlets mounted, its calls in Spring's transactions. */
@NullMarked
package dev.userdeck.spring;

import org.jspecify.annotations.NullMarked;
