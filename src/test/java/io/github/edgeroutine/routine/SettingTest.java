// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @ParameterizedTest
    @CsvSource({
        "www.example.com, WWW.Example.COM, true",
        "www.example.com, www.example.com., true",
        "b.example.com|a.example.com, a.example.com|b.example.com|a.example.com, true",
        "bücher.example, xn--bcher-kva.example, true",
        "..not a domain.., ..not a domain.., true",
        "..not a domain.., www.example.com, false",
        "www.example.com, shop.example.com, false",
        "www.example.com, www.example.com|shop.example.com, false"
    })
    void domainsAreTheSameIfDnsTakesThemForTheSame(String wanted, String served, boolean same) {
        Setting difference = hosts(wanted).differenceFrom(hosts(served));

        assertEquals(same ? Setting.NONE : hosts(wanted), difference);
    }

    @Test
    void onlyWhatDiffersIsLeftAndWhatIsNotSaidIsLeftAlone() {
        Setting now = new Setting(Optional.of("5ms"), Optional.of(List.of("www.example.com")));

        assertEquals(Setting.NONE, now.differenceFrom(now));
        assertEquals(Setting.NONE, Setting.NONE.differenceFrom(now));
        assertEquals(
                new Setting(Optional.of("50ms"), Optional.empty()),
                new Setting(Optional.of("50ms"), now.allowedHosts()).differenceFrom(now));
    }

    @Test
    void aListOfDomainsThatTheServiceLeavesOutIsEmpty() {
        Setting none = new Setting(Optional.empty(), Optional.of(List.of()));

        assertEquals(Setting.NONE, none.differenceFrom(Setting.NONE));
    }

    private static Setting hosts(String hosts) {
        return new Setting(Optional.empty(), Optional.of(List.of(hosts.split("\\|"))));
    }
}
