// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.ReactorPublish.ModulePublish;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each account of its own holds a routine hello, whose production runs 16. */
class ReactorPublishTest {

    private final PublishFixture one = new PublishFixture("production=16", "staging=16");
    private final PublishFixture two = new PublishFixture("production=16", "staging=16");
    private final List<String> order = new ArrayList<>();
    private final List<String> waits = Collections.synchronizedList(new ArrayList<>());
    private final PublishProgress together = new PublishProgress() {
        @Override
        public void planned(List<Plan> plans) {
            order.add("plans of " + plans.stream().map(Plan::revision).toList() + " after " + one.account.received()
                    + two.account.received());
        }

        @Override
        public void waits(String sentence) {
            waits.add(sentence);
        }

        @Override
        public void warn(String sentence) {
            order.add(sentence);
        }
    };

    @Test
    void allIsPlannedBeforeTheFirstWrite() {
        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", two, RequestFor.revision("18", "staging")));

        assertEquals(List.of("plans of [17, 18] after [describe][describe]"), order);
        assertEquals(
                List.of("production: 16, then 17, published", "staging: 16, then 18, published"),
                outcomes.stream()
                        .flatMap(outcome -> PublishFixture.places(outcome).stream())
                        .toList());
    }

    @Test
    void oneThatCannotBePlannedKeepsAllFromBeingPublished() {
        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", two, RequestFor.revision("99", "production")));

        assertEquals(
                Optional.of("Nothing was published in any module, because the publish of b was refused."),
                outcomes.get(0).failure());
        assertTrue(outcomes.get(1).failure().orElseThrow().startsWith("Routine hello has no revision 99"));
        assertEquals(List.of("describe"), one.account.received());
        assertEquals(List.of(), order);
    }

    @Test
    void twoRevisionsInOneEnvironmentAreRefused() {
        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "staging", "production")),
                part("b", one, RequestFor.revision("18", "production")));

        assertEquals(
                List.of("Two modules want different revisions in production of routine hello: a wants 17, b wants 18."
                        + " Nothing was published in any module. See their {codeRevision}"
                        + " and {environments}."),
                outcomes.stream()
                        .flatMap(outcome -> outcome.failure().stream())
                        .distinct()
                        .toList());
        assertEquals(List.of("describe", "describe"), one.account.received());
    }

    @Test
    void aRevisionThatRunsAlreadyCountsAsWanted() {
        assertTrue(publish(
                        part("a", one, RequestFor.revision("16", "production")),
                        part("b", one, RequestFor.revision("18", "production")))
                .get(0)
                .failure()
                .orElseThrow()
                .startsWith("Two modules want different revisions in production"));
    }

    @Test
    void theSameNameInTwoAccountsIsNotAContradiction() {
        publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", two, RequestFor.revision("18", "production")));

        assertEquals(4, one.account.received().size() + two.account.received().size() - 2);
    }

    @Test
    void twoModulesThatWantTheSameWriteItOnce() {
        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", one, RequestFor.revision("17", "production")));

        assertEquals(
                1,
                one.account.received().stream()
                        .filter(call -> call.startsWith("revision"))
                        .count());
        assertTrue(outcomes.get(1).isUpToDate());
    }

    @Test
    void oneThatFailsDoesNotKeepOtherRoutinesFromBeingPublished() {
        one.account.writes(failsAfter(failure(Reason.DENIED, Effect.NONE)));

        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", two, RequestFor.revision("17", "production")));

        assertTrue(outcomes.get(0).failure().isPresent());
        assertEquals(Optional.empty(), outcomes.get(1).failure());
    }

    @Test
    void oneThatBreaksOffDoesNotHideWhatBecameOfTheOthers() {
        two.memory = new RollbackMemory() {
            @Override
            public void beforeWrite(Plan plan, Plan.Stage stage) {
                throw new IllegalStateException("a secret");
            }

            @Override
            public void afterWrite(Outcome outcome) {
                throw new AssertionError("nothing was written");
            }
        };

        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", two, RequestFor.revision("17", "production")));

        assertEquals(Optional.empty(), outcomes.get(0).failure());
        assertEquals(
                Optional.of(
                        "The publish of revision 17 of routine hello in production failed with IllegalStateException"
                                + " before it was sent. This is a fault of this plugin: report it to its authors."),
                outcomes.get(1).failure());
        assertEquals(List.of("describe"), two.account.received());
    }

    @Test
    void probesAreAskedOfWhatIsUpToDateToo() {
        one.prober = (probe, left) -> Optional.of("the status is 502 instead of 200");
        Probe home = new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);

        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("16", "production").probes(home)),
                part("b", two, RequestFor.revision("17", "production")));

        assertEquals(
                Optional.of("Up to date: revision 16 of routine hello in production, but it does not work. The probe"
                        + " https://example.com/ failed for 0 s: the status is 502 instead of 200. This build"
                        + " published nothing, so nothing is restored. Check {probes}, and what the edge answers."),
                outcomes.get(0).failure());
        assertEquals(Optional.empty(), outcomes.get(1).failure());
    }

    @Test
    void aWarningNamesItsRoutine() {
        PublishFixture canary = new PublishFixture("production=16", "presetCanaryZhejiang=15");

        publish(part("a", canary, RequestFor.revision("17", "production")));

        assertTrue(order.get(1).startsWith("Canary regions of routine hello keep different code"), order.toString());
    }

    @Test
    void asManyRoutinesArePublishedAtOnceAsAllowedAndNoMore() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        ModulePublish[] parts = IntStream.range(0, 9)
                .mapToObj(i -> new PublishFixture("production=16"))
                .peek(bench -> bench.account.writes((account, publication) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    three.countDown();
                    await(three);
                    now.decrementAndGet();
                    return FakeRoutines.reaches("production").carryOut(account, publication);
                }))
                .map(bench -> part("m", bench, RequestFor.revision("17", "production")))
                .toArray(ModulePublish[]::new);

        List<Outcome> outcomes = publish(parts);

        assertEquals(3, most.get());
        assertEquals("Publishing 9 routines, up to 3 at a time.", waits.get(0));
        assertTrue(waits.contains("9 of 9 routines are done."), waits::toString);
        assertTrue(outcomes.stream().allMatch(outcome -> outcome.failure().isEmpty()));
    }

    @Test
    void aBuildThatIsStoppedDoesNotWaitForThePublishes() {
        List<Boolean> daemons = Collections.synchronizedList(new ArrayList<>());
        one.account.writes((account, publication) -> {
            daemons.add(Thread.currentThread().isDaemon());
            return FakeRoutines.reaches("production").carryOut(account, publication);
        });

        publish(part("a", one, RequestFor.revision("17", "production")));

        assertEquals(List.of(true), daemons);
    }

    @Test
    void aStateThatCannotBeReadRefusesAll() {
        one.account.looks(fails(failure(Reason.UNANSWERED, Effect.UNKNOWN)));

        List<Outcome> outcomes = publish(
                part("a", one, RequestFor.revision("17", "production")),
                part("b", two, RequestFor.revision("17", "production")));

        assertTrue(Stream.of(0, 1)
                .allMatch(module -> outcomes.get(module).failure().isPresent()));
        assertEquals(List.of("describe"), two.account.received());
    }

    private List<Outcome> publish(ModulePublish... parts) {
        return new ReactorPublish(together, 3).publish(List.of(parts));
    }

    private static ModulePublish part(String module, PublishFixture bench, RequestFor request) {
        return new ModulePublish(module, bench.toString(), request.request(), bench.publisher(bench.time));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
