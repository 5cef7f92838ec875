package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** How something should strike the reader. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Tone {
    /** Nothing special. */
    NORMAL,
    /** The one thing to do here. */
    PRIMARY,
    /** As it should be. */
    OK,
    /** Someone should look. */
    WARN,
    /** Loss or failure. */
    DANGER
}
