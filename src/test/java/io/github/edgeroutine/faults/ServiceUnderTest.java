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

/** A service in the matrices. Each service is a constant. */
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
        /** Its plan keeps as many revisions as DCDN, so that the same rules hold for both. */
        @Override
        AccountUnderTest account() {
            return new EsaUnderTest(new EsaAccount(new EsaPlan("er_paymode", "er_pay", 20, 10)));
        }

        @Override
        Stream<InjectedFault> refusals(String operation) {
            return EsaFaults.all(isRead(operation));
        }
    },
    /** Before 2025-09, when an environment ran one version and used another operation for a publish. */
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

    /** Creates the adapter of a service. */
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

    /** The environments of the scenarios. */
    String[] places() {
        return places.toArray(String[]::new);
    }

    /** The operation that creates a revision. */
    String commit() {
        return commit;
    }

    /** The operation that shows the live state. */
    String look() {
        return look;
    }

    /** The operation that sends requests of an environment to a revision. */
    String publish() {
        return publishes.get(0);
    }

    boolean isPublish(String operation) {
        return publishes.contains(operation);
    }

    /** Whether an operation changes nothing. Returning an upload form is not a change. */
    boolean isRead(String operation) {
        return operation.matches("Describe.*|UploadStaging.*|Get.*|List.*");
    }

    /** Whether it may be repeated although the call before may have been carried out. */
    boolean mayRepeat(String operation) {
        return !operation.equals(commit) && (!operation.equals(InjectedFault.STORE) || !showsStagedCode());
    }

    /** Otherwise it cannot be seen whether code is staged. It is staged again, which does no harm. */
    boolean showsStagedCode() {
        return this == DCDN;
    }

    /** Whether each environment needs a separate call. */
    boolean publishesOneByOne() {
        return this != DCDN;
    }

    /** Whether the gateway knows the operation. */
    boolean offers(String operation) {
        return this != ESA_WITHOUT_DEPLOYMENTS || !operation.equals("CreateRoutineCodeDeployment");
    }

    /** An account without routines. */
    abstract AccountUnderTest account();

    SimulatedService service(AccountUnderTest account) {
        return account.simulated().service();
    }

    /** How the service itself refuses the operation. */
    abstract Stream<InjectedFault> refusals(String operation);

    /** All faults of the operation. */
    List<InjectedFault> faults(String operation) {
        return InjectedFault.of(operation, refusals(operation), isRead(operation));
    }
}
