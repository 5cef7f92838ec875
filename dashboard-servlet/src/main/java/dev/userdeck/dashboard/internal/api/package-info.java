/** The JSON API of what core has: users, tenants, audit events, jobs, files. */
@NullMarked
package dev.userdeck.dashboard.internal.api;

import org.jspecify.annotations.NullMarked;
