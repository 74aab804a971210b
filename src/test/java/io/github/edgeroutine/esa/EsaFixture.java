// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonParser;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.RpcOperation.Reading;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.util.List;
import java.util.Map;

/** Shared by the tests of the adapter. */
final class EsaFixture {

    static final RoutineName HELLO = new RoutineName("hello");
    static final CodeRevision OLD = new CodeRevision("1710120201067203241");
    static final CodeRevision NEW = new CodeRevision("1710120201067203242");
    static final Environment STAGING = new Environment("staging");
    static final Environment PRODUCTION = new Environment("production");

    private EsaFixture() {}

    /** Sends each call once. */
    static RoutineClient routines(EsaExtension extension) {
        return routines(extension, WireFixture.network(5));
    }

    static RoutineClient routines(EsaExtension extension, HttpSettings network) {
        return new RoutineClient(
                new EsaRoutines(
                        Endpoint.parse(extension.endpoint()),
                        network,
                        WireFixture.limit(),
                        WireFixture.credentials(),
                        id -> {}),
                Caller.ONCE);
    }

    static ReceivedCall lastCall(EsaExtension extension) {
        List<ReceivedCall> calls = extension.simulator().calls();
        return calls.get(calls.size() - 1);
    }

    static List<String> actions(EsaExtension extension) {
        return extension.simulator().calls().stream().map(ReceivedCall::action).toList();
    }

    static Fault json(String readable) {
        return Fault.raw(200, "application/json", readable.replace('\'', '"'));
    }

    /** An answer as its operation reads it; it has a request id. */
    static <T> T read(Reading<T> reading, String readable) throws CallFailedException {
        RpcOperation<T> operation = RpcOperation.read("Something", Map.of(), reading);
        return reading.of(new RpcAnswer(
                operation,
                JsonParser.parseString(readable.replace('\'', '"')).getAsJsonObject(),
                new UntrustedText(List.of("s3cret"))));
    }
}
