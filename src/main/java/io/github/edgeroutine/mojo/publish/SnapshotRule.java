// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.routine.publish.Targets;
import java.util.Optional;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.project.MavenProject;

/** Allows a snapshot version only in staging, if this is configured. */
public record SnapshotRule(MavenProject project, String allowSnapshot) {

    /** @param targets empty if they are invalid */
    public void check(Optional<Targets> targets, ParameterErrors faults) {
        if (ParameterText.isOn(allowSnapshot)
                || targets.filter(Targets::reachUsers).isEmpty()) {
            return;
        }
        if (project.getFile() == null) {
            faults.add(
                    "allowSnapshot",
                    "is false, but there is no POM with a version to check: remove it, or run Maven in the"
                            + " directory of the POM");
        } else if (ArtifactUtils.isSnapshot(project.getVersion())) {
            faults.add(
                    "allowSnapshot",
                    "is false, so version " + project.getVersion() + " can be published only to staging");
        }
    }
}
