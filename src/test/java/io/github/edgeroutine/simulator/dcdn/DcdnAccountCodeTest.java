// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcdnAccountCodeTest {

    private static final byte[] CODE = {0, 'h', 'i', -1};

    private final DcdnAccount account = new DcdnAccount();

    @TempDir
    private Path directory;

    @Test
    void hasNoCodeOfAMissingRoutine() {
        assertEquals(List.of(), account.revisions("shop"));
        assertEquals(Optional.empty(), account.staged("shop"));
        assertEquals(Optional.empty(), account.spec("shop", "production"));
        assertEquals(List.of(), account.hosts("shop", "production"));
        assertThrows(NoSuchElementException.class, () -> account.code("shop", "1"));
    }

    @Test
    void ensuresARevisionWithItsCode() {
        account.ensure("shop", "1", List.of());
        account.ensure("shop", "2", CODE, List.of("presetCanaryHebei"));
        assertEquals(List.of("1", "2"), account.revisions("shop"));
        assertArrayEquals(new byte[0], account.code("shop", "1"));
        assertArrayEquals(CODE, account.code("shop", "2"));
        assertEquals(Optional.of("50ms"), account.spec("shop", "presetCanaryHebei"));
        assertEquals(Map.of(), account.live("shop"));
    }

    @Test
    void itsFileKeepsCodeAndStagedCode() throws Exception {
        account.ensure("shop", "1", CODE, List.of());
        account.routines()
                .change("shop", held -> StagedCode.staged(held, "text", new byte[] {'y', 'o'}, "2021-05-31T13:20:14Z"));
        Path file = directory.resolve("account.json");
        account.save(file);
        String text = Files.readString(file);
        assertTrue(text.contains("\"code\": \"AGhp/w==\""), text);
        assertTrue(text.contains("\"code\": \"eW8=\""), text);
        DcdnAccount loaded = DcdnAccount.load(file);
        assertEquals(account.routines().all(), loaded.routines().all());
        assertArrayEquals(CODE, loaded.code("shop", "1"));
        assertArrayEquals(new byte[] {'y', 'o'}, loaded.staged("shop").orElseThrow());
        assertEquals(Map.of("staging", "unstable"), loaded.live("shop"));
        String id = loaded.routines().commit("shop", "text");
        assertArrayEquals(new byte[] {'y', 'o'}, loaded.code("shop", id));
    }

    @Test
    void readsAFileOfAnEarlierVersionWithoutCode() throws IOException {
        Path file = Files.writeString(directory.resolve("account.json"), """
                {
                  "routines": {
                    "shop": {
                      "description": "",
                      "creationTime": "2021-05-31T13:20:14Z",
                      "environments": {
                        "production": {"specName": "50ms", "codeRevision": "1", "allowedHosts": ["a.example"]}
                      },
                      "revisions": [{"id": "1", "description": "", "creationTime": "2021-05-31T13:20:14Z"}]
                    }
                  }
                }
                """);
        DcdnAccount loaded = DcdnAccount.load(file);
        assertArrayEquals(new byte[0], loaded.code("shop", "1"));
        assertEquals(Optional.empty(), loaded.staged("shop"));
        assertEquals(Map.of("production", "1"), loaded.live("shop"));
        assertEquals(List.of("a.example"), loaded.hosts("shop", "production"));
    }

    @Test
    void namesAFileWithInvalidBase64() throws IOException {
        account.ensure("shop", "1", CODE, List.of());
        Path file = directory.resolve("account.json");
        account.save(file);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("AGhp/w==", "?"));
        assertFalse(text.equals(Files.readString(file)));
        IOException e = assertThrows(IOException.class, () -> DcdnAccount.load(file));
        assertEquals("the simulated account in " + file + " is damaged: delete the file", e.getMessage());
    }

    /** Each routine has a revision with a future number, so that the clock cannot make two commits different. */
    @Test
    void givesDifferentNumbersToManyThreads() throws Exception {
        List<Callable<String>> commits = new ArrayList<>();
        for (int at = 0; at < 2000; at++) {
            String name = "shop" + at;
            account.ensure(name, "4000000000000000000", List.of());
            account.routines().change(name, held -> StagedCode.staged(held, "", CODE, "2021-05-31T13:20:14Z"));
            commits.add(() -> account.routines().commit(name, "text"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Set<String> numbers = new HashSet<>();
            for (Future<String> each : threads.invokeAll(commits)) {
                numbers.add(each.get());
            }
            assertEquals(2000, numbers.size());
        } finally {
            threads.shutdown();
        }
    }
}
