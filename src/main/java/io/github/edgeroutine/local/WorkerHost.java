// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.source.CodeFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs code in Node.js as the edge would. This finds mistakes, but is not a protection against hostile code. Time and
 * memory are limited. The code cannot use files, modules of Node.js, the environment and processes of this machine. It
 * can call only the allowed hosts.
 */
public final class WorkerHost implements AutoCloseable {

    /** The time limit for code to load, and to answer one request. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration START = Duration.ofSeconds(30);
    /** The host reports code that waits too long. This extra time ends code with an endless loop. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HostProcess process;
    private final String path;
    private final Duration patience;

    private WorkerHost(HostProcess process, String path, Duration patience) {
        this.process = process;
        this.path = path;
        this.patience = patience;
    }

    /**
     * @param path of the code, for messages
     * @param network whether the process may use the network
     * @throws HostEndedException if this Node.js cannot run the host
     * @throws IOException if temporary files cannot be written
     */
    public static WorkerHost start(NodeRuntime node, String path, boolean network, Duration patience)
            throws IOException, HostEndedException {
        HostProcess process = HostProcess.start(node, network);
        try {
            process.next(START);
            return new WorkerHost(process, path, patience);
        } catch (IOException | HostEndedException e) {
            process.close();
            throw e;
        }
    }

    /**
     * Loads the code.
     *
     * @param hosts that the code may call, each with or without its port
     * @return why it cannot run, as the rest of a sentence after the option of the file; empty if it can run
     * @throws InterruptedIOException if the build is being stopped
     */
    public Optional<String> load(CodeFile code, ServiceTraits service, List<String> hosts) throws IOException {
        boolean modules = service.can(Ability.MODULES);
        Map<String, Object> request = Map.of(
                "type",
                "load",
                "path",
                path,
                "text",
                code.text(),
                "modules",
                modules,
                "hosts",
                hosts,
                "millis",
                patience.toMillis());
        try {
            HostMessage answer = exchange(request);
            return answer.is("loaded") ? Optional.empty() : Optional.of(refusal(answer, modules));
        } catch (HostEndedException e) {
            return Optional.of(failsToLoad(e.getMessage() + ": " + path));
        }
    }

    private String refusal(HostMessage answer, boolean modules) {
        return switch (answer.kind()) {
            case "syntax" -> "cannot be parsed: " + answer.shownMessage() + " in " + answer.place(path);
            case "module" ->
                "is a module, but this service runs only scripts: " + answer.place(path)
                        + ". Let the bundler write a script (such as esbuild --format=iife)";
            case "handler" ->
                "registers no handler, so it cannot answer requests: " + path + ". Call addEventListener('fetch', …)"
                        + (modules ? ", or export a default object with fetch" : "");
            default -> failsToLoad(answer.failure(path));
        };
    }

    private static String failsToLoad(String why) {
        return "fails while it loads: " + why + ". If the edge has what is missing here, set {runCheck} to off";
    }

    /** @throws InterruptedIOException if the build is being stopped */
    public LocalAnswer ask(URI url) throws InterruptedIOException {
        try {
            HostMessage answer = exchange(Map.of("type", "ask", "url", url.toString()));
            return answer.is("answered")
                    ? new LocalAnswer(answer.status(), answer.body(), Optional.empty(), answer.asked(), answer.log())
                    : LocalAnswer.failed(answer.failure(path), answer.asked(), answer.log());
        } catch (HostEndedException e) {
            return LocalAnswer.failed(e.getMessage(), List.of(), List.of());
        }
    }

    /**
     * Lets the code answer every request on a port of 127.0.0.1, until this host is closed.
     *
     * @param port 0 for a free one
     * @return the port
     * @throws BindException if the port cannot be used; the message is a clause
     * @throws HostEndedException if the process has ended
     */
    public int serve(int port) throws IOException, HostEndedException {
        HostMessage answer = exchange(Map.of("type", "serve", "port", port));
        if (answer.is("serving")) {
            return answer.port();
        }
        throw new BindException(answer.kind().equals("EADDRINUSE") ? "another program uses it" : answer.shownMessage());
    }

    /** Answers all requests with this text and status 503, until working code is loaded. */
    public void refuse(String text) throws HostEndedException, InterruptedIOException {
        exchange(Map.of("type", "refuse", "text", text));
    }

    /**
     * The events on the port since the last call.
     *
     * @throws HostEndedException if the process has ended, or if the code has an endless loop
     */
    public List<LocalEvent> look() throws HostEndedException, InterruptedIOException {
        HostMessage seen = exchange(Map.of("type", "look"));
        Stream<LocalEvent> asked = seen.asked().stream()
                .map(host ->
                        new LocalEvent(true, "The code called " + host + ", which {localHosts} does not allow here."));
        return Stream.concat(seen.events().stream().map(LocalEvent::shown), asked)
                .toList();
    }

    private HostMessage exchange(Map<String, Object> request) throws HostEndedException, InterruptedIOException {
        return HostMessage.of(process.exchange(HostMessage.written(request), patience.plus(GRACE)));
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
