// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EsaAccountTest {

    private final EsaAccount account = new EsaAccount();

    @TempDir
    private Path directory;

    @Test
    void hasNothingOfAMissingRoutine() {
        assertEquals(Map.of(), account.live("shop"));
        assertEquals(List.of(), account.versions("shop"));
        assertEquals(Map.of(), account.variables("shop", "staging"));
        assertEquals(Optional.empty(), account.deployment("shop", "staging"));
        assertEquals(Optional.empty(), account.staged("shop"));
        assertThrows(NoSuchElementException.class, () -> account.code("shop", "1"));
    }

    @Test
    void ensuresWithoutChangingWhatIsLive() {
        account.publish("shop", "1", List.of("production", "staging"));
        account.ensure("shop", "2", List.of("production", "presetCanaryHebei"));
        account.ensure("shop", List.of("production"));
        assertEquals(Map.of("production", Map.of("1", 100), "staging", Map.of("1", 100)), account.live("shop"));
        assertEquals(List.of("1", "2"), account.versions("shop"));
    }

    @Test
    void doesNotChangeAnExistingVersion() {
        account.ensure("shop", "1", "a".getBytes(UTF_8));
        account.ensure("shop", "1", List.of());
        assertArrayEquals("a".getBytes(UTF_8), account.code("shop", "1"));
    }

    @Test
    void deletesTheOldestVersionWithoutAShare() {
        account.deploy("shop", "production", Map.of("1", 50, "2", 50));
        for (int version = 3; version <= 7; version++) {
            account.ensure("shop", String.valueOf(version), List.of());
        }
        assertEquals(5, account.versions("shop").size());
        assertTrue(account.versions("shop").containsAll(List.of("1", "2", "5", "6", "7")));
    }

    @Test
    void failsIfNoVersionCanBeDeleted() {
        EsaAccount small = new EsaAccount(new EsaPlan("small", "er_free", 1, 1));
        small.publish("shop", "1", List.of("production"));
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> small.ensure("shop", "2", List.of()));
        assertEquals("no room for another version: all run in some environment", e.getMessage());
    }

    @Test
    void deploysOnlyToExistingEnvironmentsAndOnlyCompleteShares() {
        assertThrows(
                IllegalArgumentException.class, () -> account.deploy("shop", "presetCanaryHebei", Map.of("1", 100)));
        assertThrows(IllegalArgumentException.class, () -> account.deploy("shop", "staging", Map.of("1", 99)));
    }

    @Test
    void refusesAPlanWithoutRoom() {
        assertThrows(IllegalArgumentException.class, () -> new EsaPlan("none", "er_free", 0, 5));
        assertThrows(IllegalArgumentException.class, () -> new EsaPlan("none", "er_free", 5, 0));
    }

    @Test
    void isEmptyWithoutAFile() throws IOException {
        assertEquals(
                Map.of(),
                EsaAccount.load(directory.resolve("missing.json")).routines().all());
    }

    @Test
    void isReadBackFromItsFile() throws IOException {
        account.deploy("shop", "production", Map.of("1620876959997924701", 80, "1620876959997924702", 20));
        account.ensure("shop", "1620876959997924701", "code é".getBytes(UTF_8));
        account.ensureInit("blog", "7", Instant.parse("2026-01-02T03:04:05Z"));
        account.routines()
                .ensure(
                        "shop",
                        held -> held.withVariables(
                                        "staging", Map.of("A", new StoredVariable(StoredVariable.PLAIN, "1")))
                                .staged(StoredVersion.seed(StoredVersion.UNSTABLE)));
        Path file = directory.resolve("some/where/account.json");
        account.save(file);
        EsaAccount loaded = EsaAccount.load(file);
        assertEquals(account.routines().all(), loaded.routines().all());
        assertEquals(
                Map.of("production", Map.of("1620876959997924701", 80, "1620876959997924702", 20)),
                loaded.live("shop"));
        String before = loaded.deployment("shop", "production").orElseThrow();
        loaded.publish("shop", "1620876959997924701", List.of("staging"));
        assertTrue(Long.parseLong(before)
                < Long.parseLong(loaded.deployment("shop", "staging").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"routines\":{\"shop\":null}}",
                "{\"routines\":{\"shop\":{}}}",
                "{\"routines\":{\"shop\":{\"description\":\"\",\"createTime\":\"now\",\"deployments\":{},"
                        + "\"versions\":[],\"variables\":{}}}}",
                "{\"routines\":{\"shop\":{\"description\":\"\",\"createTime\":\"2021-05-31T13:20:14Z\","
                        + "\"deployments\":{\"staging\":{\"id\":\"1\",\"creationTime\":\"2021-05-31T13:20:14Z\","
                        + "\"shares\":{\"1\":99}}},\"versions\":[],\"variables\":{}}}}",
                "{\"routines\":{\"shop\":{\"description\":\"\",\"createTime\":\"2021-05-31T13:20:14Z\","
                        + "\"deployments\":{},\"versions\":[],\"variables\":"
                        + "{\"staging\":{\"A\":{\"type\":\"secret_text\",\"value\":\"hidden\"}}}}}}"
            })
    void namesADamagedFileAndSaysWhatToDo(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("account.json"), text);
        IOException e = assertThrows(IOException.class, () -> EsaAccount.load(file));
        assertEquals("the simulated account in " + file + " is damaged: delete the file", e.getMessage());
    }
}
