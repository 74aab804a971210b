// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import org.junit.jupiter.api.Test;

class ConnectionParametersTest {

    @Test
    void withoutAnEndpointTheServiceHasItsDefaultAddress() {
        ConnectionParameters parameters = parameters(" dcdn ", null, " ");

        assertDoesNotThrow(faults(parameters)::throwIfAny);
        assertEquals("https://dcdn.aliyuncs.com", parameters.address().toString());
    }

    @Test
    void anEndpointOverridesTheAddressOfTheService() {
        assertEquals(
                "http://localhost:8080",
                parameters("dcdn", null, " http://localhost:8080 ").address().toString());
    }

    @Test
    void anUnknownServiceIsRefused() {
        assertEquals(
                "The configuration cannot be used: <service> (-Dedge-routine.service) is 'cdn', but must be "
                        + EdgeService.words(),
                faults(parameters("cdn", null, null)).failure().getMessage());
    }

    @Test
    void aMissingServiceIsRefused() {
        assertEquals(
                "The configuration cannot be used: <service> (-Dedge-routine.service) is missing: give "
                        + EdgeService.words(),
                faults(parameters(" ", null, null)).failure().getMessage());
    }

    @Test
    void aRegionIsRefusedIfTheServiceHasNone() {
        assertEquals(
                "The configuration cannot be used: <region> (-Dedge-routine.region) is 'cn-hangzhou', but dcdn"
                        + " has one address for all regions: remove it",
                faults(parameters("dcdn", "cn-hangzhou", null)).failure().getMessage());
    }

    @Test
    void theRegionDeterminesTheAddressOfEsa() {
        assertEquals(
                "https://esa.cn-hangzhou.aliyuncs.com",
                parameters("esa", null, null).address().toString());
        assertEquals(
                "https://esa.ap-southeast-1.aliyuncs.com",
                parameters("esa", " ap-southeast-1 ", null).address().toString());
    }

    @Test
    void anInvalidRegionIsRefused() {
        assertEquals(
                "The configuration cannot be used: <region> (-Dedge-routine.region) is 'a.b', but must be a"
                        + " region: cn-hangzhou for an account of aliyun.com, ap-southeast-1 for an account"
                        + " of alibabacloud.com",
                faults(parameters("esa", "a.b", null)).failure().getMessage());
    }

    private static ParameterErrors faults(ConnectionParameters parameters) {
        ParameterErrors faults = new ParameterErrors();
        parameters.check(faults);
        return faults;
    }

    private static ConnectionParameters parameters(String service, String region, String endpoint) {
        return new ConnectionParameters(service, region, endpoint, "aliyun", "10", "30", "300", "3", "false");
    }
}
