// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** What programs read of a build, past its log: of System.out Maven 4 makes lines of its log. */
public final class Stdout {

    private Stdout() {}

    public static void print(String line) throws IOException {
        // Not closed: the standard output is not ours.
        new FileOutputStream(FileDescriptor.out).write((line + System.lineSeparator()).getBytes(UTF_8));
    }

    /** In the encoding that the terminal was found to have. */
    public static PrintStream terminal(Console console) {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, console.charset());
    }
}
