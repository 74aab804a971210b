// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.check;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import io.github.edgeroutine.mojo.reactor.ExecutionPreview;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.check.Intention;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.upkeep.ConfigureRequest;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the executions of a module will ask each service for. */
final class IntentionsOf {

    private IntentionsOf() {}

    /** By service and key, then by routine. A rollback without a routine is not contained. */
    static Map<ConnectionParameters, Map<RoutineName, List<Intention>>> all(List<ExecutionPreview> previews) {
        Map<ConnectionParameters, Map<RoutineName, List<Intention>>> all = new LinkedHashMap<>();
        for (ExecutionPreview preview : previews) {
            Optional<Intention> intention = preview.willRun() ? one(preview) : Optional.empty();
            Optional<ConnectionParameters> connection = preview.found(ConnectionParameters.class);
            if (intention.isPresent() && connection.isPresent()) {
                all.computeIfAbsent(connection.get(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(intention.get().routine(), key -> new ArrayList<>())
                        .add(intention.get());
            }
        }
        return all;
    }

    private static Optional<Intention> one(ExecutionPreview preview) {
        String goal = preview.toString();
        return preview.found(PublishRequest.class)
                .map(publish -> Intention.of(goal, publish))
                .or(() -> preview.found(UploadRequest.class).map(upload -> Intention.of(goal, upload)))
                .or(() -> preview.found(ConfigureRequest.class).map(configured -> Intention.of(goal, configured)))
                .or(() -> Optional.of(preview.routine())
                        .filter(name -> !name.isEmpty())
                        .flatMap(name -> Intention.of(goal, preview.getGoal(), new RoutineName(name))));
    }
}
