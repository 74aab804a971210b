// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The answer of {@code GetRoutine}: what each environment runs. The versions are in a separate list. */
final class RoutineDeployments {

    /** The limit for the answer. The service has two environments. */
    private static final int MOST = 50;

    private final UntrustedText untrusted;
    private final Map<Environment, Live> live = new LinkedHashMap<>();
    private final Map<Environment, String> ids = new HashMap<>();
    private final Set<String> unnamed = new LinkedHashSet<>();
    private final List<Revision> running = new ArrayList<>();
    private boolean isWhole = true;

    private RoutineDeployments(UntrustedText untrusted, List<JsonElement> entries) {
        this.untrusted = untrusted;
        entries.forEach(this::add);
    }

    /**
     * A routine without a deployment may have no {@code Envs}; other clients expect this.
     *
     * @throws CallFailedException of kind unreadable, if it is not a routine, or much too large
     */
    static RoutineDeployments of(RpcAnswer answer) throws CallFailedException {
        JsonObject body = answer.body();
        if (Stream.of("Envs", "CreateTime", "DefaultRelatedRecord").noneMatch(body::has)) {
            throw answer.unreadable();
        }
        List<JsonElement> entries = answer.list(body.get("Envs"));
        if (entries.size() > MOST) {
            throw answer.unreadable("has more than " + MOST + " environments");
        }
        return new RoutineDeployments(answer.untrusted(), entries);
    }

    /**
     * The state with the listed versions. A version that runs is added if it was not listed.
     *
     * @param limit how many versions the account's plan keeps; empty if it is not known
     */
    RoutineState state(List<VersionPage> pages, OptionalInt limit) {
        List<Revision> revisions = new ArrayList<>();
        Stream.concat(pages.stream().flatMap(page -> page.revisions().stream()), running.stream())
                .filter(each ->
                        revisions.stream().noneMatch(listed -> listed.number().equals(each.number())))
                .forEachOrdered(revisions::add);
        return new RoutineState(
                environments(),
                revisions,
                Map.of(),
                unnamed,
                pages.stream().anyMatch(VersionPage::listsStagedCode),
                limit,
                ids);
    }

    /**
     * Nothing runs in an environment that is missing. If some entries could not be read, a missing environment is
     * unknown.
     */
    private Map<Environment, Live> environments() {
        Map<Environment, Live> sorted = new LinkedHashMap<>();
        EsaTraits.ENVIRONMENTS.forEach(
                each -> sorted.put(each, live.getOrDefault(each, isWhole ? Live.NOTHING : Live.UNKNOWN)));
        live.forEach(sorted::putIfAbsent);
        return sorted;
    }

    private void add(JsonElement element) {
        Optional<String> name = element.isJsonObject()
                ? JsonText.text(element.getAsJsonObject(), "Env").filter(text -> !text.isBlank())
                : Optional.empty();
        if (name.isEmpty()) {
            isWhole = false;
            return;
        }
        JsonObject entry = element.getAsJsonObject();
        DeploymentReader reader = new DeploymentReader(untrusted);
        Live seen = reader.live(entry);
        if (Environment.canBeNamed(name.get()) && untrusted.quote(name.get()).equals(name.get())) {
            Environment environment = new Environment(name.get());
            live.merge(environment, seen, (one, other) -> one.equals(other) ? one : Live.UNKNOWN);
            if (entry.get("CodeDeploy") instanceof JsonObject deployment) {
                reader.id(deployment)
                        .ifPresent(id -> ids.merge(environment, id, (one, other) -> one.equals(other) ? one : null));
            }
        } else {
            unnamed.add(untrusted.quote(name.get()));
        }
        DeploymentReader.versions(entry).stream()
                .flatMap(item -> new VersionReader(untrusted).revision(item).stream())
                .forEach(running::add);
    }
}
