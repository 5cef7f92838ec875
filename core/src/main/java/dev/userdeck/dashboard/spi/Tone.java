package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The tones in which something may be said; the dashboard gives each a color. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Tone {
    /** Nothing special. */
    NORMAL,
    /** The one thing to do here. */
    PRIMARY,
    /** It is as it should be. */
    OK,
    /** Someone should look. */
    WARN,
    /** Something is lost, or has failed. */
    DANGER
}
