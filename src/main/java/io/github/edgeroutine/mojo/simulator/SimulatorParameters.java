// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.OddRpcAnswer;
import io.github.edgeroutine.simulator.SimulatedService;
import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parameters of the goal as the user wrote them; each may be {@code null}. */
public record SimulatorParameters(
        String name,
        String port,
        File simulatorFile,
        File stateDirectory,
        String callsPerSecond,
        File faultsFile,
        List<String> oddAnswers,
        String seed) {

    /** The simulator's name for the upload of a form with a file. */
    private static final String FORM = "PostObject";

    Optional<SimulatorSettings> read(GoalContext goal, ParameterErrors errors) {
        Optional<Integer> readPort = number("port", port, 1, 65535, 0, errors);
        Optional<Integer> limit = number("callsPerSecond", callsPerSecond, 1, 1_000_000, 0, errors);
        Optional<Integer> chance =
                number("seed", seed, 0, Integer.MAX_VALUE, new SecureRandom().nextInt(Integer.MAX_VALUE), errors);
        Optional<Path> file = simulatorFile == null
                ? errors.readInPom("directory", () -> goal.directory().resolve("simulator.json"))
                : errors.read("simulatorFile", simulatorFile::toPath);
        Optional<Optional<Path>> state = errors.read(
                "stateDirectory", () -> Optional.ofNullable(stateDirectory).map(File::toPath));
        Optional<Set<OddAnswer>> odd = errors.read("oddAnswers", this::odd);
        Optional<Optional<RoutineName>> routine = errors.read(
                "name",
                () -> Optional.ofNullable(name)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(RoutineName::new));
        Optional<FaultScript> faults = faultsFile == null
                ? Optional.of(FaultScript.NONE)
                : FaultScript.read(faultsFile.toPath(), operations(), chance.orElse(0), errors);
        if (Stream.of(readPort, limit, chance, file, state, odd, routine, faults)
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new SimulatorSettings(
                readPort.get(),
                file.get(),
                state.get(),
                limit.get() == 0 ? OptionalInt.empty() : OptionalInt.of(limit.get()),
                faults.get(),
                odd.get(),
                routine.get()));
    }

    private static Optional<Integer> number(
            String parameter, String text, int least, int most, int none, ParameterErrors errors) {
        return text == null ? Optional.of(none) : errors.read(parameter, () -> ParameterText.number(text, least, most));
    }

    /** A name means the answers with this name of all services. */
    private Set<OddAnswer> odd() {
        Map<String, Set<OddAnswer>> known = new TreeMap<>();
        Stream.of(OddRpcAnswer.values()).forEach(each -> known.put(each.name(), Set.of(each)));
        services()
                .flatMap(service -> service.oddAnswers().entrySet().stream())
                .forEach(each -> known.computeIfAbsent(each.getKey(), any -> new HashSet<>())
                        .add(each.getValue()));
        Set<OddAnswer> wanted = new HashSet<>();
        for (String word : ParameterText.names(oddAnswers)) {
            Set<OddAnswer> found = known.get(word.toUpperCase(Locale.ROOT));
            if (found == null) {
                throw new IllegalArgumentException("'" + word + "' is not an odd answer. Use one of "
                        + known.keySet().stream().collect(joining(", ")));
            }
            wanted.addAll(found);
        }
        return Set.copyOf(wanted);
    }

    private static Set<String> operations() {
        Set<String> operations = services()
                .flatMap(service -> service.operations().keySet().stream())
                .collect(toCollection(TreeSet::new));
        operations.add(FORM);
        return operations;
    }

    private static Stream<SimulatedService> services() {
        return Stream.of(EdgeService.values()).map(each -> each.simulate().service());
    }
}
