package dev.userdeck.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up user.
 *
 * @param number from 0, in the order of joining
 * @param phone in E.164, null for none
 * @param joinedAt in milliseconds since the epoch
 * @param lastSeenAt the same, 0 for never
 * @param tenants sorted
 * @param sessions how many are open
 */
record Person(
        int number,
        String id,
        String name,
        String email,
        @Nullable String phone,
        long joinedAt,
        long lastSeenAt,
        boolean isVerified,
        List<String> tenants,
        List<String> roles,
        String metadata,
        int sessions) {}
