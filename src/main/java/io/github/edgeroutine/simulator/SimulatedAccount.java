// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** The data of one account in a simulated service. A file keeps it longer than the service runs. */
public interface SimulatedAccount {

    /** A service for this account. */
    SimulatedService service();

    /** Creates a routine and some environments if they do not exist. A new routine has no revision. */
    void ensure(String routine, Collection<String> environments);

    /** Creates a routine, one revision and some environments if they do not exist. The live revisions do not change. */
    void ensure(String routine, String revision, Collection<String> environments);

    /** @throws IOException if the file cannot be written; an existing file is then unchanged */
    void save(Path file) throws IOException;
}
