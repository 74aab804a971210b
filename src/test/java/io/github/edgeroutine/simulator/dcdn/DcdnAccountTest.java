// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DcdnAccountTest {

    private final DcdnAccount account = new DcdnAccount();

    @TempDir
    private Path directory;

    @Test
    void runsNothingInAMissingRoutine() {
        assertEquals(Map.of(), account.live("shop"));
    }

    @Test
    void createsARoutineWithBothFixedEnvironmentsAndNothingLive() throws ServiceRefusal {
        account.ensure("shop", "1", List.of());
        assertEquals(Map.of(), account.live("shop"));
        account.routines().publish("shop", "1", List.of("production", "staging"));
        assertEquals(
                List.of("staging", "production"),
                List.copyOf(account.live("shop").keySet()));
    }

    @Test
    void ensuresWithoutChangingWhatIsLive() {
        account.publish("shop", "1", List.of("production"));
        account.ensure("shop", "2", List.of("production", "presetCanaryHebei"));
        assertEquals(Map.of("production", "1"), account.live("shop"));
    }

    @Test
    void listsTheLiveRevisionsInTheOrderOfTheEnvironments() {
        account.publish("shop", "1", List.of("presetCanaryZhejiang", "presetCanaryHebei", "production"));
        assertEquals(
                List.of("production", "presetCanaryZhejiang", "presetCanaryHebei"),
                List.copyOf(account.live("shop").keySet()));
    }

    @Test
    void deletesTheOldestUnusedRevisionAtTheLimitOfTen() throws ServiceRefusal {
        account.publish("shop", "1", List.of("production"));
        for (int revision = 2; revision <= 11; revision++) {
            account.ensure("shop", String.valueOf(revision), List.of());
        }
        assertEquals(10, account.routines().held("shop").revisions().size());
        account.routines().publish("shop", "1", List.of("staging"));
        account.routines().publish("shop", "3", List.of("staging"));
        account.routines().publish("shop", "11", List.of("staging"));
        assertThrows(ServiceRefusal.class, () -> account.routines().publish("shop", "2", List.of("staging")));
    }

    @Test
    void keepsAllTenWhenARevisionIsEnsuredAgain() throws ServiceRefusal {
        for (int revision = 1; revision <= 10; revision++) {
            account.ensure("shop", String.valueOf(revision), List.of());
        }
        account.ensure("shop", "5", List.of());
        account.routines().publish("shop", "1", List.of("staging"));
        assertEquals(Map.of("staging", "1"), account.live("shop"));
    }

    @Test
    void failsIfNoRevisionCanBeDeleted() {
        for (int revision = 1; revision <= 10; revision++) {
            account.publish("shop", String.valueOf(revision), List.of("canary" + revision));
        }
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> account.ensure("shop", "11", List.of()));
        assertEquals("no room for another revision: all 10 run in some environment", e.getMessage());
    }

    @Test
    void isEmptyWithoutAFile() throws IOException {
        DcdnAccount loaded = DcdnAccount.load(directory.resolve("missing.json"));
        assertEquals(Map.of(), loaded.routines().all());
    }

    @Test
    void isReadBackFromItsFile() throws IOException {
        account.publish("shop", "1620876959997924701", List.of("production", "presetCanaryZhejiang"));
        account.ensure("shop", "1620876959997924702", List.of());
        account.ensure("blog & more", "7", List.of());
        Path file = directory.resolve("some/where/account.json");
        account.save(file);
        DcdnAccount loaded = DcdnAccount.load(file);
        assertEquals(account.routines().all(), loaded.routines().all());
        assertEquals(
                List.of("production", "presetCanaryZhejiang"),
                List.copyOf(loaded.live("shop").keySet()));
        assertTrue(Files.readString(file).contains("\n  \"routines\": {\n    \"shop\": {"), Files.readString(file));
    }

    @Test
    void replacesAFileAndLeavesNoOtherFile() throws IOException {
        Path file = directory.resolve("account.json");
        account.save(file);
        account.ensure("shop", "1", List.of());
        account.save(file);
        assertEquals(account.routines().all(), DcdnAccount.load(file).routines().all());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"routines\":",
                "{\"routines\":{\"shop\":null}}",
                "{\"routines\":{\"shop\":{}}}",
                "{\"routines\":{\"shop\":{\"description\":\"\",\"creationTime\":\"now\",\"environments\":{},"
                        + "\"revisions\":[]}}}",
                "{\"routines\":{\"shop\":{\"description\":\"\",\"creationTime\":\"2021-05-31T13:20:14Z\","
                        + "\"environments\":{\"production\":null},\"revisions\":[]}}}",
                "{\"routines\":{\"shop\":{\"description\":\"\",\"creationTime\":\"2021-05-31T13:20:14Z\","
                        + "\"environments\":{},\"revisions\":[null]}}}"
            })
    void namesADamagedFileAndSaysWhatToDo(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("account.json"), text);
        IOException e = assertThrows(IOException.class, () -> DcdnAccount.load(file));
        assertEquals("the simulated account in " + file + " is damaged: delete the file", e.getMessage());
    }

    @Test
    void namesAFileThatIsNotText() throws IOException {
        Path file = Files.write(directory.resolve("account.json"), "é".getBytes(StandardCharsets.ISO_8859_1));
        IOException e = assertThrows(IOException.class, () -> DcdnAccount.load(file));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        assertFalse(e.getMessage().startsWith("Input"), e.getMessage());
    }
}
