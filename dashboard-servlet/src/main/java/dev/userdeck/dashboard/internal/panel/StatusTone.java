package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Tone;

/** The tone of something that is, as sent; what one may do has an {@link ActionDocuments.ActionTone}. */
enum StatusTone {
    NONE,
    OK,
    WARN,
    DANGER;

    static StatusTone of(Tone tone) {
        return switch (tone) {
            case NORMAL, PRIMARY -> NONE;
            case OK -> OK;
            case WARN -> WARN;
            case DANGER -> DANGER;
        };
    }
}
