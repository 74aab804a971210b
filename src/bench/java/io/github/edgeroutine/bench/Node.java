// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The script with the official SDK for Node. */
final class Node {

    private Node() {}

    /** @return the script, with the SDK in the same directory */
    static Path install(Path bench) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(bench.resolve("node"));
        for (String file : new String[] {"package.json", "publish.js"}) {
            Files.write(directory.resolve(file), Files.readAllBytes(Path.of("src/bench/node", file)));
        }
        if (!Files.exists(directory.resolve("node_modules"))) {
            int status = new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund")
                    .directory(directory.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("npm install failed in " + directory);
            }
        }
        return directory.resolve("publish.js");
    }
}
