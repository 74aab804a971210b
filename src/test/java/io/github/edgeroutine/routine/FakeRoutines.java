// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Revision.Binding;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/** An account that holds the routine hello, in memory. Calls meet what was scripted, in order; then all goes well. */
public final class FakeRoutines implements EdgeRoutines {

    /** What a describe answers, given what is true. */
    public interface Look {
        RoutineState see(RoutineState truth) throws CallFailedException;
    }

    /** The result of a publish. */
    public interface Write {
        PublishAnswer carryOut(FakeRoutines account, PublishCall publication) throws CallFailedException;
    }

    private final Queue<Look> looks = new ArrayDeque<>();
    private final Queue<Write> writes = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final Map<String, CallFailedException> refusals = new HashMap<>();
    private final Map<String, CallFailedException> losses = new HashMap<>();
    private final Map<String, byte[]> codes = new HashMap<>();
    private final Map<String, Queue<Runnable>> events = new HashMap<>();
    private final Queue<String> commits = new ArrayDeque<>();
    private final Map<Environment, Map<String, Variable>> variables = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();
    private Reason missing;
    private byte[] staged = {};
    private ServiceTraits traits = MadeUpService.OPEN;
    private RoutineState truth;
    private Look names = state -> state;
    private List<String> existing = List.of("hello");

    public FakeRoutines(RoutineState truth) {
        this.truth = truth;
    }

    /** @param places each an environment, an equals sign and what runs there, or nothing; revisions 16 to 18 are kept */
    public static RoutineState running(String... places) {
        Map<Environment, Live> live = new LinkedHashMap<>();
        for (String place : places) {
            String[] sides = place.split("=", 2);
            live.put(new Environment(sides[0]), live(sides[1]));
        }
        return state(
                live,
                Stream.of("18", "17", "16")
                        .map(digits -> new Revision(new CodeRevision(digits), "", ""))
                        .toList(),
                Map.of(),
                MadeUpService.OPEN);
    }

    private static RoutineState state(
            Map<Environment, Live> live,
            List<Revision> revisions,
            Map<Environment, Setting> settings,
            ServiceTraits service) {
        return new RoutineState(live, revisions, settings, Set.of(), false, service.revisionLimit());
    }

    /** @param words such as "18", "18:90+19:10" (shares in percent), "unstable", "?" (not known), or nothing */
    public static Live live(String words) {
        if (words.isEmpty()) {
            return Live.NOTHING;
        }
        if (words.equals("?")) {
            return Live.UNKNOWN;
        }
        if (!words.matches("[0-9:+]+")) {
            return new UnnumberedCode(words);
        }
        Map<CodeRevision, Integer> shares = new LinkedHashMap<>();
        for (String share : words.split("\\+")) {
            String[] sides = (share + ":100").split(":");
            shares.put(new CodeRevision(sides[0]), Integer.valueOf(sides[1]));
        }
        return new Traffic(shares);
    }

    public static CallFailedException failure(Reason kind, Effect effect) {
        return new CallFailedException("it went wrong (request id 4711)", kind, effect, "Do something.");
    }

    public FakeRoutines like(ServiceTraits service) {
        traits = service;
        truth = state(truth.live(), truth.revisions(), truth.settings(), service);
        return this;
    }

    public FakeRoutines looks(Look... next) {
        looks.addAll(List.of(next));
        return this;
    }

    public FakeRoutines writes(Write... next) {
        writes.addAll(List.of(next));
        return this;
    }

    public FakeRoutines holds(String... names) {
        existing = List.of(names);
        return this;
    }

    public FakeRoutines namesFail(CallFailedException failure) {
        names = fails(failure);
        return this;
    }

    /** The revision is there, with this code. */
    public FakeRoutines keeps(String revision, String code) {
        keeps(revision, code.getBytes(UTF_8), Optional.empty());
        return this;
    }

    /** The revision is there, with this code and the function variables of the environment. */
    public FakeRoutines keeps(String revision, String code, Environment variablesOf) {
        keeps(revision, code.getBytes(UTF_8), Optional.of(variablesOf));
        return this;
    }

    /** @param call on code or settings, as {@link #received} tells it; it does nothing, and fails */
    public FakeRoutines refuses(String call, CallFailedException failure) {
        refusals.put(call, failure);
        return this;
    }

    /** What was refused goes well from now on. */
    public void accepts(String call) {
        refusals.remove(call);
    }

    /** Something happens before such a call, once. */
    public FakeRoutines before(String call, Runnable event) {
        events.computeIfAbsent(call, key -> new ArrayDeque<>()).add(event);
        return this;
    }

