/** Domain names by IDNA2008, and the text of addresses, by one version of Unicode on every Java. */
@NullMarked
package dev.userdeck.internal.idna;

import org.jspecify.annotations.NullMarked;
