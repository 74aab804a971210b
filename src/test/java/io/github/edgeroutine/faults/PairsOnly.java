// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Of the cases of a service after the first one, so many that each two of scenario, operation's fault and affected calls come
 * together, as all three would take too long. The scenario that publishes and restores is whole, as far as it publishes.
 * The first service leaves out the looks of a routine that is created, which each scenario has.
 */
final class PairsOnly implements Predicate<FaultCase> {

    private static final int WAYS = 3;

    /** Part of every scenario, so that fewer of each show as much. */
    private static final Set<String> LOOKS = Set.of("ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine");

    private final ServiceUnderTest service;
    private final List<String> scenarios = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    PairsOnly(ServiceUnderTest service) {
        this.service = service;
    }

    @Override
    public boolean test(FaultCase each) {
        boolean isWhole = service == ServiceUnderTest.ESA
                && each.scenario().name().equals("publish and restore")
                && service.isPublish(each.operation());
        int sum = number(scenarios, each.scenario().name())
                + number(faults, each.operation() + each.fault())
                + each.affected().ordinal();
        if (service == ServiceUnderTest.DCDN) {
            return !each.scenario().name().equals("create") || !service.isRead(each.operation());
        }
        return isWhole || sum % (LOOKS.contains(each.operation()) ? 2 * WAYS : WAYS) == 0;
    }

    /** Of the reads each client with each moment, each of them at some call. */
    static boolean isChosen(SecondClientCase each) {
        ServiceUnderTest service = each.scenario().service();
        int sum = each.number() + each.secondClient().ordinal() + each.moment().ordinal();
        return service == ServiceUnderTest.DCDN || !service.isRead(each.operation()) || sum % WAYS == 0;
    }

    private static int number(List<String> known, String name) {
        if (!known.contains(name)) {
            known.add(name);
        }
        return known.indexOf(name);
    }
}
