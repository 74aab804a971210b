// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.simulator.SimulatedAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test sees of the routine hello in an account, and no client does. */
interface AccountUnderTest {

    SimulatedAccount simulated();

    /** Makes the routine and the revision exist, and gives the revision all requests of these environments. */
    void publish(String revision, List<String> environments);

    /** What each environment runs, as messages say it. */
    Map<String, String> live();

    /** Whether there is the routine, with or without code. */
    boolean isThere();

    /** One line for each environment that has settings. */
    Stream<String> settings();

    /** The code that was uploaded and not committed. */
    Optional<byte[]> staged();

    /** Oldest first. */
    List<String> revisions();

    byte[] code(String revision);

    /** Makes the routine and the revision exist, with no code. */
    default void ensure(String revision) {
        simulated().ensure("hello", revision, List.of());
    }
}
