// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import java.io.IOException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes an option as a user of Maven does. Messages of the packages below name an option in braces, such as
 * <code>{codeRevision}</code>, or with a value, such as <code>{codeRevision=previous}</code>.
 *
 * @param console the name of the console of the service, for <code>{console}</code>
 */
public record OptionNames(String console) {

    private static final Pattern OPTION = Pattern.compile("\\{(\\w+)(?:=([^{}]*))?}");

    private static final Set<String> IN_POM_ALONE = Set.of("environmentSettings", "probes", "rollout");

    private static final Set<String> OPTIONS = Set.of(
            "checkService",
            "codeCheck",
            "codeFile",
            "codeRevision",
            "concurrency",
            "connectTimeout",
            "createRoutine",
            "endpoint",
            "service",
            "region",
            "environments",
            "force",
            "leftBehind",
            "localHosts",
            "name",
            "nodeExecutable",
            "outputFile",
            "percent",
            "port",
            "pruneOnLimit",
            "readTimeout",
            "reportFile",
            "runCheck",
            "simulatorFile",
            "strictVariables",
            "timeout",
            "toFile",
            "variablesOf",
            "verifyTimeout",
            "watch");

    /** The message with <code>&lt;codeRevision&gt; (-Dedge-routine.codeRevision)</code> in place of the braces. */
    public String written(String message) {
        return OPTION.matcher(message).replaceAll(found -> Matcher.quoteReplacement(written(found)));
    }

    /** A sentence for a failure of a file. */
    public String written(IOException failure) {
        return "A file could not be read or written: " + written(failure.getMessage());
    }

    private String written(MatchResult found) {
        String option = found.group(1);
        if (option.equals("console")) {
            return console;
        }
        if (IN_POM_ALONE.contains(option)) {
            return "<" + option + ">";
        }
        if (!OPTIONS.contains(option)) {
            return found.group();
        }
        String property = "-Dedge-routine." + option;
        return found.group(2) == null ? "<" + option + "> (" + property + ")" : property + "=" + found.group(2);
    }
}
