// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.util.stream.Collectors.toMap;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/** An account of ESA. */
record EsaUnderTest(EsaAccount simulated) implements AccountUnderTest {

    @Override
    public void publish(String revision, List<String> environments) {
        simulated.publish("hello", revision, environments);
    }

    @Override
    public Map<String, String> live() {
        Map<String, String> live = new LinkedHashMap<>();
        simulated.live("hello").forEach((place, shares) -> live.put(place, words(shares)));
        return live;
    }

    private static String words(Map<String, Integer> shares) {
        return new Traffic(shares.entrySet().stream()
                        .collect(toMap(share -> new CodeRevision(share.getKey()), Entry::getValue)))
                .toString();
    }

    @Override
    public Stream<String> settings() {
        return Stream.of();
    }

    @Override
    public Optional<byte[]> staged() {
        return simulated.staged("hello");
    }

    @Override
    public List<String> revisions() {
        return simulated.versions("hello");
    }

    @Override
    public byte[] code(String revision) {
        return simulated.code("hello", revision);
    }
}
