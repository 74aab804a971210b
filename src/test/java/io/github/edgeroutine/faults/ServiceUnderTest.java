// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.dcdn.DcdnFaults;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.esa.EsaFaults;
import io.github.edgeroutine.esa.EsaRoutines;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.simulator.SimulatedService;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A service as the matrices need it. Another service is another constant. */
enum ServiceUnderTest {
    DCDN(
            DcdnRoutines::new,
            List.of("staging", "production", "presetCanaryZhejiang"),
            "DescribeRoutine",
            "CommitStagingRoutineCode",
            "PublishRoutineCodeRevision") {
        @Override
        AccountUnderTest account() {
            return new DcdnUnderTest(new DcdnAccount());
        }

        @Override
        Stream<InjectedFault> refusals(String operation) {
            return DcdnFaults.all();
        }
    },
    ESA(
            EsaRoutines::new,
            List.of("staging", "production"),
            "GetRoutine",
            "CommitRoutineStagingCode",
            "CreateRoutineCodeDeployment",
            "PublishRoutineCodeVersion") {
        /** Its plan keeps as many revisions as DCDN does, so that what holds of the one holds of the other. */
        @Override
        AccountUnderTest account() {
            return new EsaUnderTest(new EsaAccount(new EsaPlan("er_paymode", "er_pay", 20, 10)));
        }

        @Override
        Stream<InjectedFault> refusals(String operation) {
            return EsaFaults.all(isRead(operation));
        }
    },
    /** Before 2025-09, when an environment ran one version, and another operation put it there. */
    ESA_WITHOUT_DEPLOYMENTS(ESA) {
        @Override
        AccountUnderTest account() {
            return ESA.account();
        }

        @Override
        SimulatedService service(AccountUnderTest account) {
            return new ServiceWithout("CreateRoutineCodeDeployment", ESA.service(account));
        }

        @Override
        Stream<InjectedFault> refusals(String operation) {
            return ESA.refusals(operation);
        }
    };

    /** Makes the adapter of a service. */
    @FunctionalInterface
    interface Adapter {

        EdgeRoutines connect(
                Endpoint endpoint,
                HttpSettings network,
                RateLimit limit,
                Credentials credentials,
                Consumer<String> requestIds);
    }

    private final Adapter adapter;
    private final List<String> places;
    private final String look;
    private final String commit;
    private final List<String> publishes;

    ServiceUnderTest(Adapter adapter, List<String> places, String look, String commit, String... publishes) {
        this.adapter = adapter;
        this.places = places;
        this.look = look;
        this.commit = commit;
        this.publishes = List.of(publishes);
    }

    ServiceUnderTest(ServiceUnderTest like) {
        this.adapter = like.adapter;
        this.places = like.places;
        this.look = like.look;
        this.commit = like.commit;
        this.publishes = like.publishes;
    }

    Adapter adapter() {
        return adapter;
    }

    /** The environments that the scenarios publish to. */
    String[] places() {
        return places.toArray(String[]::new);
    }

    /** The operation that makes a revision. */
    String commit() {
        return commit;
    }

    /** The operation that shows what runs. */
    String look() {
        return look;
    }

    /** The operation that gives a revision the requests of an environment. */
    String publish() {
        return publishes.get(0);
    }

    boolean isPublish(String operation) {
        return publishes.contains(operation);
    }

    /** Whether an operation changes nothing; to hand out the form of an upload is no change. */
    boolean isRead(String operation) {
        return operation.matches("Describe.*|UploadStaging.*|Get.*|List.*");
    }

    /** Whether it may be called again although the call before may have been carried out. */
    boolean mayRepeat(String operation) {
        return !operation.equals(commit) && (!operation.equals(InjectedFault.STORE) || !showsStagedCode());
    }

    /** Otherwise no look can tell whether code is staged, and it is staged again, which does no harm. */
    boolean showsStagedCode() {
        return this == DCDN;
    }

    /** Whether an environment takes a call of its own. */
    boolean publishesOneByOne() {
        return this != DCDN;
    }

    /** Whether the gateway knows the operation. */
    boolean offers(String operation) {
        return this != ESA_WITHOUT_DEPLOYMENTS || !operation.equals("CreateRoutineCodeDeployment");
    }

    /** One without routines. */
    abstract AccountUnderTest account();

    SimulatedService service(AccountUnderTest account) {
        return account.simulated().service();
    }

    /** How the service itself refuses the operation. */
    abstract Stream<InjectedFault> refusals(String operation);

    /** Everything that can happen to the operation. */
    List<InjectedFault> faults(String operation) {
        return InjectedFault.of(operation, refusals(operation), isRead(operation));
    }
}
