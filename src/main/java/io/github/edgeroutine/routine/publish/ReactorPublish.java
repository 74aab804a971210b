// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
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

/**
 * Publishes of several modules together: all are planned before the first is carried out, and none is carried out if one
 * cannot be planned or two contradict each other. Distinct routines are published at the same time.
 */
public final class ReactorPublish {

    /**
     * The publish of one module.
     *
     * @param module as the user knows it
     * @param account equal for those whose routines are the same if their names are
     */
    public record Part(String module, String account, PublishRequest request, Publisher publisher) {

        private Routine routine() {
            return new Routine(account, request.routine());
        }
    }

    private record Routine(String account, RoutineName name) {}

    private record Place(Routine routine, Environment environment) {}

    private record Drafted(Part part, Draft draft) {

        /** @param anew if something was written since the draft */
        Outcome carryOut(boolean anew) {
            try {
                return part.publisher().carryOut(anew ? part.publisher().draft(part.request()) : draft);
            } catch (RuntimeException | Error e) {
                // Those of the other modules are outcomes that have to be told.
                return Outcome.refused(
                        part.request(),
                        "The publish of " + part.request() + " broke off with "
                                + e.getClass().getSimpleName()
                                + " before it was sent. This is a fault of this plugin: report it to its authors.");
            }
        }
    }

    private final PublishProgress progress;
    private final int atOnce;

    /** @param atOnce how many routines at the same time, at most */
    public ReactorPublish(PublishProgress progress, int atOnce) {
        this.progress = progress;
        this.atOnce = atOnce;
    }

    /** @return one outcome a part, in the order of the parts */
    public List<Outcome> publish(List<Part> parts) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce, ReactorPublish::daemon);
        try {
            List<Drafted> drafts = together(
                    threads, parts, part -> new Drafted(part, part.publisher().draft(part.request())));
            return objection(drafts)
                    .map(objection -> refused(drafts, objection))
                    .orElseGet(() -> carryOut(threads, drafts));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edge-routine-publish");
        thread.setDaemon(true);
        return thread;
    }

    /** Why none may be carried out; empty if all may. */
    private static Optional<String> objection(List<Drafted> drafts) {
        String refused = drafts.stream()
                .filter(drafted -> drafted.draft().refusal().isPresent())
                .map(drafted -> drafted.part().module())
                .collect(joining(", "));
        if (!refused.isEmpty()) {
            return Optional.of("Nothing was published in any module, as the publish of " + refused + " was refused.");
        }
        Map<Place, Drafted> wanted = new LinkedHashMap<>();
        for (Drafted drafted : drafts) {
            Plan plan = drafted.draft().plan().orElseThrow();
            for (Step step : plan.steps()) {
                Place place = new Place(drafted.part().routine(), step.environment());
                Drafted first = step.action() == Action.LEFT_BEHIND ? null : wanted.putIfAbsent(place, drafted);
                if (first != null && !wanted(first).equals(plan.wanted())) {
                    return Optional.of("Two modules want different revisions in " + step.environment() + " of routine "
                            + plan.routine() + ": " + first.part().module() + " wants " + wanted(first) + ", "
                            + drafted.part().module() + " wants " + plan.wanted()
                            + ". Nothing was published in any module. See their <codeRevision>"
                            + " (-Dedge-routine.codeRevision) and <environments> (-Dedge-routine.environments).");
                }
            }
        }
        return Optional.empty();
    }

    private static Live wanted(Drafted drafted) {
        return drafted.draft().plan().orElseThrow().wanted();
    }

    private static List<Outcome> refused(List<Drafted> drafts, String objection) {
        return drafts.stream()
                .map(drafted -> drafted.draft()
                        .refusal()
                        .orElseGet(() -> Outcome.refused(drafted.part().request(), objection)))
                .toList();
    }

    private List<Outcome> carryOut(ExecutorService threads, List<Drafted> drafts) {
        progress.planned(drafts.stream()
                .flatMap(drafted -> drafted.draft().plan().stream())
                .toList());
        drafts.forEach(drafted -> drafted.draft().warning().ifPresent(progress::warn));
        Map<Routine, List<Drafted>> routines =
                drafts.stream().collect(groupingBy(drafted -> drafted.part().routine(), LinkedHashMap::new, toList()));
        progress.waits("Publishes " + routines.size() + " routines, up to " + atOnce + " at a time.");
        AtomicInteger through = new AtomicInteger();
        Map<Drafted, Outcome> outcomes = new LinkedHashMap<>();
        together(threads, List.copyOf(routines.values()), ofOneRoutine -> {
                    Map<Drafted, Outcome> done = oneAfterTheOther(ofOneRoutine);
                    tell(through.incrementAndGet(), routines.size());
                    return done;
                })
                .forEach(outcomes::putAll);
        return drafts.stream().map(outcomes::get).toList();
    }

    /** Of ten routines each, of more every tenth of them. */
    private void tell(int through, int all) {
        if (through % Math.max(1, all / 10) == 0) {
            progress.waits(through + " of " + all + " routines are through.");
        }
    }

    private static Map<Drafted, Outcome> oneAfterTheOther(List<Drafted> ofOneRoutine) {
        Map<Drafted, Outcome> outcomes = new LinkedHashMap<>();
        ofOneRoutine.forEach(drafted -> outcomes.put(drafted, drafted.carryOut(!outcomes.isEmpty())));
        return outcomes;
    }

    private static <T, R> List<R> together(ExecutorService threads, List<T> all, Function<T, R> work) {
        List<CompletableFuture<R>> futures = all.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> work.apply(each), threads))
                .toList();
        return futures.stream().map(CompletableFuture::join).toList();
    }
}
