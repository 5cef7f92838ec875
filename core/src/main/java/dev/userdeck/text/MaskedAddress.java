package dev.userdeck.text;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Emails and phone numbers cut so that one who knows them recognises them, and nobody else learns them. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MaskedAddress {
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{6,}");
    private static final int SHOWN = 3;

    private MaskedAddress() {}

    /** {@code kat***@example.org} or {@code +44***28}. */
    public static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            int tail = Math.max(SHOWN, address.length() - 2);
            return Cut.to(SHOWN, address) + "***" + (tail < address.length() ? address.substring(tail) : "");
        }
        return Cut.to(Math.min(SHOWN, at / 2), address) + "***" + address.substring(at);
    }

    /** The same if it is an address, else the text as it is. */
    public static @Nullable String within(@Nullable String text) {
        return text != null && (text.indexOf('@') >= 0 || PHONE.matcher(text).matches()) ? of(text) : text;
    }
}
