/** Load for minutes or hours: errors, memory, connections. */
@NullMarked
package dev.userdeck.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
