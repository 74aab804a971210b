// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.source.CommitSubject;
import io.github.edgeroutine.source.WorkTree;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal that changes what is live, and reports it.
 *
 * @param <R> as in {@link EdgeRoutineMojo}
 */
abstract class ReportingMojo<R> extends EdgeRoutineMojo<R> {

    /**
     * The JSON file with the result for programs. It is also written after a failure and after a dry run. A page for people
     * is written next to it, with the ending <code>.html</code>. Default: <code>target/edge-routine/publish.json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.reportFile")
    private File reportFile;

    /**
     * What the change is for, in one line, for the readers of the report. If it is longer than 300 characters, it is cut.
     * Default: <code>publish</code> takes the first line of the message of the Git commit, if there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.message")
    private String message;

    ReportingMojo(MavenServices maven) {
        super(maven);
    }

    final void checkReportFile(ParameterErrors faults) {
        faults.read("reportFile", this::reportFile);
    }

    final Path reportFile() {
        return goal().reportFile(reportFile);
    }

    final Optional<String> message() {
        return Optional.ofNullable(message).map(String::strip).filter(text -> !text.isEmpty());
    }

    final Optional<String> messageOrCommit() {
        return message().or(this::commit);
    }

    /** All modules of a working tree have the same commit. It takes about 9 ms to run Git. */
    private Optional<String> commit() {
        Path tree = WorkTree.of(goal().base()).orElse(goal().base());
        Object subject = goal().shared()
                .computeIfAbsent(
                        "edge-routine.commit:" + tree,
                        key -> CommitSubject.of(tree).orElse(""));
        return Optional.of((String) subject).filter(text -> !text.isEmpty());
    }
}
