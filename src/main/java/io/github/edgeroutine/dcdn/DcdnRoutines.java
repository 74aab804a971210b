// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.Api;
import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.ShownCode;
import io.github.edgeroutine.routine.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The Edge Routines of one Alibaba Cloud account, through the DCDN API. */
public final class DcdnRoutines implements EdgeRoutines {

    public static final Api API = new Api("DCDN", "2018-01-15", DcdnError::failure);

    /** The limit for the answer that contains the whole code of a routine, in Base64. */
    private static final int MOST_MIB_OF_CODE = 16;

    private static final Answer EMPTY_ROUTINE =
            new Answer(200, "{\"RequestId\":\"0\",\"Content\":{\"EnvConf\":{\"staging\":{}},\"CodeRevs\":[]}}");

    private final SignedRpc rpc;
    private final ObjectStore store;

    /** @param ids hears the request id of each answer */
    public DcdnRoutines(
            Endpoint endpoint, HttpSettings network, RateLimit limit, Credentials credentials, Consumer<String> ids) {
        this.rpc = new SignedRpc(API, endpoint, network, limit, credentials, ids);
        this.store = rpc.store();
    }

    /** Reads an invented answer, so that the classes for reading are loaded. */
    public static void readEmptyRoutine() {
        try {
            new AnswerReader(API, new UntrustedText(List.of()))
                    .read(describing(new RoutineName("empty")), EMPTY_ROUTINE);
        } catch (CallFailedException e) {
            throw new IllegalStateException("an empty routine cannot be read", e);
        }
    }

    public static RpcOperation<RoutineState> describing(RoutineName routine) {
        return RpcOperation.read(
                DcdnAction.DESCRIBE.action(),
                Map.of("Name", routine.text()),
                answer -> new RoutineReader(answer).state());
    }

    @Override
    public ServiceTraits traits() {
        return DcdnTraits.TRAITS;
    }

    @Override
    public Operation<RoutineState> describe(RoutineName routine) {
        return () -> rpc.call(describing(routine));
    }

    @Override
    public Operation<List<String>> names() {
        return () -> rpc.call(
                RpcOperation.read(DcdnAction.NAMES.action(), Map.of(), answer -> new NamesReader(answer).names()));
    }

    /**
     * {@code PublishRoutineCodeRevision}. Its page declares {@code Envs} as an object, but its example is an array of
     * names. All known clients send an array.
     */
    @Override
    public Operation<PublishAnswer> publish(PublishCall publication) {
        String environments = JsonText.GSON.toJson(
                publication.environments().stream().map(Environment::name).toList());
        Map<String, String> parameters = Map.of(
                "Name", publication.routine().text(),
                "SelectCodeRevision", publication.revision().digits(),
                "Envs", environments);
        return () -> rpc.call(RpcOperation.write(
                DcdnAction.PUBLISH.action(),
                parameters,
                answer -> new PublishAnswer(
                        answer.requestId(), new CodeReader(answer).revision().map(answer.untrusted()::quote))));
    }

    /** Calls {@code UploadStagingRoutineCode}, which changes nothing, and sends the form that it returns. */
    @Override
    public Operation<Confirmation> stage(RoutineName routine, String description, byte[] bytes) {
        RpcOperation<UploadForm> upload = RpcOperation.read(
                        DcdnAction.STAGE.action(),
                        described(routine, description),
                        answer -> new CodeReader(answer).form())
                .secret();
        return () -> {
            store.post(rpc.call(upload), bytes);
            return Confirmation.BY_SERVICE;
        };
    }

    @Override
    public Operation<CodeRevision> commit(RoutineName routine, String description, Optional<Environment> variablesOf) {
        return () -> rpc.call(RpcOperation.write(
                DcdnAction.COMMIT.action(),
                described(routine, description),
                answer -> new CodeReader(answer).committed()));
    }

    @Override
    public Operation<Awaited> create(
            RoutineName routine, String description, Assets assets, Optional<Environment> variablesOf) {
        throw new UnsupportedOperationException("there are no static files");
    }

    @Override
    public Operation<ShownCode> code(RoutineName routine, CodeRevision revision) {
        return () -> rpc.call(RpcOperation.read(
                        DcdnAction.CODE.action(), named(routine, revision), answer -> new CodeReader(answer).code())
                .answeringUpTo(MOST_MIB_OF_CODE));
    }

    @Override
    public Operation<Confirmation> delete(RoutineName routine, CodeRevision revision) {
        return () -> rpc.call(RpcOperation.write(
                DcdnAction.DELETE.action(), named(routine, revision), answer -> Confirmation.BY_SERVICE));
    }

    /** {@code EditRoutineConf}. Settings that are not sent do not change. */
    @Override
    public Operation<Confirmation> configure(RoutineName routine, Map<Environment, Setting> settings) {
        Map<String, String> parameters = Map.of("Name", routine.text(), "EnvConf", SettingWriter.json(settings));
        return () -> rpc.call(RpcOperation.write(
                DcdnAction.CONFIGURE.action(), parameters, answer -> new ConfigurationAnswer(answer).confirmation()));
    }

    /** {@code CreateRoutine}. Its page allows settings only for staging and production. */
    @Override
    public Operation<Confirmation> createRoutine(NewRoutine routine) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("Name", routine.name().text()));
        if (!routine.description().isEmpty()) {
            parameters.put("Description", routine.description());
        }
        if (!routine.settings().isEmpty()) {
            parameters.put("EnvConf", SettingWriter.json(routine.settings()));
        }
        return () -> rpc.call(RpcOperation.write(
                DcdnAction.CREATE.action(), parameters, answer -> new ConfigurationAnswer(answer).confirmation()));
    }

    @Override
    public Operation<Map<String, Variable>> variables(RoutineName routine, Environment environment) {
        throw new UnsupportedOperationException("there are no function variables");
    }

    @Override
    public Operation<Set<String>> setVariables(
            RoutineName routine, Environment environment, Map<String, Variable> variables) {
        throw new UnsupportedOperationException("there are no function variables");
    }

    private static Map<String, String> described(RoutineName routine, String description) {
        return Map.of("Name", routine.text(), "CodeDescription", description);
    }

    private static Map<String, String> named(RoutineName routine, CodeRevision revision) {
        return Map.of("Name", routine.text(), "SelectCodeRevision", revision.digits());
    }
}
