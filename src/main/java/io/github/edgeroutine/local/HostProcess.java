// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A process of Node.js that answers each line with a line. It does not get the environment and files of this process.
 */
final class HostProcess implements AutoCloseable {

    /** In JSON, a body of 1 MiB may need six characters for each character. */
    private static final int LONGEST_LINE = 8 * 1024 * 1024;

    /** The important line in the error output of Node.js. */
    private static final Pattern REASON = Pattern.compile("FATAL\\sERROR:|[a-z]Error:|bad\\soption:");

    private static final int LONGEST_ERROR = 10_000;

    private final HostScripts scripts;
    private final Process process;
    private final BufferedWriter input;
    private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    /** Ctrl-C ends Maven, but code with an endless loop would continue. */
    private final Thread atExit = new Thread(this::end);

    private HostProcess(HostScripts scripts, Process process) {
        this.scripts = scripts;
        this.process = process;
        this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(this::read, "edge-routine-worker-host");
        reader.setDaemon(true);
        reader.start();
    }

    static HostProcess start(NodeRuntime node, boolean network) throws IOException {
        HostScripts scripts = HostScripts.unpack();
        try {
            ProcessBuilder builder = new ProcessBuilder(node.command(scripts.main(), network))
                    .directory(scripts.directory().toFile())
                    .redirectError(scripts.errors().toFile());
            // Node.js needs this one to start on Windows.
            builder.environment().keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
            HostProcess host = new HostProcess(scripts, builder.start());
            host.endWithJvm();
            return host;
        } catch (IOException e) {
            scripts.close();
            throw e;
        }
    }

    private void endWithJvm() throws InterruptedIOException {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            kill();
            throw new InterruptedIOException("Node.js was not started: Java is ending");
        }
    }

    private void end() {
        kill();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            scripts.close();
        } catch (InterruptedException | IOException e) {
            // Temporary files stay. The goal has ended, so nothing can be reported.
        }
    }

    private void read() {
        try (InputStream output = process.getInputStream()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = output.read(); c >= 0 && line.size() < LONGEST_LINE; c = output.read()) {
                if (c == '\n') {
                    lines.add(Optional.of(line.toString(StandardCharsets.UTF_8)));
                    line.reset();
                } else {
                    line.write(c);
                }
            }
        } catch (IOException e) {
            // The process has ended. The end of its output shows this.
        }
        lines.add(Optional.empty());
    }

    /**
     * Sends a line and returns the answer.
     *
     * @throws HostEndedException as {@link #next} does
     * @throws InterruptedIOException if the build is being stopped
     */
    String exchange(String line, Duration patience) throws HostEndedException, InterruptedIOException {
        try {
            input.write(line);
            input.write('\n');
            input.flush();
        } catch (IOException e) {
            // The process has ended, and next() reports how.
        }
        return next(patience);
    }

    /**
     * @throws HostEndedException if the process has ended or does not answer in time; it is stopped then
     * @throws InterruptedIOException if the build is being stopped
     */
    String next(Duration patience) throws HostEndedException, InterruptedIOException {
        try {
            Optional<String> line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                kill();
                throw new HostEndedException(
                        "the code did not return within " + patience.toSeconds() + " s, so Node.js was stopped");
            }
            if (line.isPresent()) {
                return line.get();
            }
            lines.add(line);
            process.waitFor(5, TimeUnit.SECONDS);
            throw new HostEndedException(ending());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for Node.js");
        }
    }

    private String ending() {
        String exit = process.isAlive() ? "closed its output" : "ended with exit code " + process.exitValue();
        kill();
        String error = "";
        try (InputStream errors = Files.newInputStream(scripts.errors())) {
            error = new String(errors.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The exit code is enough.
        }
        return "Node.js " + exit
                + error.lines()
                        .filter(line -> REASON.matcher(line).find())
                        .findFirst()
                        .map(line -> " (" + line.strip() + ")")
                        .orElse("");
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Also works on an interrupted thread, because this is how a build is stopped. */
    @Override
    public void close() throws IOException {
        boolean interrupted = Thread.interrupted();
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IllegalStateException e) {
            // The JVM is ending, so the hook runs.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        scripts.close();
    }
}
