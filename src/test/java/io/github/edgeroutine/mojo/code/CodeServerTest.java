// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.fixture.NodeOfMachine;
import io.github.edgeroutine.mojo.GoalOf;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.GoalFailedException;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the goal in its own thread. Tests use only the port and the log, as a user does. */
class CodeServerTest {

    /** Ends the process of Node.js like an error in Node.js. */
    private static final String END = "Headers.constructor('return process')().exit(3)";

    @TempDir
    Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private Future<Boolean> served;
    private Path file;
    private File watch;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("index.js");
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS), "the server did not stop");
        assertTrue(served == null || served.get(), "the build should still know that it was interrupted");
    }

    @Test
    void logsTheLoadedCodeAndTheAddress() throws Exception {
        URI address = start("addEventListener('fetch', e => e.respondWith('hello'));");

        assertEquals("hello", get(address));
        assertEquals("Loaded index.js (55 bytes).", log.get(0));
        assertTrue(
                log.get(1)
                        .matches("The code is served at http://127\\.0\\.0\\.1:\\d+/ by Node\\.js \\d+\\.\\d+"
                                + " \\(.+\\)\\."
                                + " Stop it with Ctrl-C\\."),
                log.get(1));
        await("GET / 200, ");
    }

    @Test
    void aHostThatTheCodeMustNotCallIsNamed() throws Exception {
        get(start("addEventListener('fetch', e => e.respondWith(fetch('http://origin.example.com/')));"));

        await("The code called origin.example.com, which <localHosts> (-Dedge-routine.localHosts) does not"
                + " allow here.");
    }

    @Test
    void anUnreadableFileIsAnsweredWithItsErrorUntilItCanBeRead() throws Exception {
        String code = "addEventListener('fetch', e => e.respondWith('hello'));";
        URI address = start(code);
        String gone = "<codeFile> (-Dedge-routine.codeFile) is not a file: " + file + ".";
        Files.delete(file);
        await(gone + " Every request gets this answer until the code is changed.");

        assertEquals(gone, get(address));
        Files.writeString(file, code);
        await("Loaded index.js", 2);
        assertEquals("hello", get(address));
    }

    @Test
    void aChangeInTheWatchedDirectoryReloadsTheCode() throws Exception {
        watch = directory.resolve("dist").toFile();
        Path map = Files.createDirectories(watch.toPath().resolve("maps")).resolve("index.js.map");
        URI address = start("let n = 0; addEventListener('fetch', e => e.respondWith(`${++n}`));");
        assertEquals("1", get(address));
        assertEquals("2", get(address));

        Files.writeString(map, "{}");
        await("Loaded index.js", 2);
        assertEquals("1", get(address));
    }

    @Test
    void nodeIsRestartedOnTheSamePort() throws Exception {
        URI address = start("addEventListener('fetch', e => e.respondWith(e.request.url.endsWith('end') ? " + END
                + " : 'hello'));");

        assertThrows(Exception.class, () -> get(address.resolve("/end")));
        await("The code stopped responding: Node.js ended with exit code 3. Node.js is started again.");
        await("The code is served at " + address + " by ", 2);
        assertEquals("hello", get(address));
    }

    @Test
    void codeThatEndsNodeWhileItLoadsIsLoadedAgainOnlyAfterAChange() throws Exception {
        Files.writeString(file, END);
        URI address = serve();
        String refused = "<codeFile> (-Dedge-routine.codeFile) fails while it loads: Node.js ended with exit code 3: "
                + file + ". If the edge has what is missing here, set <runCheck> (-Dedge-routine.runCheck) to off.";

        assertEquals(refused, get(address));
        Files.writeString(file, "addEventListener('fetch', e => e.respondWith('hello'));");
        await("Loaded index.js");
        assertEquals("hello", get(address));
        assertEquals(
                1,
                log.stream().filter(line -> line.startsWith("The code stopped")).count());
    }

    @Test
    void aPortInUseFailsTheGoal() throws Exception {
        Files.writeString(file, "addEventListener('fetch', e => e.respondWith('hello'));");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    "Port " + other.getLocalPort()
                            + ", see {port}, cannot be used: another program uses it. Give another port, or 0"
                            + " for any free port.",
                    failure(other.getLocalPort(), NodeOfMachine.node()));
        }
    }

    @Test
    void withoutANodeTheGoalFails() throws Exception {
        Files.writeString(file, "addEventListener('fetch', e => e.respondWith('hello'));");
        Path other = Files.writeString(directory.resolve("node"), "");
        assertTrue(other.toFile().setExecutable(true));

        assertEquals(
                "The code cannot be served: " + other
                        + " is not Node.js 18 or newer. Install Node.js, or give its path with {nodeExecutable}.",
                failure(0, other));
    }

    private String failure(int port, Path node) {
        return assertThrows(GoalFailedException.class, () -> serve(port, node)).getMessage();
    }

    private URI start(String code) throws Exception {
        Files.writeString(file, code);
        return serve();
    }

    private URI serve() throws Exception {
        Path node = NodeOfMachine.node();
        served = threads.submit(() -> {
            serve(0, node);
            return Thread.interrupted();
        });
        String line = await("The code is served at ");
        return URI.create(line.replaceAll(".* at | by .*", ""));
    }

    private void serve(int port, Path node) throws Exception {
        CodeServer.serve(
                goal(),
                new ServerParameters(
                        file.toFile(), String.valueOf(port), watch, new NodeParameters(node.toFile(), null)),
                new ParameterErrors());
    }

    private GoalContext goal() {
        GoalContext any = GoalOf.service(DcdnTraits.TRAITS);
        any.project().getBuild().setDirectory(directory.resolve("target").toString());
        when(any.session().getSystemProperties()).thenReturn(new Properties());
        when(any.session().getExecutionRootDirectory()).thenReturn(directory.toString());
        SystemStreamLog lines = new SystemStreamLog() {
            @Override
            public void warn(CharSequence line) {
                log.add(line.toString());
            }

            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }
        };
        return new GoalContext(any.session(), any.project(), any.execution(), lines, DcdnTraits.TRAITS);
    }

    private String await(String beginning) throws Exception {
        return await(beginning, 1);
    }

    /** Waits for this number of log lines with this start, and returns the last of them. */
    private String await(String beginning, int count) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            List<String> found =
                    log.stream().filter(line -> line.startsWith(beginning)).toList();
            if (found.size() >= count) {
                return found.get(count - 1);
            }
            if (served.isDone()) {
                served.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("there is no '" + beginning + "' in " + log);
    }

    private static String get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body()
                .strip();
    }
}
