// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** Writes lines for programs directly to the standard output, because Maven 4 turns System.out into log lines. */
public final class Stdout {

    private Stdout() {}

    public static void print(String line) throws IOException {
        // Not closed, because the JVM still needs the standard output.
        new FileOutputStream(FileDescriptor.out).write((line + System.lineSeparator()).getBytes(UTF_8));
    }

    /** Uses the encoding of the terminal. */
    public static PrintStream terminal(Console console) {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, console.charset());
    }
}
