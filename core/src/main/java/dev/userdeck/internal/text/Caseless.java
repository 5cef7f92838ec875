package dev.userdeck.internal.text;

import static java.util.Locale.ROOT;

import java.text.Normalizer;

/** Text without regard to case, as short lists are sorted and searched by. */
public final class Caseless {
    private Caseless() {}

    /** One text for all that differ in case alone. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(ROOT);
    }
}
