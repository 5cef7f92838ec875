package dev.userdeck.text;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Cuts text. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Cut {
    private Cut() {}

    /** The text, or its first characters up to this length; of a surrogate pair both or none. */
    public static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        boolean halvesAPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, halvesAPair ? length - 1 : length);
    }
}
