// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.mojo.GoalOf;
import io.github.edgeroutine.mojo.context.GoalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeParametersTest {

    @TempDir
    Path directory;

    @Test
    void nodeIsSearchedInTheModuleAlsoIfItsBuildDirectoryIsElsewhere() {
        Path module = directory.resolve("module");
        Path target = directory.resolve("built/here");
        GoalContext goal = GoalOf.service(DcdnTraits.TRAITS);
        when(goal.session().getSystemProperties()).thenReturn(new Properties());
        when(goal.session().getExecutionRootDirectory()).thenReturn(directory.toString());
        goal.project().setFile(module.resolve("pom.xml").toFile());
        goal.project().getBuild().setDirectory(target.toString());

        assertEquals(
                List.of(module, target, directory),
                new NodeParameters(null, List.of()).search(goal).projects());
    }
}
