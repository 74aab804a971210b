// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** What one account of a simulated service holds. It outlives the service in a file. */
public interface SimulatedAccount {

    /** A service that works on this account. */
    SimulatedService service();

    /** Makes a routine and some environments exist; it may be without any revision then. */
    void ensure(String routine, Collection<String> environments);

    /** Makes a routine, one revision and some environments exist; nothing that is live changes. */
    void ensure(String routine, String revision, Collection<String> environments);

    /** @throws IOException if the file cannot be written; what was there before is then untouched */
    void save(Path file) throws IOException;
}
