// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Publishes several modules together. All are planned before the first write. If one has no plan, or two contradict
 * each other, nothing is published. Different routines are published at the same time.
 */
public final class ReactorPublish {

    /**
     * The publish of one module.
     *
     * @param module the name of the module for messages
     * @param account equal for modules that use the same account
     */
    public record ModulePublish(String module, String account, PublishRequest request, Publisher publisher) {

        private RoutineKey routine() {
            return new RoutineKey(account, request.routine());
        }
    }

    private record RoutineKey(String account, RoutineName name) {}

    private record EnvironmentKey(RoutineKey routine, Environment environment) {}

    private record WantedStep(PlannedPart part, Step step) {}

    private record PlannedPart(ModulePublish part, Planned planned) {

        /** @param again whether something was written after planning */
        Outcome carryOut(boolean again) {
            try {
                return part.publisher().carryOut(again ? part.publisher().plan(part.request()) : planned);
            } catch (RuntimeException | Error e) {
                // The outcomes of the other modules must still be reported.
                return Outcome.refused(
                        part.request(),
                        "The publish of " + part.request() + " failed with "
                                + e.getClass().getSimpleName()
                                + " before it was sent. This is a fault of this plugin: report it to its authors.");
            }
        }
    }

    private final PublishProgress progress;
    private final int atOnce;

    /** @param atOnce the largest number of routines at the same time */
    public ReactorPublish(PublishProgress progress, int atOnce) {
        this.progress = progress;
        this.atOnce = atOnce;
    }

    /** @return one outcome for each part, in the order of the parts */
    public List<Outcome> publish(List<ModulePublish> parts) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce, ReactorPublish::daemon);
        try {
            List<PlanResult> results =
                    together(threads, parts, part -> part.publisher().plan(part.request()));
            return objection(parts, results)
                    .map(objection -> refused(results, objection))
                    .orElseGet(() -> carryOut(threads, planned(parts, results)));
        } finally {
            threads.shutdownNow();
        }
    }

    /** For results that all have a plan. */
    private static List<PlannedPart> planned(List<ModulePublish> parts, List<PlanResult> results) {
        return IntStream.range(0, parts.size())
                .mapToObj(index -> new PlannedPart(parts.get(index), (Planned) results.get(index)))
                .toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edge-routine-publish");
        thread.setDaemon(true);
        return thread;
    }

    /** Why nothing may be published; empty if all plans may be carried out. */
    private static Optional<String> objection(List<ModulePublish> parts, List<PlanResult> results) {
        String refused = IntStream.range(0, parts.size())
                .filter(index -> results.get(index) instanceof Refused)
                .mapToObj(index -> parts.get(index).module())
                .collect(joining(", "));
        return refused.isEmpty()
                ? contradiction(planned(parts, results))
                : Optional.of("Nothing was published in any module, because the publish of" + " " + refused
                        + " was refused.");
    }

    private static Optional<String> contradiction(List<PlannedPart> all) {
        Map<EnvironmentKey, WantedStep> wanted = new LinkedHashMap<>();
        for (PlannedPart each : all) {
            Plan plan = each.planned().plan();
            for (Step step : plan.steps()) {
                EnvironmentKey key = new EnvironmentKey(each.part().routine(), step.environment());
                WantedStep first = step.action() == Action.LEFT_BEHIND
                        ? null
                        : wanted.putIfAbsent(key, new WantedStep(each, step));
                if (first != null && !first.step().wanted().equals(step.wanted())) {
                    return Optional.of("Two modules want different revisions in " + step.environment() + " of routine "
                            + plan.routine() + ": " + first.part().part().module() + " wants "
                            + first.step().wanted() + ", " + each.part().module() + " wants " + step.wanted()
                            + ". Nothing was published in any module. See their {codeRevision}"
                            + " and {environments}.");
                }
            }
        }
        return Optional.empty();
    }

    private static List<Outcome> refused(List<PlanResult> results, String objection) {
        return results.stream()
                .map(result -> result instanceof Refused refused
                        ? refused.outcome()
                        : Outcome.refused(result.request(), objection))
                .toList();
    }

    private List<Outcome> carryOut(ExecutorService threads, List<PlannedPart> all) {
        progress.planned(all.stream().map(each -> each.planned().plan()).toList());
        all.forEach(each -> each.planned().tell(progress));
        Map<RoutineKey, List<PlannedPart>> routines =
                all.stream().collect(groupingBy(each -> each.part().routine(), LinkedHashMap::new, toList()));
        progress.waits("Publishing " + routines.size() + " routines, up to " + atOnce + " at a time.");
        AtomicInteger through = new AtomicInteger();
        Map<PlannedPart, Outcome> outcomes = new LinkedHashMap<>();
        together(threads, List.copyOf(routines.values()), ofOneRoutine -> {
                    Map<PlannedPart, Outcome> done = oneAfterTheOther(ofOneRoutine);
                    tell(through.incrementAndGet(), routines.size());
                    return done;
                })
                .forEach(outcomes::putAll);
        return all.stream().map(outcomes::get).toList();
    }

    /** Up to ten messages: for each routine, or after each tenth of all. */
    private void tell(int through, int all) {
        if (through % Math.max(1, all / 10) == 0) {
            progress.waits(through + " of " + all + " routines are done.");
        }
    }

    private static Map<PlannedPart, Outcome> oneAfterTheOther(List<PlannedPart> ofOneRoutine) {
        Map<PlannedPart, Outcome> outcomes = new LinkedHashMap<>();
        ofOneRoutine.forEach(each -> outcomes.put(each, each.carryOut(!outcomes.isEmpty())));
        return outcomes;
    }

    private static <T, R> List<R> together(ExecutorService threads, List<T> all, Function<T, R> work) {
        List<CompletableFuture<R>> futures = all.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> work.apply(each), threads))
                .toList();
        return futures.stream().map(CompletableFuture::join).toList();
    }
}
