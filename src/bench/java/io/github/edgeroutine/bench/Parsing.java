// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineName;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a {@code DescribeRoutine} with very many environments, from its text to the state of the routine. */
final class Parsing implements Runnable {

    private final UntrustedText untrusted = new UntrustedText(List.of("a secret of this length"));
    private final Answer answer;
    private final int environments;

    Parsing(int environments) {
        this.environments = environments;
        String places = IntStream.range(0, environments)
                .mapToObj(number -> "\"presetCanary" + number + "\":{\"CodeRev\":\"1610000000000000001\","
                        + "\"SpecName\":\"50ms\",\"AllowedHosts\":[\"www.example.com\"]}")
                .collect(joining(","));
        this.answer = new Answer(
                200,
                "{\"RequestId\":\"0\",\"Content\":{\"EnvConf\":{" + places
                        + "},\"CodeRevs\":[{\"CodeRevision\":\"1610000000000000001\"}]}}");
    }

    @Override
    public void run() {
        try {
            int places = new AnswerReader(DcdnRoutines.API, untrusted)
                    .read(DcdnRoutines.describing(new RoutineName("hello")), answer)
                    .live()
                    .size();
            if (places != environments) {
                throw new IllegalStateException("read " + places + " environments");
            }
        } catch (CallFailedException e) {
            throw new IllegalStateException(e);
        }
    }
}
