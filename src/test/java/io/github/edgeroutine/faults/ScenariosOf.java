// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.faults.GoalScenario.Goal;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** All scenarios of a service: the common ones and its own. */
final class ScenariosOf {

    private static final UnaryOperator<String> UNCHANGED = account -> account;
    private static final UnaryOperator<String> PUBLISHED = account -> account.replace("runs 101", "runs 102");
    private static final Set<String> ON_THE_WAY =
            Set.of("staging runs 102", "production runs 102", "presetCanaryZhejiang runs 102");
    private static final Set<String> STAGED = Set.of("staging runs unstable", "staged 'new code'");
    private static final String TEN_PERCENT = "101 (90 %) and 102 (10 %)";

    private final ServiceUnderTest service;
    private final List<GoalScenario> scenarios = new ArrayList<>();

    ScenariosOf(ServiceUnderTest service) {
        this.service = service;
    }

    List<GoalScenario> all() {
        switch (service) {
            case DCDN -> {
                publishes();
                add(
                        "roll out by region",
                        PUBLISHED,
                        GoalScenario.publish(request().rollout("presetCanaryZhejiang", "staging production")));
                add(
                        "roll out by region, and restore",
                        PUBLISHED,
                        GoalScenario.publish(request()
                                .rollout("presetCanaryZhejiang", "staging production")
                                .restoreOnFailure()));
                upkeep(account -> account.replace("staging runs 101", "staging runs new"));
                add(
                        "configure",
                        account -> account.replace("production has 50ms []", "production has 100ms [example.com]"),
                        GoalScenario.configure());
                creates(
                        "routine hello\nstaging has 50ms []\nproduction has 100ms [example.com]\n",
                        GoalScenario.create(true));
            }
            case ESA -> {
                publishes();
                shares();
                upkeep(UNCHANGED);
                add(
                        "upload what takes a while to be ready",
                        account -> {
                            two(account);
                            ((EsaAccount) account.simulated()).conduct().prepareFor(Duration.ofSeconds(3));
                        },
                        account -> account + "revision new holds 'new code'\n",
                        STAGED,
                        GoalScenario.upload(false));
                add(
                        "upload files",
                        account -> {
                            two(account);
                            ((EsaAccount) account.simulated()).conduct().prepareFor(Duration.ofSeconds(3));
                        },
                        account -> account + "revision new holds 'assets/index.html routine/index.js'\n",
                        // Its files were not uploaded.
                        Set.of("revision new holds ''"),
                        GoalScenario.uploadFiles());
                creates("routine hello\n", GoalScenario.create(false));
            }
            case ESA_WITHOUT_DEPLOYMENTS ->
                add(
                        "publish and restore",
                        PUBLISHED,
                        GoalScenario.publish(request().restoreOnFailure()));
        }
        return List.copyOf(scenarios);
    }

    private void publishes() {
        add("publish", PUBLISHED, GoalScenario.publish(request()));
        add("publish and restore", PUBLISHED, GoalScenario.publish(request().restoreOnFailure()));
        add(
                "publish what does not work, and restore",
                this::two,
                UNCHANGED,
                ON_THE_WAY,
                GoalScenario.publishInVain(request().restoreOnFailure()));
        add(
                "publish to a missing routine",
                account -> account.simulated().ensure("shop", List.of()),
                UNCHANGED,
                Set.of(),
                GoalScenario.publish(request()));
        add(
                "roll back",
                account -> {
                    two(account);
                    account.publish("103", List.of(service.places()));
                },
                account -> account.replace("staging runs 103", "staging runs 102")
                        .replace("production runs 103", "production runs 101"),
                Set.of(),
                GoalScenario.rollBack("102", "101"));
    }

    private void shares() {
        add(
                "roll out in percent, and restore",
                this::two,
                PUBLISHED,
                Set.of("production runs " + TEN_PERCENT),
                GoalScenario.publish(request().rollout("10").restoreOnFailure()));
        add(
                "publish a share that does not work, and restore",
                this::two,
                UNCHANGED,
                Set.of("staging runs 102", "production runs " + TEN_PERCENT),
                GoalScenario.publishInVain(request().percent(10).restoreOnFailure()));
        add(
                "roll back to a split",
                account -> {
                    two(account);
                    account.publish("103", List.of(service.places()));
                },
                account -> account.replace("staging runs 103", "staging runs 102")
                        .replace("production runs 103", "production runs " + TEN_PERCENT),
                Set.of(),
                GoalScenario.rollBack("102", "101:90+102:10"));
    }

    /** @param staged the effect of an upload on staging */
    private void upkeep(UnaryOperator<String> staged) {
        UnaryOperator<String> uploaded = account -> staged.apply(account) + "revision new holds 'new code'\n";
        add("upload", this::two, uploaded, STAGED, GoalScenario.upload(false));
        add(
                "upload an eleventh",
                account -> many(account, 10),
                account -> uploaded.apply(account).replace("revision 102 holds ''\n", ""),
                STAGED,
                GoalScenario.upload(true));
        add(
                "prune",
                account -> many(account, 6),
                account -> account.replace("revision 102 holds ''\nrevision 103 holds ''\nrevision 104 holds ''\n", ""),
                Set.of(),
                GoalScenario.prune());
        add("status", UNCHANGED, GoalScenario.status());
    }

    private void creates(String wanted, Goal goal) {
        add("create", account -> account.simulated().ensure("shop", List.of()), account -> wanted, Set.of(), goal);
    }

    private void add(String name, UnaryOperator<String> wanted, Goal goal) {
        add(name, this::two, wanted, Set.of(), goal);
    }

    private void add(
            String name,
            Consumer<AccountUnderTest> given,
            UnaryOperator<String> wanted,
            Set<String> between,
            Goal goal) {
        scenarios.add(new GoalScenario(service, name, given, wanted, between, goal));
    }

    private RequestFor request() {
        return RequestFor.revision("102", service.places());
    }

    private void two(AccountUnderTest account) {
        account.publish("101", List.of(service.places()));
        account.ensure("102");
    }

    /** Only the oldest revision is live. */
    private void many(AccountUnderTest account, int revisions) {
        two(account);
        IntStream.rangeClosed(101, 100 + revisions).mapToObj(String::valueOf).forEach(account::ensure);
    }
}
