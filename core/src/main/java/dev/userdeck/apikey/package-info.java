/** Keys by which programs call the API of the dashboard. */
@NullMarked
package dev.userdeck.apikey;

import org.jspecify.annotations.NullMarked;
