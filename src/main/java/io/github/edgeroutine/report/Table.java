package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Published;
import java.util.List;
import java.util.stream.Stream;

/** An outcome as lines for the build log. */
public final class Table {

    private Table() {}

    /** A headline and one line an environment: its name, the revision and what happened. */
    public static List<String> of(Published published) {
        List<Environment> environments = published.publication().environments();
        int width = environments.stream()
                .mapToInt(environment -> environment.name().length())
                .max()
                .orElseThrow();
        String row = "  %-" + width + "s  " + published.publication().revision() + "  published";
        String headline = "Routine " + published.publication().routine() + ", request id " + published.requestId();
        return Stream.concat(
                        Stream.of(headline),
                        environments.stream().map(Environment::name).map(row::formatted))
                .toList();
    }
}
