// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.it.ConnectProxy;
import io.github.edgeroutine.it.Keys;
import io.github.edgeroutine.it.TlsFront;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that inspects TLS knows its own password, and can put it into any answer. */
class ProxyPasswordTest {

    private static final String PASSWORD = "proxy/pass+word";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    @TempDir
    private Path directory;

    @Test
    void thePasswordOfTheProxyIsNotPrinted() throws Exception {
        Keys keys = Keys.make(directory.resolve("keys.p12"), "dns:dcdn.test");
        try (TlsFront front =
                        new TlsFront(keys, extension.simulator().endpoint().getPort());
                ConnectProxy tunnel = ConnectProxy.open(front.port(), "bob", PASSWORD)) {
            HttpProxy proxy = new HttpProxy("127.0.0.1", tunnel.port(), "bob", PASSWORD, "a test");
            RoutineClient routines = WireFixture.client(
                    Endpoint.parse("https://dcdn.test"),
                    WireFixture.network(5, target -> Optional.of(proxy), new Tls(keys::context)),
                    WireFixture.limit(),
                    WireFixture.credentials());
            extension.simulator().script(Fault.raw(200, "text/html", "sent " + PASSWORD + " as " + proxy.basic()));

            CallFailedException failure =
                    WireFixture.failure(() -> routines.describe(new RoutineName("hello")), PASSWORD, proxy.basic());

            assertEquals(true, failure.getMessage().contains("'sent *** as ***'"), failure.getMessage());
        }
    }
}
