// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.RoutineName;
import java.nio.file.Path;

/** The name of a report if one goal makes several reports. */
public final class RoutineReport {

    private RoutineReport() {}

    /** For example {@code publish-hello.json} in the directory of {@code publish.json}. */
    public static Path beside(Path report, RoutineName routine) {
        String name = report.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return report.resolveSibling(stem + "-" + routine + (dot < 0 ? "" : name.substring(dot)));
    }
}
