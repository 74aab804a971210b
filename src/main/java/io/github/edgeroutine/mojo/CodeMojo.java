// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.code.CheckedCode;
import io.github.edgeroutine.mojo.code.CodeParameters;
import io.github.edgeroutine.mojo.code.NodeParameters;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.source.CodeFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal with code, and with the parameters of its checks.
 *
 * @param <R> as in {@link EdgeRoutineMojo}
 */
abstract class CodeMojo<R> extends EdgeRoutineMojo<R> {

    private static final Path DEFAULT_CODE = Path.of("src/main/edge-routine/index.js");

    /**
     * The file with the routine's code, one file of JavaScript in UTF-8, of at most 10 MiB, on ESA
     * 5 MiB. An <code>upload</code> of <code>assets</code> does without, if there is no file where it is by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * What to do if the text of the code shows that it cannot run, such as TypeScript, HTML or JSON: <code>fail</code>,
     * <code>warn</code>, or <code>off</code> to look at nothing. What only looks wrong is a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeCheck", defaultValue = "fail")
    private String codeCheck;

    /**
     * Whether to run the code on this machine before it is uploaded: <code>auto</code> where there is a Node.js 18 or newer,
     * <code>require</code> to fail where there is none, or <code>off</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.runCheck", defaultValue = "auto")
    private String runCheck;

    /**
     * The program Node.js, 18 or newer. By default the one on the <code>PATH</code>, else the one that
     * frontend-maven-plugin has installed in the project (<code>node/node</code>).
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.nodeExecutable")
    private File nodeExecutable;

    /**
     * The hosts that the code may ask while it is run on this machine, each with or without its port, such as
     * <code>127.0.0.1:8080</code>. By default none: a <code>fetch</code> of the code fails there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.localHosts")
    private List<String> localHosts;

    CodeMojo(MavenServices maven) {
        super(maven);
    }

    final Path codeFile() {
        return codeFile.toPath();
    }

    /** Reads the code and the parameters of its checks. Adds every error. */
    final Optional<CodeFile> readCode(ParameterErrors faults) {
        written().check(faults);
        Optional<CodeFile> code = faults.read(
                "codeFile", () -> CodeFile.read(codeFile(), goal().service().largestCode()));
        code.ifPresent(file -> goal().log().info("Code: " + file));
        return code;
    }

    /** The same, but the default file may be missing. */
    final Optional<CodeFile> readCodeIfAny(ParameterErrors faults) {
        if (codeFile().endsWith(DEFAULT_CODE) && !Files.exists(codeFile())) {
            written().check(faults);
            return Optional.empty();
        }
        return readCode(faults);
    }

    /** The code for a check, with its parameters. Call this only without errors. */
    final CheckedCode checkedCode(UploadRequest upload) {
        CodeFile code = new CodeFile(codeFile(), upload.code());
        return new CheckedCode(
                upload.routine(), written().gate(goal()), code, upload.assets().isEmpty());
    }

    /** Checks code that was read without errors. */
    final void checkCode(CodeFile code) throws GoalFailedException, IOException {
        written().gate(goal()).check(code);
    }

    private CodeParameters written() {
        return new CodeParameters(codeCheck, runCheck, new NodeParameters(nodeExecutable, localHosts));
    }
}
