package dev.userdeck.dashboard.internal.panel;

import org.jspecify.annotations.Nullable;

/**
 * A section of the user page: its data, or why there is none.
 *
 * @param data what to draw, null when it failed
 * @param error null when it didn't fail
 */
public record PanelResult(
        @Nullable SectionDataDocument data, @Nullable PanelError error) {

    /** What to say instead. */
    public record PanelError(String detail) {}

    static PanelResult of(SectionDataDocument data) {
        return new PanelResult(data, null);
    }

    static PanelResult failed(String words) {
        return new PanelResult(null, new PanelError(words));
    }
}
