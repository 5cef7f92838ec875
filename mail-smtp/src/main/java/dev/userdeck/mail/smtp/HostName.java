package dev.userdeck.mail.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What this machine is called when it greets a mail server (RFC 5321, 4.1.1.1 and 4.1.3). */
final class HostName {
    private static final Pattern FULL = Pattern.compile(
            "(?=.{1,255}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern LITERAL = Pattern.compile("\\[([0-9.]{7,15}|IPv6:[0-9A-Fa-f:.]{2,45})]");

    private HostName() {}

    /** The name, if it is one. */
    static String checked(String name) {
        if (!isFull(name) && !LITERAL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "helo takes a full name such as app.shop.example, or an address such as [203.0.113.7]: " + name);
        }
        return name;
    }

    /** A name without a dot says nothing outside of this network; then the address does, in brackets. */
    static String own() {
        try {
            InetAddress here = InetAddress.getLocalHost();
            String name = here.getCanonicalHostName();
            return isFull(name) && !name.startsWith("localhost.") ? name : literal(here.getHostAddress());
        } catch (UnknownHostException e) {
            return literal(InetAddress.getLoopbackAddress().getHostAddress());
        }
    }

    static String literal(String address) {
        if (address.indexOf(':') < 0) {
            return "[" + address + "]";
        }
        int zone = address.indexOf('%');
        return "[IPv6:" + (zone < 0 ? address : address.substring(0, zone)) + "]";
    }

    private static boolean isFull(String name) {
        return FULL.matcher(name).matches() && !NUMBERS.matcher(name).matches();
    }
}
