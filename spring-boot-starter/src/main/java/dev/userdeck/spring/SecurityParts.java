package dev.userdeck.spring;

/**
 * What {@link UserdeckHttpConfigurer} puts into a filter chain.
 *
 * @param hasDefaultChains whether the app has no filter chain of its own
 */
record SecurityParts(
        OwnServlets servlets, UserAuthorities authorities, SessionLogout logout, boolean hasDefaultChains) {}
