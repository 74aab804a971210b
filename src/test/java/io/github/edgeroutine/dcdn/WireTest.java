package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.simulator.Account;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {

    /**
     * A connection that the JDK kept from the call before may be closed by the server at any moment; a call on it is
     * then lost for no reason. One pair of calls in forty was.
     */
    @Test
    void aCallNeverTravelsOnTheConnectionOfTheOneBefore() throws IOException {
        int lost = 0;
        for (int pair = 0; pair < 300; pair++) {
            try (Simulator service = Simulator.start(new Account(), Wired.KEY)) {
                post(service);
                try {
                    post(service);
                } catch (IOException e) {
                    lost++;
                }
            }
        }
        assertEquals(0, lost);
    }

    private static void post(Simulator service) throws IOException {
        new Wire(Wired.timeouts(5)).post(service.endpoint().toString(), Map.of(), "hello".getBytes(US_ASCII));
    }
}
