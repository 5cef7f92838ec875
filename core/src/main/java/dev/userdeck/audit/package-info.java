/** Keeps the audit trail: who did what, on whom, when. */
@NullMarked
package dev.userdeck.audit;

import org.jspecify.annotations.NullMarked;
