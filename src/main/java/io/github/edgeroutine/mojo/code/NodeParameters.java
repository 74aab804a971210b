// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.local.NodeSearch;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The parameters for running code on this machine.
 *
 * @param nodeExecutable may be {@code null}
 * @param localHosts may be {@code null}
 */
public record NodeParameters(File nodeExecutable, List<String> localHosts) {

    /** Adds every error. */
    void check(ParameterErrors faults) {
        faults.read("localHosts", this::hosts);
        if (nodeExecutable != null && !isProgram(nodeExecutable.toPath())) {
            faults.add("nodeExecutable", "is not a program: " + nodeExecutable);
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    List<String> hosts() {
        List<String> hosts = ParameterText.names(localHosts);
        hosts.stream()
                .filter(host -> !host.matches("[\\w.-]+(:\\d{1,5})?"))
                .findFirst()
                .ifPresent(host -> {
                    throw new IllegalArgumentException("contains '" + host
                            + "', which is not a host such as origin.example.com or 127.0.0.1:8080");
                });
        return hosts;
    }

    NodeSearch search(GoalContext goal) {
        Path root = Path.of(goal.session().getExecutionRootDirectory());
        return new NodeSearch(
                Optional.ofNullable(nodeExecutable).map(File::toPath),
                goal.session().getSystemProperties().getProperty("env.PATH", ""),
                List.of(goal.base(), goal.directory().getParent(), root));
    }
}
