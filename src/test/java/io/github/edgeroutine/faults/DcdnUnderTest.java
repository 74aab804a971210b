// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An account of DCDN. */
record DcdnUnderTest(DcdnAccount simulated) implements AccountUnderTest {

    @Override
    public void publish(String revision, List<String> environments) {
        simulated.publish("hello", revision, environments);
    }

    @Override
    public Map<String, String> live() {
        return simulated.live("hello");
    }

    @Override
    public boolean isThere() {
        return simulated.spec("hello", "production").isPresent();
    }

    @Override
    public Stream<String> settings() {
        return Stream.of("staging", "production", "presetCanaryZhejiang")
                .filter(place -> simulated.spec("hello", place).isPresent())
                .map(place -> place + " has " + simulated.spec("hello", place).orElseThrow() + " "
                        + simulated.hosts("hello", place));
    }

    @Override
    public Optional<byte[]> staged() {
        return simulated.staged("hello");
    }

    @Override
    public List<String> revisions() {
        return simulated.revisions("hello");
    }

    @Override
    public byte[] code(String revision) {
        return simulated.code("hello", revision);
    }
}
