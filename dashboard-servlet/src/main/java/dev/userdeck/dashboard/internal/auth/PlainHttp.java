package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.servlet.internal.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a request may be answered without TLS: when it comes from this machine and says so in all that it says. A proxy
 * on this machine that sends the name of the upstream as {@code Host} and tells nothing of itself looks the same; the log
 * warns of that once.
 */
public final class PlainHttp {
    private static final Logger LOG = LoggerFactory.getLogger("dev.userdeck.dashboard");
    private static final Pattern LOOPBACK =
            Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|(?:::|0:0:0:0:0:0:0:)1");
    private static final Pattern PROXY = Pattern.compile("forwarded|x-forwarded-.*|via|x-real-ip");

    private final AtomicBoolean warned = new AtomicBoolean();

    /** Whether nobody between browser and server can listen: TLS, or the browser's own machine. */
    public boolean isPrivate(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        boolean isLocal =
                isLocalName(request.getServerName()) && isLoopback(request.getRemoteAddr()) && !tellsOfProxy(request);
        if (isLocal && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "The dashboard is served without TLS to this machine. If a proxy on this machine stands before it, have"
                            + " the proxy keep the Host and send X-Forwarded-Proto: it can't be told apart from a browser here");
        }
        return isLocal;
    }

    private static boolean isLocalName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || isLoopback(name);
    }

    private static boolean isLoopback(@Nullable String address) {
        String plain = ClientAddress.plain(address);
        return plain != null && LOOPBACK.matcher(plain).matches();
    }

    private static boolean tellsOfProxy(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> PROXY.matcher(name.toLowerCase(Locale.ROOT)).matches());
    }
}
