// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.ServiceTraits;
import java.io.File;
import java.util.HashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;

/** What a goal gets from Maven, for a certain service. */
public final class GoalOf {

    private GoalOf() {}

    public static GoalContext service(ServiceTraits service) {
        MavenSession session = mock(MavenSession.class);
        when(session.getPluginContext(any(), any())).thenReturn(new HashMap<>());
        MojoExecution execution = new MojoExecution(mock(MojoDescriptor.class));
        return new GoalContext(session, module("a"), execution, new SystemStreamLog(), service);
    }

    /** The same in another module of the build. */
    public static GoalContext elsewhere(GoalContext goal) {
        return new GoalContext(goal.session(), module("b"), goal.execution(), goal.log(), goal.service());
    }

    private static MavenProject module(String artifact) {
        MavenProject module = new MavenProject();
        module.setGroupId("g");
        module.setArtifactId(artifact);
        module.setFile(new File(artifact, "pom.xml"));
        return module;
    }
}
