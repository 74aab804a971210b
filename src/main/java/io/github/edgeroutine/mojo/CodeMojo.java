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
     * The file with the code of the routine: one file of JavaScript in UTF-8. It has at most 10 MiB on DCDN, and 5 MiB on
     * ESA. If the default file does not exist, an <code>upload</code> with <code>assets</code> needs no code.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * What to do if the text of the code shows that it cannot run, for example because it is TypeScript, HTML or JSON. With
     * <code>off</code> the text is not checked. Code that only looks wrong gives a warning. Values: <code>fail</code>,
     * <code>warn</code>, <code>off</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeCheck", defaultValue = "fail")
    private String codeCheck;

    /**
     * Whether to run the code on this machine before the upload. With <code>auto</code> it runs if Node.js 18 or newer is
     * found. With <code>require</code> the goal fails if Node.js is not found. With <code>off</code> it does not run.
     * Values: <code>auto</code>, <code>require</code>, <code>off</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.runCheck", defaultValue = "auto")
    private String runCheck;

    /**
     * The program file of Node.js, version 18 or newer. Default: the one on the <code>PATH</code>, otherwise the one that
     * frontend-maven-plugin installed in the project (<code>node/node</code>).
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.nodeExecutable")
    private File nodeExecutable;

    /**
     * The hosts that the code may call while it runs on this machine, each with or without a port, such as
     * <code>127.0.0.1:8080</code>. Default: none, so a <code>fetch</code> of the code fails there.
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
