package dev.userdeck.mail.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.internal.idna.DomainName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * Who mail is from.
 *
 * @param address without a name, its domain in letters that every server takes
 * @param name what people see, null for nothing
 */
record Sender(String address, @Nullable String name) {

    Sender {
        address = inAscii(address);
        try {
            new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("from takes a plain address: " + address, e);
        }
        boolean isPlain =
                address.indexOf('@') > 0 && address.chars().noneMatch(c -> c <= ' ' || "<>,;()\"".indexOf(c) >= 0);
        if (!isPlain || (name != null && name.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("from takes a plain address, and a name without control characters");
        }
    }

    /** As for recipients; but what comes before the @ would ask SMTPUTF8 (RFC 6531) of the server for every mail. */
    private static String inAscii(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("from takes an address with an @: " + address);
        }
        if (!US_ASCII.newEncoder().canEncode(address.substring(0, at))) {
            throw new IllegalArgumentException(
                    "from takes letters a to z before the @, as few servers send others: " + address);
        }
        String domain = address.substring(at + 1);
        if (US_ASCII.newEncoder().canEncode(domain)) {
            return address;
        }
        return DomainName.toAscii(domain)
                .map(ascii -> address.substring(0, at) + "@" + ascii)
                .orElseThrow(() ->
                        new IllegalArgumentException("What comes after the @ of from is no domain name: " + address));
    }

    InternetAddress header() {
        try {
            return new InternetAddress(address, name, UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
