// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.rollback.MemoryFixture;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoriesTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final RunMemory MEMORY = MemoryFixture.run(
            "staging: 16 -> 17",
            "production: - -> 17",
            "canaryOne: 16:90+15:10 -> 17",
            "canaryTwo: ? -> 17",
            "canaryThree: unstable -> 17");

    @TempDir
    private Path directory;

    private final AtomicInteger damaged = new AtomicInteger();
    private Memories memories;

    @BeforeEach
    void open() {
        memories = of("https://dcdn.aliyuncs.com", "key 1");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        write(MEMORY);

        assertEquals(MEMORY, memories.of(HELLO));
        assertEquals(List.of(MEMORY), memories.all());
    }

    @Test
    void withoutAFileNothingIsRemembered() throws IOException {
        assertEquals(RunMemory.none(HELLO), memories.of(HELLO));
        assertEquals(List.of(), memories.all());
        assertEquals(Set.of(), memories.needed(HELLO));
    }

    /** Prune also keeps what was published with another key. */
    @Test
    void anEndpointAndAnAccountHaveMemoriesOfTheirOwnAndPruneKnowsAllAccounts() throws IOException {
        write(MEMORY);

        Memories otherKey = of("https://DCDN.aliyuncs.com", "key 2");
        assertEquals(RunMemory.none(HELLO), otherKey.of(HELLO));
        assertEquals(Set.of(new CodeRevision("15"), new CodeRevision("16")), otherKey.needed(HELLO));
        assertEquals(Set.of(), of("https://127.0.0.1:1", "key 1").needed(HELLO));
    }

    @Test
    void namesThatDifferInCapitalsAloneHaveFilesThatDifferOtherwise() throws IOException {
        assertNotEquals(
                memories.file(HELLO).toString().toLowerCase(java.util.Locale.ROOT),
                memories.file(new RoutineName("Hello")).toString().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "no JSON",
                "{\"schemaVersion\":1,\"routine\":\"hello\",\"runs\":[]}",
                "{\"schemaVersion\":2,\"routine\":\"not a name\",\"runs\":[]}",
                "{\"schemaVersion\":2,\"routine\":\"other\",\"runs\":[]}",
                "{\"schemaVersion\":2,\"routine\":\"hello\"}",
                "{\"schemaVersion\":2,\"routine\":\"hello\",\"runs\":[{}]}",
                "{\"schemaVersion\":2,\"routine\":\"hello\",\"runs\":[{\"kind\":\"PUBLISH\",\"invocations\":[\"1\"],"
                        + "\"modules\":[],\"environments\":{\"staging\":{\"before\":null}}}]}",
                "{\"schemaVersion\":2,\"routine\":\"hello\",\"runs\":[{\"kind\":\"PUBLISH\",\"invocations\":[\"1\"],"
                        + "\"modules\":[],\"environments\":{\"staging\":{\"before\":{\"state\":\"split\",\"shares\":"
                        + "{\"18\":90},\"words\":\"18\"}}}}]}",
                "{\"schemaVersion\":2,\"routine\":\"hello\",\"runs\":[null]}",
                "{\"schemaVersion\":2,\"routine\":\"hello\",\"runs\":[{\"kind\":\"X\",\"invocations\":[\"1\"],\"modules\":[],"
                        + "\"environments\":{}}]}",
                "{\"schemaVersion\":2,\"routine\":\"hello\",\"runs\":[{\"kind\":\"PUBLISH\",\"invocations\":[],\"modules\":[],"
                        + "\"environments\":{}}]}",
            })
    void aDamagedFileIsReportedAndReplacedByTheNextPublish(String text) throws IOException {
        write(MEMORY);
        Files.writeString(memories.file(HELLO), text);

        assertEquals(
                memories.file(HELLO)
                        + " is damaged, so it is not known what ran before the last publish: delete the file, and"
                        + " set {codeRevision} and {environments} for a"
                        + " rollback",
                assertThrows(IOException.class, () -> memories.of(HELLO)).getMessage());
        write(MEMORY);

        assertEquals(1, damaged.get());
        assertEquals(MEMORY, memories.of(HELLO));
    }

    /** As where the file system is full. */
    @Test
    void whatCannotBeWrittenLeavesTheOldMemoryWhole() throws IOException {
        write(MEMORY);
        Path beside = memories.file(HELLO)
                .resolveSibling(memories.file(HELLO).getFileName() + "."
                        + ProcessHandle.current().pid() + "-"
                        + Thread.currentThread().getId() + ".part");
        Files.createDirectories(beside.resolve("in the way"));

        assertThrows(IOException.class, () -> write(RunMemory.none(HELLO)));

        assertEquals(MEMORY, memories.of(HELLO));
    }

    @Test
    void manyModulesAtOnceLoseNothing() throws Exception {
        write(RunMemory.none(HELLO));
        AtomicInteger inside = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                RunMemory next = MemoryFixture.run("staging: " + i + " -> 99");
                all.add(threads.submit(() -> {
                    memories.update(
                            HELLO,
                            old -> {
                                assertEquals(1, inside.incrementAndGet());
                                Thread.yield();
                                inside.decrementAndGet();
                                return next;
                            },
                            damaged::incrementAndGet);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(0, damaged.get());
        assertEquals(1, memories.of(HELLO).runs().size());
    }

    @Test
    void aLockThatAnotherBuildKeepsIsWaitedForFiveSecondsAndNamed() throws IOException {
        write(MEMORY);
        Path lock = memories.file(HELLO).resolveSibling("lock");
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            other.lock();
            long start = System.nanoTime();

            assertEquals(
                    "another build has locked " + lock + " for 5 seconds",
                    assertThrows(IOException.class, () -> write(RunMemory.none(HELLO)))
                            .getMessage());

            assertTrue(System.nanoTime() - start < 8_000_000_000L);
        }
    }

    private void write(RunMemory memory) throws IOException {
        memories.update(HELLO, old -> memory, damaged::incrementAndGet);
    }

    private Memories of(String endpoint, String account) {
        return new Memories(new File(directory.toFile(), "new"), endpoint, account);
    }
}
