package dev.userdeck.internal.mail;

import java.util.regex.Pattern;

/** What a sender said when it failed, as it may be kept and logged. */
final class FailureText {
    /** A server may quote the mail, and so a link that signs someone in. */
    private static final Pattern MAY_BE_A_TOKEN = Pattern.compile("[A-Za-z0-9_-]{30,}");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private FailureText() {}

    static String of(Throwable failure) {
        String message = failure.getMessage();
        String words = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        String oneLine = CONTROLS.matcher(words).replaceAll(" ").strip();
        return MAY_BE_A_TOKEN.matcher(oneLine).replaceAll("…");
    }
}
