package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In an application server, with its data source, calls take part in the transaction that the server has begun. */
class JtaTest {
    @Test
    void callsTakePartInWildFly() throws Exception {
        callsTakePartIn(new WildFlyHost(), WildFlyHost.DATA_SOURCE);
    }

    @Test
    void callsTakePartInPayara() throws Exception {
        callsTakePartIn(new PayaraHost(), PayaraHost.DATA_SOURCE);
    }

    /** It has no JNDI: the data source and the transactions are beans, and so is Userdeck. */
    @Test
    void callsTakePartInQuarkus() throws Exception {
        URI url = Places.freeUrl();
        try (HostProcess process = new QuarkusHost().start(url, new Setting(false, Map.of()), List.of(Host.ROOT))) {
            assertThat(process.output()).contains("setup#");
            callsTakePart(new Client(url));
        }
    }

    private static void callsTakePartIn(Host host, String dataSource) throws Exception {
        Round.leaveOutOfTheQuickOne("transactions of " + host.name());
        URI url = Places.freeUrl();
        var setting = new Setting(false, Map.of("root", "jndi:" + dataSource));
        try (HostProcess process = host.start(url, setting, List.of(Host.ROOT))) {
            assertThat(process.output()).contains("setup#");
            callsTakePart(new Client(url));
        }
    }

    /** The app's own row and the user stay or go together. */
    private static void callsTakePart(Client client) {
        client.change("POST", "transaction/?email=gone@example.org&commit=no").hasStatus(200);
        assertThat(client.get("transaction/").hasStatus(200).text()).isEqualTo("0 rows, 0 users");

        client.change("POST", "transaction/?email=stays@example.org&commit=yes").hasStatus(200);
        assertThat(client.get("transaction/").hasStatus(200).text()).isEqualTo("1 rows, 1 users");
    }
}
