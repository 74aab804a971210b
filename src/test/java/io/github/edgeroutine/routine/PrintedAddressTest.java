// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com/health, https://www.example.com/health",
        "https://www.example.com:8443/a%20b, https://www.example.com:8443/a%20b",
        "https://www.example.com:0/, https://www.example.com:0/",
        "https://user:secret@www.example.com/?token=secret#secret, https://www.example.com/",
        "https://www.example.com/user:secret@host/x, https://www.example.com/…",
        "https:///user:secret@host, …",
        "urn:secret, …"
    })
    void anAddressIsPrintedWithoutUserQueryAndFragment(String address, String printed) {
        assertEquals(printed, new PrintedAddress(URI.create(address)).toString());
    }
}
