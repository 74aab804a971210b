// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.simulator.SimulatedAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test can see of the routine hello in an account, in addition to what clients see. */
interface AccountUnderTest {

    SimulatedAccount simulated();

    /** Creates the routine and the revision if they are missing, and sends all requests of these environments to it. */
    void publish(String revision, List<String> environments);

    /** The revision of each environment, as in messages. */
    Map<String, String> live();

    /** Whether the routine exists, with or without code. */
    boolean isThere();

    /** One line for each environment that has settings. */
    Stream<String> settings();

    /** The uploaded code that was not committed. */
    Optional<byte[]> staged();

    /** Oldest first. */
    List<String> revisions();

    byte[] code(String revision);

    /** Creates the routine and the revision without code if they are missing. */
    default void ensure(String revision) {
        simulated().ensure("hello", revision, List.of());
    }
}
