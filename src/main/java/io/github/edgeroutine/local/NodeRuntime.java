// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An installation of Node.js on this machine. */
public record NodeRuntime(Path executable, int major, int minor) {

    /** The first version that contains {@code Request}, {@code Response} and streams. */
    static final int OLDEST = 18;

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
    private static final int PATIENCE_SECONDS = 20;
    private static final int MEMORY_MEBIBYTES = 256;

    /** Asks the program for its version. Empty if it prints none, so it is not a working Node.js. */
    static Optional<NodeRuntime> of(Path executable) throws InterruptedIOException {
        try {
            ProcessBuilder builder = new ProcessBuilder(executable.toString(), "--version").redirectErrorStream(true);
            builder.environment().remove("NODE_OPTIONS");
            Process process = builder.start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return Optional.empty();
                }
                String said = new String(process.getInputStream().readNBytes(100), StandardCharsets.UTF_8);
                Matcher version = VERSION.matcher(said.strip());
                return version.matches()
                        ? Optional.of(new NodeRuntime(
                                executable, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for Node.js");
        } catch (IOException e) {
            // For example, it is not a program of this system.
            return Optional.empty();
        }
    }

    boolean isNewEnough() {
        return major >= OLDEST;
    }

    /**
     * The command that runs a script with all limits that this version supports. The script may read only its own
     * directory. It must not start processes or threads.
     */
    List<String> command(Path script, boolean network) {
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--no-warnings",
                "--experimental-vm-modules",
                "--max-old-space-size=" + MEMORY_MEBIBYTES));
        if (major >= 20) {
            boolean stable = major >= 24 || major == 23 && minor >= 5 || major == 22 && minor >= 13;
            command.add(stable ? "--permission" : "--experimental-permission");
            command.add("--allow-fs-read=" + script.getParent());
            if (network && major >= 25) {
                command.add("--allow-net");
            }
        }
        command.add(script.toString());
        return command;
    }

    /** For example "Node.js 20.20 (/usr/bin/node)". */
    @Override
    public String toString() {
        return "Node.js " + major + "." + minor + " (" + executable + ")";
    }
}
