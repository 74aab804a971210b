// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.Api;
import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.UploadForm;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The Edge Routines of one Alibaba Cloud account, through the ESA API. The API calls a revision a code version. */
public final class EsaRoutines implements EdgeRoutines {

    public static final Api API = new Api("ESA", "2024-09-10", EsaError::failure);

    /** The limit for the answer that contains the whole code of a version, in Base64. */
    private static final int MOST_MIB_OF_CODE = 16;

    private static final Answer EMPTY_ROUTINE =
            new Answer(200, "{\"RequestId\":\"0\",\"CreateTime\":\"\",\"Envs\":[{\"Env\":\"staging\"}]}");

    private final SignedRpc rpc;
    private final ObjectStore store;
    private final Supplier<OptionalInt> limit;
    private final Preparation preparation;

    /** @param ids hears the request id of each answer */
    public EsaRoutines(
            Endpoint endpoint, HttpSettings network, RateLimit limit, Credentials credentials, Consumer<String> ids) {
        this.rpc = new SignedRpc(API, endpoint, network, limit, credentials, ids);
        this.store = rpc.store();
        this.limit = new PlanQuota(rpc)::versions;
        this.preparation = new Preparation(rpc, network.time());
    }

    private EsaRoutines(EsaRoutines other, Supplier<OptionalInt> limit) {
        this.rpc = other.rpc;
        this.store = other.store;
        this.limit = limit;
        this.preparation = other.preparation;
    }

    /** Reads an invented answer, so that the classes for reading are loaded. */
    public static void readEmptyRoutine() {
        try {
            new AnswerReader(API, new UntrustedText(List.of()))
                    .read(StateQuery.getting(new RoutineName("empty")), EMPTY_ROUTINE)
                    .state(List.of(), OptionalInt.empty());
        } catch (CallFailedException e) {
            throw new IllegalStateException("an empty routine cannot be read", e);
        }
    }

    @Override
    public ServiceTraits traits() {
        return EsaTraits.TRAITS;
    }

    @Override
    public Operation<RoutineState> describe(RoutineName routine) {
        return new StateQuery(rpc, routine, limit);
    }

    @Override
    public EdgeRoutines withoutLimit() {
        return new EsaRoutines(this, OptionalInt::empty);
    }

    @Override
    public Operation<List<String>> names() {
        return () -> NamePage.all(rpc);
    }

    @Override
    public Operation<PublishAnswer> publish(PublishCall publication) {
        return new VersionDeployment(rpc, publication);
    }

    /** The effect of {@code HasAssets} is not documented, so it is sent only if there are static files. */
    @Override
    public Operation<Confirmation> createRoutine(NewRoutine routine) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("Name", routine.name().text()));
        if (!routine.description().isEmpty()) {
            parameters.put("Description", routine.description());
        }
        if (routine.hasAssets()) {
            parameters.put("HasAssets", "true");
        }
        return () ->
                rpc.call(RpcOperation.write(EsaAction.CREATE.action(), parameters, answer -> Confirmation.BY_SERVICE));
    }

    /** Calls {@code GetRoutineStagingCodeUploadInfo}, which changes nothing, and sends the form that it returns. */
    @Override
    public Operation<Confirmation> stage(RoutineName routine, String description, byte[] bytes) {
        RpcOperation<UploadForm> upload = RpcOperation.read(
                        EsaAction.STAGE.action(),
                        described(routine, description),
                        answer -> new CodeVersionAnswer(answer).form())
                .secret();
        return () -> {
            store.post(rpc.call(upload), bytes);
            return Confirmation.BY_SERVICE;
        };
    }

    /** Calls {@code CommitRoutineStagingCode} and waits until the version can run. */
    @Override
    public Operation<CodeRevision> commit(RoutineName routine, String description, Optional<Environment> variablesOf) {
        Map<String, String> parameters = new HashMap<>(described(routine, description));
        variablesOf.ifPresent(environment -> parameters.put("DeployEnv", environment.name()));
        return () -> {
            CodeRevision version = rpc.call(RpcOperation.write(
                    EsaAction.COMMIT.action(), parameters, answer -> new CodeVersionAnswer(answer).committed()));
            preparation.await(version, named(routine, version));
            return version;
        };
    }

    @Override
    public Operation<Awaited> create(
            RoutineName routine, String description, Assets assets, Optional<Environment> variablesOf) {
        return new AssetsVersion(rpc, preparation, routine, description, assets, variablesOf);
    }

    @Override
    public Operation<ShownCode> code(RoutineName routine, CodeRevision revision) {
        return () -> rpc.call(RpcOperation.read(
                        EsaAction.CODE.action(),
                        named(routine, revision),
                        answer -> new CodeVersionAnswer(answer).code())
                .answeringUpTo(MOST_MIB_OF_CODE));
    }

    @Override
    public Operation<Confirmation> delete(RoutineName routine, CodeRevision revision) {
        return () -> rpc.call(RpcOperation.write(
                EsaAction.DELETE.action(), named(routine, revision), answer -> Confirmation.BY_SERVICE));
    }

    @Override
    public Operation<Confirmation> configure(RoutineName routine, Map<Environment, Setting> settings) {
        throw new UnsupportedOperationException("an environment has no settings");
    }

    @Override
    public Operation<Map<String, Variable>> variables(RoutineName routine, Environment environment) {
        return () -> new FunctionVariables(rpc, routine, environment).all();
    }

    @Override
    public Operation<Set<String>> setVariables(
            RoutineName routine, Environment environment, Map<String, Variable> variables) {
        return () -> new FunctionVariables(rpc, routine, environment).set(variables);
    }

    static Map<String, String> paged(int page) {
        return Map.of("PageNumber", String.valueOf(page), "PageSize", "20");
    }

    static Map<String, String> described(RoutineName routine, String description) {
        return Map.of("Name", routine.text(), "CodeDescription", description);
    }

    static Map<String, String> named(RoutineName routine, CodeRevision revision) {
        return Map.of("Name", routine.text(), "CodeVersion", revision.digits());
    }
}
