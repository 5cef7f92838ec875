package dev.userdeck.internal.throttle;

import dev.userdeck.internal.crypto.Secrets;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a try counts for.
 *
 * @param key the primary key of its row: a hash, as what was typed may belong to nobody, or be a password
 * @param kind what is counted
 */
record Counter(String key, CounterPolicy kind) {

    /** Those of a try; of the account alone if the address is not known. */
    static List<Counter> of(String realm, String account, @Nullable String ip) {
        var counters = new ArrayList<Counter>();
        counters.add(counter(CounterPolicy.ACCOUNT, realm, account));
        if (ip != null) {
            String network = network(ip);
            counters.add(counter(CounterPolicy.PAIR, realm, account, network));
            counters.add(counter(CounterPolicy.ADDRESS, network));
        }
        return List.copyOf(counters);
    }

    /** That of a refused API key; none if the address is not known. */
    static List<Counter> ofApiKey(@Nullable String ip) {
        return ip == null ? List.of() : List.of(counter(CounterPolicy.API_KEY, network(ip)));
    }

    private static Counter counter(CounterPolicy kind, String... parts) {
        return new Counter(keyOf(kind.name(), parts), kind);
    }

    /** Hashes each part first, so that no two lists of parts make one text. */
    static String keyOf(String kind, String... parts) {
        var text = new StringBuilder(kind);
        for (String part : parts) {
            text.append(' ').append(Secrets.sha256(part));
        }
        return Secrets.sha256(text.toString());
    }

    /** An IPv6 address without its last 64 bits, which whoever has one chooses at will. */
    @SuppressWarnings("AddressSelection") // with a colon it is an address, never a name to look up
    static String network(String ip) {
        if (ip.indexOf(':') < 0) {
            return ip;
        }
        try {
            InetAddress address = InetAddress.getByName(ip);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
