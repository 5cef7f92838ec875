package dev.userdeck.internal.maintenance;

import java.time.Duration;

/**
 * Background work.
 *
 * @param name at most 64 characters; one node at a time does the work of this name
 * @param every how long to wait between two runs; zero when each node does it each time, as the work shares itself out
 * @param work does it
 */
public record MaintenanceTask(String name, Duration every, Runnable work) {}