    /** Another client's code takes the place of what was staged. */
    public void othersStage(String code) {
        staged = code.getBytes(UTF_8);
    }

    /** The next commit makes its revision and names this one. */
    public FakeRoutines namesAsCommitted(String revision) {
        commits.add(revision);
        return this;
    }

    /** @param call on code or settings, as {@link #received} tells it; it does what it is asked, and fails then */
    public FakeRoutines loses(String call, CallFailedException failure) {
        losses.put(call, failure);
        return this;
    }

    public static Look truth() {
        return truth -> truth;
    }

    public static Look shows(String... places) {
        return truth -> running(places);
    }

    /** Something happens before the look, which shows it. */
    public Look after(Runnable event) {
        return now -> {
            event.run();
            return truth;
        };
    }

    public static Look fails(CallFailedException failure) {
        return truth -> {
            throw failure;
        };
    }

    /** A publish that reaches these environments of all that it names, and is confirmed. */
    public static Write reaches(String... environments) {
        return (account, publication) -> {
            account.put(publication.traffic(), Stream.of(environments).map(Environment::new));
            return new PublishAnswer("A513734D", publication.traffic().alone().map(CodeRevision::digits));
        };
    }

    /** A publish that reaches these environments and then fails. */
    public static Write failsAfter(CallFailedException failure, String... environments) {
        return (account, publication) -> {
            reaches(environments).carryOut(account, publication);
            throw failure;
        };
    }

    /** A publish that is confirmed for a revision that nobody asked for, which then runs everywhere. */
    public static Write confirms(String other) {
        return (account, publication) -> {
            account.put(Traffic.all(new CodeRevision(other)), publication.environments().stream());
            return new PublishAnswer("A513734D", Optional.of(other));
        };
    }

    /** The calls, in order: describe, names, the publication, or such as "stage v2", "commit v2", "code 18". */
    public List<String> received() {
        return received;
    }

    /** Each call is sent once. */
    public RoutineClient client() {
        return new RoutineClient(this, Caller.ONCE);
    }

    @Override
    public ServiceTraits traits() {
        return traits;
    }

    @Override
    public Operation<RoutineState> describe(RoutineName routine) {
        return this::described;
    }

    private synchronized RoutineState described() throws CallFailedException {
        received.add("describe");
        if (missing != null) {
            throw failure(missing, Effect.NONE);
        }
        return looks.isEmpty() ? truth : looks.remove().see(truth);
    }

    @Override
    public Operation<List<String>> names() {
        return () -> {
            received.add("names");
            names.see(truth);
            return existing;
        };
    }

    /** Routine hello until one is created, which a look says with this reason. */
    public FakeRoutines hasNone(Reason said) {
        missing = said;
        existing = List.of();
        return this;
    }

    @Override
    public Operation<Confirmation> createRoutine(NewRoutine routine) {
        return () -> answer("create " + routine.name(), () -> {
            missing = null;
            existing = List.of(routine.name().text());
            truth = state(truth.live(), truth.revisions(), routine.settings(), traits);
        });
    }

    @Override
    public Operation<PublishAnswer> publish(PublishCall publication) {
        return () -> published(publication);
    }

    private synchronized PublishAnswer published(PublishCall publication) throws CallFailedException {
        received.add(publication.toString());
        Write write = writes.isEmpty()
                ? reaches(publication.environments().stream()
                        .map(Environment::name)
                        .toArray(String[]::new))
                : writes.remove();
        return write.carryOut(this, publication);
    }

    /** What runs in staging does not change: none of these tests asks for it. */
    @Override
    public Operation<Confirmation> stage(RoutineName routine, String description, byte[] code) {
        return () -> answer("stage " + description, () -> staged = code);
    }

    /** The new revision is one higher than the newest. */
    @Override
    public Operation<CodeRevision> commit(RoutineName routine, String description, Optional<Environment> variablesOf) {
        return () -> {
            long newest = Long.parseLong(truth.latest().orElseThrow().digits());
            String made = Long.toString(newest + 1);
            String bound =
                    variablesOf.map(place -> " with the variables of " + place).orElse("");
            answer("commit " + description + bound, () -> keeps(made, staged, variablesOf));
            return new CodeRevision(commits.isEmpty() ? made : commits.remove());
        };
    }

