// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.esa.EsaTraits;
import io.github.edgeroutine.fixture.NodeOfMachine;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.source.CodeFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Uses a real Node.js, like the goals. */
class WorkerHostTest {

    private static final String FILE = "src/main/edge-routine/index.js";
    private static final URI ANY = URI.create("https://www.example.com/a?b=1");

    @Test
    void codeAnswersWithStatusBodyAndWhatItLogs() throws Exception {
        LocalAnswer answer = ask(DcdnTraits.TRAITS, """
                addEventListener('fetch', event => {
                  console.log('asked', event.request.url);
                  event.respondWith(new Response('Grüße 🚀 {name}', { status: 203 }));
                });""");

        assertEquals(203, answer.status());
        assertEquals("Grüße 🚀 {name}", answer.body());
        assertEquals(Optional.empty(), answer.failure());
        assertEquals(List.of("asked https://www.example.com/a?b=1"), answer.log());
    }

    @Test
    void aModuleAnswersIfTheServiceRunsModules() throws Exception {
        String module = "export default { fetch: () => new Response('module') };";

        assertEquals("module", ask(EsaTraits.TRAITS, module).body());
        assertEquals(
                "is a module, but this service runs only scripts: " + FILE + ":1:1: " + module
                        + ". Let the bundler write a script (such as esbuild --format=iife)",
                refusal(DcdnTraits.TRAITS, module));
    }

    /** A name in braces must not become the name of an option. */
    @Test
    void aSyntaxErrorIsReportedWithFileLineColumnAndTheTextOfTheLine() throws Exception {
        assertEquals(
                "cannot be parsed: SyntaxError: Missing initializer in destructuring declaration in " + FILE
                        + ":2:9: const { name}: Name = request;",
                refusal(DcdnTraits.TRAITS, "// TypeScript\n  const {name}: Name = request;"));
    }

    @Test
    void aSyntaxErrorInALongLineIsReportedWithItsLineOnly() throws Exception {
        assertEquals(
                "cannot be parsed: SyntaxError: Unexpected token ';' in " + FILE + ":1",
                refusal(DcdnTraits.TRAITS, "a=1;".repeat(10_000) + "if(;"));
    }

    @Test
    void anExceptionWhileTheCodeLoadsIsReportedWithItsPlacesAndTheRemedy() throws Exception {
        assertEquals(
                "fails while it loads: ReferenceError: Buffer is not defined (" + FILE
                        + ":1:11). If the edge has what is missing here, set {runCheck} to off",
                refusal(DcdnTraits.TRAITS, "const a = Buffer.from('a');"));
    }

    @Test
    void codeWithoutAHandlerIsRefused() throws Exception {
        String words =
                "registers no handler, so it cannot answer requests: " + FILE + ". Call addEventListener('fetch', …)";

        assertEquals(words, refusal(DcdnTraits.TRAITS, "const a = 1;"));
        assertEquals(words + ", or export a default object with fetch", refusal(EsaTraits.TRAITS, "const a = 1;"));
    }

    @Test
    void anExceptionInTheHandlerIsAFailedAnswer() throws Exception {
        LocalAnswer answer = ask(DcdnTraits.TRAITS, "addEventListener('fetch', e => e.respondWith(e.none.x));");

        assertEquals(
                Optional.of("TypeError: Cannot read properties of undefined (reading 'x') (" + FILE + ":1:53)"),
                answer.failure());
    }

    @Test
    void hostsThatTheCodeWantedToCallAreNamed() throws Exception {
        LocalAnswer answer = ask(
                DcdnTraits.TRAITS,
                "addEventListener('fetch', e => e.respondWith(fetch('http://origin.example.com/')));");

        assertEquals(List.of("origin.example.com"), answer.asked());
        assertTrue(
                answer.failure().orElseThrow().startsWith("TypeError: fetch of origin.example.com: the code has no"));
    }

    /**
     * Code that reaches the modules of Node.js anyway finds nothing there. Versions before 20 do not have these limits.
     */
    @Test
    void codeThatLeavesItsScopeFindsNoEnvironmentNoFilesAndNoProcesses() throws Exception {
        String breakOut = "const process = Headers.constructor('return process')();"
                + "const load = name => process.mainModule.require(name);";
        String script = breakOut + """
                const tried = f => { try { return f(); } catch (e) { return e.code; } };
                addEventListener('fetch', e => e.respondWith([
                  Object.keys(process.env).length,
                  tried(() => load('node:fs').readFileSync('/etc/hosts', 'utf8')),
                  tried(() => load('node:child_process').execSync('true')),
                ].join()));""";

        String found = ask(DcdnTraits.TRAITS, script).body();

        if (NodeRuntime.of(NodeOfMachine.node()).orElseThrow().major() >= 20) {
            assertEquals("0,ERR_ACCESS_DENIED,ERR_ACCESS_DENIED", found);
        } else {
            assertTrue(found.startsWith("0,"), found);
        }
    }

    @Test
    void codeWithAnEndlessLoopIsStopped() throws Exception {
        try (WorkerHost host = start(Duration.ofMillis(500))) {
            assertEquals(
                    Optional.empty(),
                    host.load(
                            code("addEventListener('fetch', async e => { await 1; for (;;); });"),
                            DcdnTraits.TRAITS,
                            List.of()));
            String stopped = "the code did not return within 5 s, so Node.js was stopped";
            assertEquals(Optional.of(stopped), host.ask(ANY).failure());
            assertTrue(host.ask(ANY).failure().orElseThrow().startsWith("Node.js ended with exit code"));
        }
    }

    @Test
    void codeThatNeedsTooMuchMemoryEndsOnlyItsProcess() throws Exception {
        String refusal = refusal(DcdnTraits.TRAITS, "const a = []; for (;;) a.push(new Array(1e7).fill(1.5));");

        assertTrue(refusal.startsWith("fails while it loads: Node.js ended with exit code "), refusal);
        assertTrue(refusal.contains("heap") && refusal.contains(FILE), refusal);
    }

    @Test
    void anotherProgramRunsNothingAndLeavesNoFiles() throws Exception {
        List<Path> before = temporary();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        HostEndedException ended = assertThrows(
                HostEndedException.class,
                () -> WorkerHost.start(new NodeRuntime(java, 20, 0), FILE, false, Duration.ofSeconds(5)));

        assertTrue(ended.getMessage().startsWith("Node.js ended with exit code"), ended.getMessage());
        assertEquals(before, temporary());
    }

    private static List<Path> temporary() throws IOException {
        Path any = Files.createTempFile("edge-routine-test", "");
        try (Stream<Path> all = Files.list(any.getParent())) {
            return all.filter(file -> file.getFileName().toString().matches("edge-routine-\\d+"))
                    .sorted()
                    .toList();
        } finally {
            Files.delete(any);
        }
    }

    private static String refusal(ServiceTraits service, String text) throws Exception {
        try (WorkerHost host = start(WorkerHost.PATIENCE)) {
            return host.load(code(text), service, List.of()).orElseThrow();
        }
    }

    private static LocalAnswer ask(ServiceTraits service, String text) throws Exception {
        try (WorkerHost host = start(WorkerHost.PATIENCE)) {
            assertEquals(Optional.empty(), host.load(code(text), service, List.of()));
            return host.ask(ANY);
        }
    }

    private static WorkerHost start(Duration patience) throws Exception {
        NodeRuntime node = NodeRuntime.of(NodeOfMachine.node()).orElseThrow();
        return WorkerHost.start(node, FILE, false, patience);
    }

    private static CodeFile code(String text) {
        return new CodeFile(Path.of(FILE), text.getBytes(UTF_8));
    }
}
