package dev.userdeck.hosts;

import java.util.Map;

/**
 * How a host is started.
 *
 * @param gzip whether it compresses what it sends
 * @param databases by context, {@code root} for the root: as the app's {@code Database} reads it
 */
record Setting(boolean gzip, Map<String, String> databases) {}
