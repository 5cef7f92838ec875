/** Contracts: what must hold on every engine, as tests to inherit. */
@NullMarked
package dev.userdeck.testkit.contract;

import org.jspecify.annotations.NullMarked;
