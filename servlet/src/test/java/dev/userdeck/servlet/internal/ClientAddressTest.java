package dev.userdeck.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void anAddressIsPlainText() {
        assertThat(ClientAddress.plain("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientAddress.plain("[2001:db8::1]")).isEqualTo("2001:db8::1");
        assertThat(ClientAddress.plain("fe80::1%eth0")).isEqualTo("fe80::1");
        assertThat(ClientAddress.plain("[fe80::1%eth0]")).isEqualTo("fe80::1");
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(ClientAddress.plain(null)).isNull();
        assertThat(ClientAddress.plain(" ")).isNull();
    }
}
