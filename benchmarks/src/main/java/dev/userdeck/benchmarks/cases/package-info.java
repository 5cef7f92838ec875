/** What is measured, call by call, beside the database alone. */
@NullMarked
package dev.userdeck.benchmarks.cases;

import org.jspecify.annotations.NullMarked;
