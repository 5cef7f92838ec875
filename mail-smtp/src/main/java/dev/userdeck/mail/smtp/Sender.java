package dev.userdeck.mail.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * Who mail is from.
 *
 * @param address without a name
 * @param name what people see, null for nothing
 */
record Sender(String address, @Nullable String name) {

    Sender {
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
