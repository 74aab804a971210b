// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** CI servers that show a failure on the page of the build, each in its own format. */
public enum CiServer {
    GITHUB("GITHUB_ACTIONS") {
        @Override
        public Optional<String> command(String failure) {
            return Optional.of("::error title=Edge Routine::" + escaped(failure, "%", "%25", "\r", "%0D", "\n", "%0A"));
        }
    },
    AZURE("TF_BUILD") {
        @Override
        public Optional<String> command(String failure) {
            return Optional.of(
                    "##vso[task.logissue type=error]" + escaped(failure, "%", "%AZP25", "\r", "%0D", "\n", "%0A"));
        }
    },
    GITLAB("GITLAB_CI") {
        @Override
        public Optional<String> codeQualityReport(String failure, Supplier<String> place) {
            String pom = place.get();
            return Optional.of(PrettyJson.of(List.of(Map.of(
                    "description",
                    failure,
                    "check_name",
                    "edge-routine",
                    "fingerprint",
                    Integer.toHexString((pom + failure).hashCode()),
                    "severity",
                    "blocker",
                    "location",
                    Map.of("path", pom, "lines", Map.of("begin", 1))))));
        }
    };

    private final String variable;

    CiServer(String variable) {
        this.variable = variable;
    }

    /** @param system the JVM's properties, with the environment as {@code env.NAME} */
    public static Optional<CiServer> of(Properties system) {
        return Stream.of(values())
                .filter(server -> Boolean.parseBoolean(system.getProperty("env." + server.variable)))
                .findFirst();
    }

    /** A line for the standard output. The server makes an annotation of it. Empty if the server has no such lines. */
    public Optional<String> command(String failure) {
        return Optional.empty();
    }

    /**
     * The content of a file. The server makes an annotation of it. Empty if the server reads no such file.
     *
     * @param place gives the file that the annotation belongs to, relative to the root of the repository; called only if needed
     */
    public Optional<String> codeQualityReport(String failure, Supplier<String> place) {
        return Optional.empty();
    }

    private static String escaped(String text, String... pairs) {
        String escaped = text;
        for (int i = 0; i < pairs.length; i += 2) {
            escaped = escaped.replace(pairs[i], pairs[i + 1]);
        }
        return escaped;
    }
}
