// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.simulator.OddAnswer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The settings of the server.
 *
 * @param port from 1 to 65535, or 0 for a free one
 * @param file for the address and the keys
 * @param stateDirectory for the accounts; without it they are only in memory
 * @param callsPerSecond above which calls are refused
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
