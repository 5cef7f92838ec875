/** A small web app with Userdeck inside and its dashboard mounted. */
@NullMarked
package dev.userdeck.example.quickstart;

import org.jspecify.annotations.NullMarked;
