package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.net.URI;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A page of the app that links in mails lead to. The token stands in the fragment, as in
 * {@code https://shop.example/reset#token=…}: browsers don't send that, so no log and no scanner has it, and the page's own
 * script posts it.
 *
 * @param uri absolute, of http or https, without a fragment
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LinkTarget(URI uri) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]+");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not absolute, of another scheme, or has a fragment or credentials
     */
    public LinkTarget {
        boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        if (!isWeb || uri.getHost() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "A page that mails link to is like https://shop.example/reset, without a fragment: " + uri);
        }
    }

    /**
     * The link for this token.
     *
     * @throws IllegalArgumentException if the token has characters that a fragment would need escaped
     */
    public String linkWith(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("A token has letters, digits, '.', '_', '~' and '-' alone");
        }
        return uri + "#token=" + token;
    }
}
