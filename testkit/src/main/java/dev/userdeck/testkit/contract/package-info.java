/** Says as tests to inherit what must hold on every engine. */
@NullMarked
package dev.userdeck.testkit.contract;

import org.jspecify.annotations.NullMarked;
