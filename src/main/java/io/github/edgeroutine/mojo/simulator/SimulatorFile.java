// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import io.github.edgeroutine.report.PrettyJson;
import io.github.edgeroutine.report.WholeFile;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.SimulatedService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file with the address and the keys of a running simulator, for programs. */
final class SimulatorFile {

    private final Path path;
    private final String text;

    private SimulatorFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    static SimulatorFile write(Path path, URI endpoint, Collection<SimulatedService> services, List<AccessKey> keys)
            throws GoalFailedException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schemaVersion", 1);
        content.put("endpoint", endpoint.toString());
        content.put("services", versions(services));
        content.put("processId", ProcessHandle.current().pid());
        content.put("accessKeys", keys.stream().map(SimulatorFile::written).toList());
        SimulatorFile file = new SimulatorFile(path, PrettyJson.of(content) + "\n");
        try {
            WholeFile.writePrivately(path, file.text);
        } catch (IOException e) {
            throw new GoalFailedException("{simulatorFile} could not be written ("
                    + e.getClass().getSimpleName() + "): " + path + ". Give another file.");
        }
        return file;
    }

    private static Map<String, String> versions(Collection<SimulatedService> services) {
        Map<String, String> versions = new LinkedHashMap<>();
        services.forEach(each -> versions.put(each.product(), each.version()));
        return versions;
    }

    private static Map<String, String> written(AccessKey key) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("accessKeyId", key.id());
        written.put("accessKeySecret", key.secret());
        written.put("securityToken", key.securityToken());
        return written;
    }

    /** Removes the file, unless a simulator that was started later has replaced it. */
    void remove() throws IOException {
        if (Files.exists(path) && Files.readString(path).equals(text)) {
            Files.delete(path);
        }
    }
}
