// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
    public boolean isThere() {
        OperationRequest look =
                new OperationRequest(Map.of("Name", "hello"), URI.create("http://127.0.0.1"), Instant.now(), 0);
        try {
            simulated.service().operations().get("GetRoutine").perform(look);
            return true;
        } catch (ServiceRefusal e) {
            return false;
        }
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

    /** The names of the entries of an archive. */
    @Override
    public byte[] code(String revision) {
        byte[] file = simulated.code("hello", revision);
        List<String> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries.isEmpty() ? file : String.join(" ", entries).getBytes(UTF_8);
    }
}
