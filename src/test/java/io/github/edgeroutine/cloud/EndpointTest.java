// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://127.8.9.10",
                "http://[::1]:8080",
                "https://dcdn.aliyuncs.com/",
                "HTTPS://dcdn.aliyuncs.com:443"
            })
    void acceptsHttpsAnywhereAndHttpOnLoopback(String text) {
        assertTrue(text.startsWith(Endpoint.parse(text).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dcdn.aliyuncs.com",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://10.0.0.1",
                "ftp://dcdn.aliyuncs.com"
            })
    void refusesClearTextToAnyOtherHost(String text) {
        assertEquals("must use https: with http the signed call would be sent in clear text", refusal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dcdn.aliyuncs.com",
                "//dcdn.aliyuncs.com",
                "https://",
                "https:dcdn",
                "https://dcdn.aliyuncs.com:99999",
                "https://user:password@dcdn.aliyuncs.com",
                "https://dcdn.aliyuncs.com/path",
                "https://dcdn.aliyuncs.com?x=1",
                "https://dcdn.aliyuncs.com/#x",
                "https://a b"
            })
    void refusesMoreThanSchemeAndHost(String text) {
        assertEquals("is not an address such as https://example.com, without user, path or query", refusal(text));
    }

    @Test
    void aPasswordInTheAddressIsNotRepeated() {
        assertFalse(refusal("https://user:pass word@dcdn.aliyuncs.com").contains("pass word"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://dcdn.aliyuncs.com:65535/, true, false",
        "HTTPS://localhost, true, true",
        "http://127.0.0.1:8080, false, true",
        "http://[::1], false, true"
    })
    void knowsItsSchemeAndItsHost(String text, boolean encrypted, boolean loopback) {
        Endpoint endpoint = Endpoint.parse(text);

        assertEquals(encrypted, endpoint.isEncrypted());
        assertEquals(loopback, endpoint.isLoopback());
    }

    @Test
    void theSdkGetsHostAndPort() {
        assertEquals("127.0.0.1:8080", Endpoint.parse("http://127.0.0.1:8080/").authority());
        assertEquals(
                "http://127.0.0.1:8080",
                Endpoint.parse("http://127.0.0.1:8080/").toString());
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(text))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "https://dcdn.aliyuncs.com, https://sts.aliyuncs.com",
        "https://esa.ap-southeast-1.aliyuncs.com, https://sts.ap-southeast-1.aliyuncs.com",
        "https://dcdn.aliyuncs.com.example.com, https://dcdn.aliyuncs.com.example.com",
        "http://127.0.0.1:8080, http://127.0.0.1:8080"
    })
    void theAddressOfAnotherProductIsDerivedFromTheService(String service, String sts) {
        assertEquals(sts, Endpoint.parse(service).beside("sts").toString());
    }

    @Test
    void anotherProductIsAskedInTheSameRegion() {
        Endpoint esa = Endpoint.parse("https://esa.ap-southeast-1.aliyuncs.com").in("ap-southeast-1");

        assertEquals("ap-southeast-1", esa.beside("sts").region());
    }
}
