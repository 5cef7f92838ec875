/** What Userdeck costs, beside what the database alone costs; see docs/performance.md. */
@NullMarked
package dev.userdeck.benchmarks;

import org.jspecify.annotations.NullMarked;
