package dev.userdeck.servlet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code User-Agent} says, in a few names that are the same in each language. Clients can say what they like.
 *
 * @param client as in {@code Firefox 133} or {@code curl 8.10}; null when nothing was said
 * @param system as in {@code Windows}; null when not known
 * @param mobile whether the system is one of phones and tablets
 */
record Device(@Nullable String client, @Nullable String system, boolean mobile) {
    private static final int LONGEST_CLIENT = 60;

    /** First match wins: most browsers also name those they descend from. */
    private static final List<Map.Entry<String, Pattern>> BROWSERS = List.of(
            Map.entry("Edge", Pattern.compile("\\bEdgA?(?:iOS)?/(\\d+)")),
            Map.entry("Opera", Pattern.compile("\\bOPR/(\\d+)")),
            Map.entry("Samsung Internet", Pattern.compile("\\bSamsungBrowser/(\\d+)")),
            Map.entry("Firefox", Pattern.compile("\\b(?:Firefox|FxiOS)/(\\d+)")),
            Map.entry("Chrome", Pattern.compile("\\b(?:Chrome|CriOS)/(\\d+)")),
            Map.entry("Safari", Pattern.compile("\\bVersion/(\\d+)[\\d.]* (?:Mobile/\\w+ )?Safari/")));

    private static final List<Map.Entry<String, Pattern>> SYSTEMS = List.of(
            Map.entry("Android", Pattern.compile("\\bAndroid\\b")),
            Map.entry("iPadOS", Pattern.compile("\\biPad\\b")),
            Map.entry("iOS", Pattern.compile("\\b(?:iPhone|iPod)\\b")),
            Map.entry("ChromeOS", Pattern.compile("\\bCrOS\\b")),
            Map.entry("Windows", Pattern.compile("\\bWindows\\b")),
            Map.entry("macOS", Pattern.compile("\\bMac OS X\\b|\\bMacintosh\\b")),
            Map.entry("Linux", Pattern.compile("\\bLinux\\b")));

    private static final List<String> MOBILE = List.of("Android", "iPadOS", "iOS");
    private static final Pattern PRODUCT = Pattern.compile("^([\\w .-]{1,60}?)/(\\d{1,9}(?:\\.\\d{1,9})?)");

    static Device of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return new Device(null, null, false);
        }
        Optional<String> system = SYSTEMS.stream()
                .filter(each -> each.getValue().matcher(userAgent).find())
                .map(Map.Entry::getKey)
                .findFirst();
        return new Device(
                client(userAgent),
                system.orElse(null),
                system.filter(MOBILE::contains).isPresent());
    }

    private static String client(String userAgent) {
        for (Map.Entry<String, Pattern> browser : BROWSERS) {
            Matcher version = browser.getValue().matcher(userAgent);
            if (version.find()) {
                return browser.getKey() + " " + version.group(1);
            }
        }
        Matcher product = PRODUCT.matcher(userAgent);
        return product.find() ? product.group(1) + " " + product.group(2) : shortened(userAgent);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_CLIENT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_CLIENT - 1)) ? LONGEST_CLIENT - 1 : LONGEST_CLIENT;
        return text.substring(0, end);
    }
}