    /** The new revision is one higher than the newest, and waits for its files. */
    @Override
    public Operation<Awaited> create(
            RoutineName routine, String description, Assets assets, Optional<Environment> variablesOf) {
        return () -> {
            String made = Long.toString(
                    Long.parseLong(truth.revisions().get(0).number().digits()) + 1);
            answer(
                    "create " + description,
                    () -> keeps(made, Readiness.PREPARING, variablesOf, Optional.of(assets.hash())));
            CodeRevision named = new CodeRevision(commits.isEmpty() ? made : commits.remove());
            return new Awaited(
                    named,
                    () -> answer(
                            "upload " + named,
                            () -> keeps(made, Readiness.READY, variablesOf, Optional.of(assets.hash()))));
        };
    }

    /** The revision is there, made of files with this hash. */
    public FakeRoutines keeps(String revision, Readiness readiness, String contentHash) {
        keeps(revision, readiness, Optional.empty(), Optional.ofNullable(contentHash));
        return this;
    }

    @Override
    public Operation<ShownCode> code(RoutineName routine, CodeRevision revision) {
        return () -> {
            answer("code " + revision, () -> {});
            if (!codes.containsKey(revision.digits())) {
                throw failure(Reason.GENERAL, Effect.UNKNOWN);
            }
            return new ShownCode(List.of(codes.get(revision.digits())));
        };
    }

    @Override
    public Operation<Confirmation> delete(RoutineName routine, CodeRevision revision) {
        return () -> answer("delete " + revision, () -> {
            List<Revision> rest = new ArrayList<>(truth.revisions());
            rest.removeIf(each -> each.number().equals(revision));
            truth = state(truth.live(), rest, truth.settings(), traits);
        });
    }

    @Override
    public Operation<Confirmation> configure(RoutineName routine, Map<Environment, Setting> settings) {
        return () -> answer("configure " + settings, () -> {
            Map<Environment, Live> live = new LinkedHashMap<>(truth.live());
            settings.keySet().forEach(environment -> live.putIfAbsent(environment, Live.NOTHING));
            Map<Environment, Setting> all = new LinkedHashMap<>(truth.settings());
            all.putAll(settings);
            truth = state(live, truth.revisions(), all, traits);
        });
    }

    /** The environment has the variable. */
    public FakeRoutines has(Environment environment, String name, Variable variable) {
        variables.computeIfAbsent(environment, key -> new LinkedHashMap<>()).put(name, variable);
        return this;
    }

    /** The service does not take a variable of this name. */
    public FakeRoutines passesOver(String name) {
        passedOver.add(name);
        return this;
    }

    @Override
    public Operation<Map<String, Variable>> variables(RoutineName routine, Environment environment) {
        return () -> {
            answer("variables " + environment, () -> {});
            return variables.getOrDefault(environment, Map.of());
        };
    }

    @Override
    public Operation<Set<String>> setVariables(
            RoutineName routine, Environment environment, Map<String, Variable> wanted) {
        return () -> {
            Map<String, Variable> taken = new LinkedHashMap<>(wanted);
            taken.keySet().removeAll(passedOver);
            answer(
                    "set " + environment + " " + wanted,
                    () -> taken.forEach((name, each) -> has(environment, name, each)));
            return taken.keySet();
        };
    }

    private Confirmation answer(String call, Runnable effect) throws CallFailedException {
        received.add(call);
        Queue<Runnable> due = events.getOrDefault(call, new ArrayDeque<>());
        if (!due.isEmpty()) {
            due.remove().run();
        }
        if (!refusals.containsKey(call)) {
            effect.run();
        }
        for (Map<String, CallFailedException> failures : List.of(refusals, losses)) {
            if (failures.containsKey(call)) {
                throw failures.get(call);
            }
        }
        return Confirmation.BY_SERVICE;
    }

    private void keeps(String revision, byte[] code, Optional<Environment> variablesOf) {
        codes.put(revision, code);
        keeps(revision, Readiness.READY, variablesOf, Optional.empty());
    }

    private void keeps(
            String revision, Readiness readiness, Optional<Environment> variablesOf, Optional<String> contentHash) {
        List<Revision> more = new ArrayList<>(truth.revisions());
        more.removeIf(each -> each.number().digits().equals(revision));
        more.add(new Revision(
                new CodeRevision(revision),
                "",
                "",
                readiness,
                variablesOf.map(place -> new Binding(place, true)),
                contentHash));
        truth = state(truth.live(), more, truth.settings(), traits);
    }

    private void put(Traffic traffic, Stream<Environment> environments) {
        Map<Environment, Live> live = new LinkedHashMap<>(truth.live());
        environments.forEach(environment -> live.put(environment, traffic));
        truth = state(live, truth.revisions(), truth.settings(), traits);
    }
}
