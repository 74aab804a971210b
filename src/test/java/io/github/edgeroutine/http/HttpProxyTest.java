// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {

    private static final InetSocketAddress ADDRESS = InetSocketAddress.createUnresolved("proxy.corp", 3128);

    @ParameterizedTest
    @ValueSource(ints = {1, 65535})
    void thePortMustBeFrom1To65535(int port) {
        assertEquals(port, new HttpProxy("proxy.corp", port, "", "", "a test").port());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536})
    void anotherPortIsRefused(int port) {
        assertEquals(
                "has no valid port (1 to 65535)",
                assertThrows(IllegalArgumentException.class, () -> new HttpProxy("proxy.corp", port, "", "", "a test"))
                        .getMessage());
    }

    @Test
    void onlyAnHttpProxyOfTheJvmIsUsed() {
        assertEquals(
                Optional.of("proxy.corp:3128 (the JVM options, such as https.proxyHost)"),
                ofJvmWith(new Proxy(Proxy.Type.HTTP, ADDRESS)));
        assertEquals(Optional.empty(), ofJvmWith(new Proxy(Proxy.Type.SOCKS, ADDRESS)));
        assertEquals(Optional.empty(), ofJvmWith(Proxy.NO_PROXY));
    }

    @Test
    void aProxyOfTheJvmThatCannotBeUsedIsNamed() {
        Proxy blank = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy corp", 3128));

        assertEquals(
                "The proxy of the JVM, such as -Dhttps.proxyHost, cannot be used: it has no valid host.",
                assertThrows(IllegalArgumentException.class, () -> ofJvmWith(blank))
                        .getMessage());
    }

    private static Optional<String> ofJvmWith(Proxy proxy) {
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI target) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI target, SocketAddress address, IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
        try {
            return HttpProxy.ofJvm(URI.create("https://dcdn.aliyuncs.com")).map(HttpProxy::toString);
        } finally {
            ProxySelector.setDefault(usual);
        }
    }
}
