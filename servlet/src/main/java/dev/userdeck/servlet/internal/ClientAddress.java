package dev.userdeck.servlet.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The rule by which a client's address is found. */
@FunctionalInterface
public interface ClientAddress {

    /** The address as text, without brackets or zone; null when not known. */
    @Nullable
    String of(HttpServletRequest request);

    /** The address of the connection's other end, which is what the container says it is. */
    static ClientAddress ofConnection() {
        return request -> plain(request.getRemoteAddr());
    }

    /** An address as containers spell it, without brackets and zone. */
    static @Nullable String plain(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = bare.indexOf('%');
        return zone < 0 ? bare : bare.substring(0, zone);
    }
}
