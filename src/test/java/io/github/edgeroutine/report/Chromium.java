// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The browser of this machine, headless. */
record Chromium(Path binary) {

    /**
     * A page after it was loaded.
     *
     * @param dom the page after all scripts have run
     * @param console the messages of the page and of the browser about it
     */
    record Seen(String dom, List<String> console, BufferedImage picture) {}

    /** Skips the test if there is no browser. Fails it if the environment variable CHROMIUM is "required". */
    static Chromium find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(Chromium::new)
                .findFirst()
                .orElseGet(() -> {
                    String missing = "No chromium, chromium-browser or google-chrome on the PATH";
                    return "required".equals(System.getenv("CHROMIUM"))
                            ? fail(missing)
                            : abort(missing + ", so nobody looks at the page");
                });
    }

    /** @param scratch a new directory, only for the browser */
    Seen look(Path page, boolean dark, Path scratch) throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        Path picture = scratch.resolve("picture.png");
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--user-data-dir=" + scratch.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--window-size=1280,1600",
                "--screenshot=" + picture,
                "--dump-dom",
                page.toUri().toString()));
        Path dom = scratch.resolve("dom.html");
        Path errors = scratch.resolve("errors.log");
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, SECONDS), "Chromium did not end");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String log = Files.readString(errors, UTF_8);
        assertEquals(0, process.exitValue(), log);
        return new Seen(
                Files.readString(dom, UTF_8),
                log.lines().filter(line -> line.contains(":CONSOLE")).toList(),
                ImageIO.read(picture.toFile()));
    }
}
