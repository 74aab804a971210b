// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.simulator.OddAnswer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the user asks of the server.
 *
 * @param port from 1 to 65535, or 0 for a free one
 * @param file where programs find address and keys
 * @param stateDirectory keeps the accounts; without it they are in memory alone
 * @param callsPerSecond after which calls are refused
 * @param routine exists from the start at each service
 */
record SimulatorSettings(
        int port,
        Path file,
        Optional<Path> stateDirectory,
        OptionalInt callsPerSecond,
        FaultScript faults,
        Set<OddAnswer> oddAnswers,
        Optional<RoutineName> routine) {}
