// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParseException;
import io.github.edgeroutine.report.LiveJson;
import io.github.edgeroutine.report.PrettyJson;
import io.github.edgeroutine.report.WholeFile;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.rollback.Change;
import io.github.edgeroutine.routine.rollback.Run;
import io.github.edgeroutine.routine.rollback.RunKind;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The memory of one routine as JSON. */
record MemoryFile(int schemaVersion, String routine, List<RunEntry> runs) {

    private static final int SCHEMA_VERSION = 2;

    /** A run. */
    record RunEntry(
            String kind,
            List<String> invocations,
            List<String> modules,
            boolean complete,
            Map<String, ChangeEntry> environments) {}

    /** What a run did to an environment. */
    record ChangeEntry(LiveJson before, LiveJson replaced, LiveJson after, boolean done) {}

    /** @return without runs if there is no such file */
    static RunMemory read(Path file, RoutineName routine) throws IOException {
        if (!Files.exists(file)) {
            return RunMemory.none(routine);
        }
        RunMemory memory = read(file);
        if (!memory.routine().equals(routine)) {
            throw new DamagedMemoryException(file);
        }
        return memory;
    }

    static RunMemory read(Path file) throws IOException {
        try {
            MemoryFile written = PrettyJson.GSON.fromJson(Files.readString(file, UTF_8), MemoryFile.class);
            if (written != null && written.schemaVersion() == SCHEMA_VERSION) {
                return new RunMemory(
                        new RoutineName(written.routine()),
                        written.runs().stream().map(MemoryFile::run).toList());
            }
        } catch (JsonParseException | IllegalArgumentException | NullPointerException | CharacterCodingException e) {
            // Reported below, like a JSON file that is not a memory.
        }
        throw new DamagedMemoryException(file);
    }

    static void write(Path file, RunMemory memory) throws IOException {
        MemoryFile written = new MemoryFile(
                SCHEMA_VERSION,
                memory.routine().text(),
                memory.runs().stream().map(MemoryFile::entry).toList());
        WholeFile.write(file, PrettyJson.of(written) + "\n");
    }

    private static Run run(RunEntry entry) {
        if (entry.invocations().isEmpty()) {
            throw new IllegalArgumentException();
        }
        Map<Environment, Change> changes = new LinkedHashMap<>();
        entry.environments()
                .forEach((name, place) -> changes.put(
                        new Environment(name),
                        new Change(
                                place.before().live(),
                                place.replaced().live(),
                                place.after().live(),
                                place.done())));
        return new Run(
                RunKind.valueOf(entry.kind()),
                new LinkedHashSet<>(entry.invocations()),
                new LinkedHashSet<>(entry.modules()),
                entry.complete(),
                changes);
    }

    private static RunEntry entry(Run run) {
        Map<String, ChangeEntry> places = new LinkedHashMap<>();
        run.changes()
                .forEach((environment, change) -> places.put(
                        environment.name(),
                        new ChangeEntry(
                                LiveJson.of(change.before()),
                                LiveJson.of(change.replaced()),
                                LiveJson.of(change.after()),
                                change.done())));
        return new RunEntry(
                run.kind().name(), List.copyOf(run.invocations()), List.copyOf(run.modules()), run.complete(), places);
    }
}
